"""What is fast, measured against something in the same run."""
