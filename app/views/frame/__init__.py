"""The window around the screens: bar, menu, status line, notices, and what opens and closes."""
