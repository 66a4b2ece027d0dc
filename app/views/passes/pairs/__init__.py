"""The pass through all pairs of partners, for who wants the lines between them complete."""
