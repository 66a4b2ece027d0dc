"""Many maps at once, as arrays: the same measures and counts as of one, at another speed."""
