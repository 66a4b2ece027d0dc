"""The report: what goes in it, and the window that makes it."""
