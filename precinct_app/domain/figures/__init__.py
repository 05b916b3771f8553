"""Figures of the day, reckoned from its state."""
