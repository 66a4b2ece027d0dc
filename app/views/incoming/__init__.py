"""Files that come in: opened and read, and the window that asks what stands in those of others."""
