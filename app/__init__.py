"""Kring: a teacher's own ecology, drawn, rated and looked at again."""

from pathlib import Path

VERSION = "0.2.0"

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Where the product keeps its words, themes, icons and examples."""
