"""The window: what a commission member sees and types."""
