"""What Kring knows: records, their rules and words, the edits made to them, the history."""
