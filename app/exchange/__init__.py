"""Files in and out: the `.kring` file and the formats of others."""
