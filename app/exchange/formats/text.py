"""Text and tables from anywhere: any encoding, any separator, with or without quotes."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from app.exchange.csv_table import MISSING, MOST_CELLS, narrow
from app.models.problem import Problem
from app.models.vocabulary import folded

_SEPARATORS: Final = (",", ";", "\t", "|")
_SAYING: Final = re.compile(r"\s*\"?sep=(.)\"?\s*$", re.I)
_SAMPLE: Final = 200_000
_ROWS_LOOKED_AT: Final = 30
_MOST_ROWS: Final = 100_000
_LONGEST_KEY: Final = 1_000
"""Characters of a heading that are looked at."""


@dataclass(frozen=True)
class Line:
    """One row of a table and where it begins in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table: its heading and the rows below it."""

    file: Path
    name: str
    heading: tuple[str, ...]
    lines: tuple[Line, ...]

    @cached_property
    def keys(self) -> dict[str, int]:
        """Return the indices of the columns, by their names without capitals, dots and spaces."""
        found: dict[str, int] = {}
        for n, name in enumerate(self.heading):
            found.setdefault(key(name), n)
        return found

    def at(self, *names: str) -> int | None:
        """Return the index of the first of these columns; None where there is none of them."""
        return next((self.keys[name] for name in names if name in self.keys), None)

    def has(self, *names: str) -> bool:
        """Tell whether all of these columns are there."""
        return all(name in self.keys for name in names)


def key(name: str) -> str:
    """Return a heading without what programs change in it: capitals, dots, dashes, spaces."""
    return re.sub(r"[^0-9a-z]", "", folded(name[:_LONGEST_KEY]))


def cell(line: Line, at: int | None) -> str:
    """Return a cell; "" where the row ends before it, or where it says that it is missing."""
    if at is None or at >= len(line.cells):
        return ""
    return "" if line.cells[at] in MISSING else line.cells[at]


def read_text(content: bytes) -> str:
    """Return the text in these bytes, whatever they are encoded in; "" where they are no text."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _kept(content.decode(encoding, errors="replace"))
    if b"\0" in content[:1000]:
        even, odd = content[0:1000:2].count(0), content[1:1000:2].count(0)
        if 8 * max(even, odd) < min(len(content), 1000):
            return ""  # noughts here and there: no text of two bytes a sign, but none at all
        return _kept(content.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace"))
    try:
        return _kept(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _kept(_of_a_code_page(content))


def _kept(decoded: str) -> str:
    """Return a text, or "" for what is none: most of it signs that nobody types."""
    start = decoded[:4000]
    strange = sum(1 for c in start if (c < " " and c not in "\t\r\n\f") or c == "�")
    return "" if "\0" in start or 10 * strange > len(start) else decoded.replace("\0", "")


def _of_a_code_page(content: bytes) -> str:
    """Return a text in one of the code pages of before Unicode: mostly that of Windows."""
    if b"\r" in content and b"\n" not in content:
        return content.decode("mac_roman")  # only an old Mac ends lines so
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    # A quotation mark inside a word is a letter of another code page.
    if text and not re.search(
        r"[^\W\d_][‘“”•–—˜™š›œžŽ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿][^\W\d_]", text
    ):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(
        content[:_SAMPLE], cp_isolation=["cp1252", "mac_roman", "cp850", "cp1250"]
    ).best()
    return content.decode(best.encoding if best else "cp1252", errors="replace")


def read_sheet(path: Path, text: str, *, quoted: bool = True) -> Sheet:
    """Return the table in a text. Raises `Problem` `csv_too_large`.

    Quotes are taken as they come: one that does not close ends with its line.
    """
    first, _, rest = text.partition("\n")
    said = _SAYING.match(first)
    start = 1
    if said:
        text, start = rest, 2
    separator = said[1] if said else _separator(text)
    lines = list(_lines(path, text, separator, start, quoted=quoted))
    if not lines:
        return Sheet(path, "", (), ())
    heading, rows = list(lines[0].cells), lines[1:]
    if rows and _has_row_names(heading, rows):
        heading = heading[1:] if not heading[0] else heading
        rows = [Line(row.number, row.cells[1:]) for row in rows]
    while heading and not heading[-1]:
        heading.pop()
    return Sheet(path, "", tuple(heading), tuple(rows))


def _has_row_names(heading: Sequence[str], rows: Sequence[Line]) -> bool:
    """Tell whether the rows begin with a number for which there is no heading, as R writes them."""
    if not heading or (heading[0] and len(rows[0].cells) != len(heading) + 1):
        return False
    return len(heading) > 1 and all(row.cells[0].strip().isdecimal() for row in rows)


def _separator(text: str) -> str:
    """Return the separator that gives most rows as many cells as the heading."""

    def fit(separator: str) -> tuple[int, int]:
        widths = [
            len(row.cells)
            for _, row in zip(
                range(_ROWS_LOOKED_AT),
                _lines(Path(), text[:_SAMPLE], separator, 1, quoted=True),
                strict=False,
            )
        ]
        if not widths or widths[0] < 2:
            return 0, 0
        # With names of rows, as R writes them, the rows are one longer than the heading.
        alike = sum(1 for width in widths if width in (widths[0], widths[0] + 1))
        return (alike * 100 // len(widths), widths[0])

    return max(_SEPARATORS, key=fit)


def _lines(path: Path, text: str, separator: str, start: int, *, quoted: bool) -> Iterator[Line]:
    """Yield the rows that are not empty, with the line on which each begins."""
    lines = narrow(path, text, separator)
    if quoted:
        reader = csv.reader(lines, delimiter=separator)
    else:
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    count = 0
    while True:
        number = reader.line_num + start
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not quoted:
                raise Problem("csv_broken", file=path, line=number) from error
            yield from _lines(path, text, separator, start, quoted=False)
            return
        if not any(cells):
            continue
        count += 1
        if count > _MOST_ROWS or len(cells) > MOST_CELLS:
            raise Problem("csv_too_large", file=path)
        yield Line(number, tuple(one.strip() for one in cells))
