"""A map as a picture to keep or to hand on: PNG, SVG, PDF and the clipboard."""
