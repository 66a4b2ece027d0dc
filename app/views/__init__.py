"""What is on the screen. Views ask the document for changes and redraw from what it tells."""
