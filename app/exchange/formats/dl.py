"""UCINET DL: full and half matrices, edge lists and node lists, labels embedded or not."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, one_each, words_of
from app.exchange.formats.source import Source
from app.models.network import MOST_PARTNERS
from app.models.problem import Problem

_MOST: Final = 1_000
_LONGEST: Final = 5_000_000


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if re.match(r"\s*dl\b[\s,]", s.text[:2000], re.I)]


def _draft(source: Source) -> Draft:
    text = source.text
    parts = re.split(r"^[^\S\n]*data\s*:", text, maxsplit=1, flags=re.I | re.M)
    if len(parts) == 1:
        parts = re.split(r"\bdata\s*:", text, maxsplit=1, flags=re.I)
    if len(parts) != 2:
        raise Problem("import_damaged", file=source.path)
    head, data = parts
    count = re.search(r"\b(?:n|nr)\s*=\s*(\d{1,9})", head, re.I)
    shape = re.search(r"\bformat\s*=\s*(\w+)", head, re.I)
    form = shape[1].casefold() if shape else "fullmatrix"
    n = int(count[1]) if count else 0
    columns = re.search(r"\bnc\s*=\s*(\d{1,9})", head, re.I)
    modes = (n, int(columns[1])) if columns and int(columns[1]) != n else None
    if modes or form.startswith(("edgelist2", "nodelist2")):
        raise Problem("import_two_modes", file=source.path)
    if n > _MOST or len(text) > _LONGEST:
        raise Problem("import_too_many", file=source.path, most=MOST_PARTNERS)
    embedded = bool(re.search(r"labels?\s+embedded", head, re.I))
    labels = _labels(head)
    if form == "fullmatrix" or form.endswith(("half", "matrix")):
        names, bonds = _matrix(data, n, labels, embedded=embedded, form=form, head=head)
    elif form.startswith(("edgelist", "nodelist")):
        names, bonds = _lists(data, n, labels, embedded=embedded, is_nodes=form.startswith("node"))
    else:
        raise Problem("import_damaged", file=source.path)
    people = [Person(str(at), name) for at, name in enumerate(names, start=1)]
    return draft_of(source.path, "dl", source.stem, people, bonds)


def _labels(head: str) -> list[str]:
    """Return the labels in the heading: behind *labels:*, between commas, spaces or line ends."""
    found = re.search(
        r"(?<!\bmatrix )(?<!\blevel )labels\s*:(.*?)(?=\b(?:column|matrix|level)\s+labels|$)",
        head,
        re.I | re.S,
    ) or re.search(r"\blabels\s*=(.*?)(?=\s\w+\s*=|\n|$)", head, re.I)
    if not found:
        return []
    lines = [line for line in found[1].splitlines() if line.strip()]
    if lines and not any("," in line or '"' in line for line in lines) and len(lines) > 1:
        return [line.strip() for line in lines]
    return [word for line in lines for word in words_of(line)]


def _matrix(
    data: str, n: int, labels: list[str], *, embedded: bool, form: str, head: str
) -> tuple[list[str], list[Bond]]:
    lines = [line for line in data.splitlines() if line.strip()]
    if embedded and lines:
        labels = list(words_of(lines[0]))[: n or None]
        rows = [list(words_of(line))[1:] for line in lines[1:]]
    else:
        rows = [list(words_of(line)) for line in lines]
    n = n or len(labels) or len(rows)
    relations = _relations(head)
    is_absent = re.search(r"diagonal\s*=?\s*absent", head, re.I) is not None
    if form == "fullmatrix":
        width = n - 1 if is_absent else n
        if sum(map(len, rows)) != n * width * max(len(relations), 1):
            rows = [line.split()[embedded:] for line in lines[embedded:]]  # *1,5* is a number
        if any(len(row) != width for row in rows):
            cells = [cell for row in rows for cell in row]  # rows may go on over several lines
            rows = [cells[at : at + width] for at in range(0, len(cells), width)] if width else []
        if is_absent:
            rows = [[*row[: at % n], "0", *row[at % n :]] for at, row in enumerate(rows)]
    elif form.endswith("half"):
        rows = _half(rows, n, is_upper=form == "upperhalf", is_absent=is_absent)
    starts = 1 if is_absent and form != "fullmatrix" else 0
    bonds = []
    seen: set[tuple[int, int, str, str]] = set()
    for number, row in enumerate(rows[: n * max(len(relations), 1)]):
        a, relation = number % n, relations[number // n] if relations else "weight"
        for at, weight in enumerate(row):
            b = at + (a + starts if form == "upperhalf" else 0)
            seen.add((a, b, relation, weight))
            is_mirror = (b, a, relation, weight) in seen
            if a != b and b < n and _is_tie(weight) and not is_mirror:
                bonds.append(Bond(str(a + 1), str(b + 1), said={relation: weight}))
    return [*labels[:n], *(str(at + 1) for at in range(len(labels[:n]), n))], bonds


def _half(rows: list[list[str]], n: int, *, is_upper: bool, is_absent: bool) -> list[list[str]]:
    """Return the rows of half a matrix, however its lines are cut; one can be empty."""
    widths = list(range(not is_absent, n + (not is_absent)))
    cells = [cell for row in rows for cell in row]
    if len(cells) != sum(widths):
        return rows
    left = iter(cells)
    return [list(islice(left, width)) for width in (widths[::-1] if is_upper else widths)]


def _relations(head: str) -> list[str]:
    """Return the names of the matrices where there are several, one below the other."""
    count = re.search(r"\bnm\s*=\s*(\d{1,2})\b", head, re.I)
    named = re.search(r"\b(?:matrix|level)\s+labels\s*:(.*)", head, re.I | re.S)
    names = list(words_of(" ".join(named[1].split()))) if named else []
    several = int(count[1]) if count else len(names)
    return [*names, *(f"matrix {at}" for at in range(len(names) + 1, several + 1))][:several]


def _lists(
    data: str, n: int, labels: list[str], *, embedded: bool, is_nodes: bool
) -> tuple[list[str], list[Bond]]:
    names = list(labels)
    at: dict[str, int] = {name: number for number, name in enumerate(names, start=1)}
    bonds = []

    def key(word: str) -> str:
        if not embedded and word.isdecimal():
            return word.lstrip("0") or "0"
        if word not in at:
            names.append(word)
            at[word] = len(names)
        return str(at[word])

    for line in data.splitlines():
        words = list(words_of(line))
        if len(words) < 2:
            continue
        others = words[1:] if is_nodes else words[1:2]
        weight = words[2] if not is_nodes and len(words) > 2 else "1"
        for other in others:
            a, b = key(words[0]), key(other)
            if a != b and _is_tie(weight):
                bonds.append(Bond(a, b, said={"weight": weight}))
    names += [str(number) for number in range(len(names) + 1, min(n, _MOST) + 1)]
    return names, bonds


def _is_tie(weight: str) -> bool:
    try:
        return float(weight.replace(",", ".")) > 0
    except ValueError:
        return False


FORMAT: Final = Format("dl", "UCINET DL", _takes, one_each(_draft))
