"""The screen of insight: what a map says, in linked views."""
