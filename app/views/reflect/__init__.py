"""The screen on which to reflect, decide and look again."""
