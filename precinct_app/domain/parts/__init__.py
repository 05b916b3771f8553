"""The parts of the day, top to bottom: events, rules, apply."""
