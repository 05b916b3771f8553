"""One precinct's voting day, from the first ballot to the signed protocol."""
