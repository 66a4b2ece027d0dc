"""What changed between two moments, in words: groups of people, and figures."""
