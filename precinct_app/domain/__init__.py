"""The rules of the day: no screen, no disk, no paper."""
