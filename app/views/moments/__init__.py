"""The moments of a series: how the library shows them, and how a next one begins."""
