"""My maps: every map with its moments, and what happens to a map that is opened."""
