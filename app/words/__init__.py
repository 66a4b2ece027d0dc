"""What is said, in the language of the person; without Qt."""

from app.words.catalog import current_language, filled, joined, marked, say, say_in, say_n, speak

__all__ = ["current_language", "filled", "joined", "marked", "say", "say_in", "say_n", "speak"]
