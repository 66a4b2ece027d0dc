"""Two moments of one map beside each other: as pictures, as a list in sentences, as a table."""
