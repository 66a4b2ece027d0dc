"""What Kring knows and keeps: records, the edits made to them, and the library on disk."""
