"""Sharing a map: what for, what goes along, and exactly what the other will see."""
