"""A report as a document: what is in it, and how it becomes PDF or Word."""
