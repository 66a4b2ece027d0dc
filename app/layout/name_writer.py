"""How a name is written where room is short: over several lines, or with its end left out."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

FEWEST_LETTERS: Final = 12
"""A name is never shortened to fewer characters than this; a name this long stays whole."""

SHORTENED_DISLIKE: Final = 3.0
"""How much a name without its end is disliked at least."""

_MOST_LINES: Final = 3
_WIDEST: Final = 20.0
"""Line heights a name is wide at most: one word that is wider is written without its end."""
_TOGETHER: Final = "\N{NO-BREAK SPACE}"
_SHORTENED_TO: Final = (20, 16, FEWEST_LETTERS)


class Wording(NamedTuple):
    """One way to write a name: its lines, the size they take, and how much it is disliked."""

    lines: tuple[str, ...]
    w: float
    h: float
    dislike: float


@lru_cache(maxsize=16)
def writer_in(measure: Callable[[str], float], line_height: float) -> "Writer":
    """Return the writer for a font, with what it measured before for the same `measure`."""
    return Writer(measure, line_height)


class Writer:
    """Writes names in one font; remembers what it measured."""

    def __init__(self, measure: Callable[[str], float], line_height: float) -> None:
        self._measure = measure
        self.line_height = line_height
        self._comfortable = 8.0 * line_height
        """The width in pixels from which a line is rather broken."""
        self._widths: dict[str, float] = {}
        self._whole: dict[str, tuple[Wording, ...]] = {}
        self._short: dict[str, tuple[Wording, ...]] = {}

    def width(self, text: str) -> float:
        """Return the width of a text on one line."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._measure(text)
        return known

    def whole(self, name: str) -> tuple[Wording, ...]:
        """Return the ways to write the whole name, the best first.

        Of a pasted address, which would lie right across the map, they are the shortened ones.
        """
        known = self._whole.get(name)
        if known is None:
            found = self._wordings(name, 0.0)
            is_too_wide = found[0].w > _WIDEST * self.line_height
            known = self._whole[name] = (is_too_wide and self.shortened(name)) or found
        return known

    def area(self, name: str) -> float:
        """Return about how many square pixels the name takes, with a little air."""
        best = self.whole(name)[0]
        return (best.w + 8.0) * (best.h + 4.0)

    def shortened(self, name: str) -> tuple[Wording, ...]:
        """Return the ways to write the beginning of the name, the longest first."""
        known = self._short.get(name)
        if known is None:
            known = self._short[name] = tuple(
                wording
                for step, length in enumerate(_SHORTENED_TO)
                if (text := shortened(name, length)).endswith("…")
                for wording in self._wordings(text, SHORTENED_DISLIKE + step)
            )
        return known

    def _wordings(self, text: str, dislike: float) -> tuple[Wording, ...]:
        words = _kept_together(text.split()) or [""]
        found: list[Wording] = []
        for count in range(1, min(_MOST_LINES, len(words)) + 1):
            lines, width = self._broken(words, count)
            if found and width > 0.9 * found[-1].w:
                continue
            too_wide = max(0.0, width / self._comfortable - 1.0)
            found.append(
                Wording(
                    tuple(line.replace(_TOGETHER, " ") for line in lines),
                    width,
                    count * self.line_height,
                    dislike + 2.0 * too_wide + 0.45 * (count - 1),
                )
            )
        return tuple(sorted(found, key=lambda wording: wording.dislike))

    def _broken(self, words: list[str], count: int) -> tuple[tuple[str, ...], float]:
        """Return the words over `count` lines, as narrow as can be."""
        if count == 1:
            line = " ".join(words)
            return (line,), self.width(line)
        best: tuple[tuple[str, ...], float] | None = None
        for first in range(1, len(words) - count + 2):
            head = " ".join(words[:first])
            rest, rest_width = self._broken(words[first:], count - 1)
            width = max(self.width(head), rest_width)
            if best is None or width < best[1]:
                best = ((head, *rest), width)
        assert best is not None
        return best


def _kept_together(words: list[str]) -> list[str]:
    """Return the words between which a line may be broken: a number alone is not a line."""
    *rest, last = words or [""]
    if rest and last.isdigit() and len(rest[-1]) < FEWEST_LETTERS:
        return [*rest[:-1], f"{rest[-1]}{_TOGETHER}{last}"]
    return words


def shortened(name: str, length: int) -> str:
    """Return the first `length` characters of a name and an ellipsis, or the name if it fits."""
    text = " ".join(name.split())
    if len(text) <= length + 1:
        return text
    if text[length - 1] == " ":
        length += 1
    return text[:length] + "…"
