"""Two moments of one map beside each other: as pictures, in sentences, as a table, in figures."""
