"""Paper: whatever is looked at, as pages that are previewed and handed to a printer."""
