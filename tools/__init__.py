"""What developers run: the words, and other chores."""
