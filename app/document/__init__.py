"""The map that is open, and all that a person can do to it: an intention each; the only writer."""

from app.document.document import Document

__all__ = ["Document"]
