"""The map of somebody else beside mine: to look at together and talk about, and never mixed."""
