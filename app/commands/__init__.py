"""What Kring does without a window: one module a command."""
