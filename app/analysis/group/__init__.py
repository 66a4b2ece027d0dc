"""What the maps of a group say together, and what of it may be shown."""
