"""Pajek `.net`, with one relation or several (VennMaker writes those)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import MOST_EDGES, MOST_NODES, draft_of, title_of, words_of
from app.exchange.formats.source import Source
from app.models.problem import Problem

_SECTION: Final = re.compile(r"\*(\w+)\s*(?::(\d+))?\s*(.*)")


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if re.search(r"^\s*\*vertices\b", s.text[:5000], re.I | re.M)]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    networks = [_Reader(source) for source in sources]
    for one in [one for one in networks if one.is_only_numbers]:
        other = next((o for o in networks if o.is_network and o.is_beside(one)), None)
        if other is None:
            yield Problem("import_no_alters", file=one.source.path)
        else:
            other.vary(one.source.stem.removeprefix(f"{other.source.stem}_"), one.numbers)
    for one in networks:
        if one.is_network:
            try:
                yield from one.drafts()
            except Problem as problem:
                yield problem


class _Reader:
    """One file: networks, and numbers about their vertices (a partition, a vector)."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.numbers: list[str] = []
        self._networks: list[tuple[str, dict[str, Person], list[Bond]]] = []
        self._section = self._relation = self._variable = ""
        self._relations: dict[str, str] = {}
        self._row = 0
        self._seen: set[tuple[int, int, str]] = set()
        self._has_two_modes = False
        self._said: list[str] = []
        self._begin("")
        for number, line in enumerate(source.text.splitlines(), start=1):
            line = line.strip()
            _, people, bonds = self._networks[-1]
            if len(people) > MOST_NODES or len(bonds) > MOST_EDGES:
                break
            if not line or line.startswith("%"):
                continue
            if found := _SECTION.match(line):
                self._turn(found[1].casefold(), found[2] or "", found[3])
            elif words := list(words_of(line)):
                self._take(words, number)
        self._end()

    @property
    def is_only_numbers(self) -> bool:
        """Tell whether it is a partition or a vector: a number a vertex, and no lines."""
        count = str(len(self.numbers))
        return bool(self.numbers) and not self._networks[0][2] and self._said == [count]

    @property
    def is_network(self) -> bool:
        """Tell whether there are vertices in it."""
        return not self.is_only_numbers

    def is_beside(self, other: "_Reader") -> bool:
        """Tell whether the numbers of another file are about these vertices."""
        same = self.source.path.parent == other.source.path.parent
        return same and len(self._networks[-1][1]) == len(other.numbers)

    def vary(self, variable: str, numbers: Sequence[str]) -> None:
        """Give each vertex the number that stands on its row."""
        people = list(self._networks[-1][1].values())
        if len(people) == len(numbers):
            for person, value in zip(people, numbers, strict=True):
                person.said[variable] = value

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft a network."""
        if self._has_two_modes:
            raise Problem("import_two_modes", file=self.source.path)
        for number, (title, people, bonds) in enumerate(self._networks, start=1):
            name = title or title_of(self.source, number, len(self._networks))
            yield draft_of(self.source.path, "pajek", name, list(people.values()), bonds)

    def _begin(self, title: str) -> None:
        self._networks.append((title, {}, []))

    def _turn(self, section: str, number: str, rest: str) -> None:
        """Begin another part of the file."""
        self._end()
        self._section, self._row = section, 0
        self._seen.clear()
        _, people, _ = self._networks[-1]
        if section == "network":
            if people:
                self._begin("")
            self._networks[-1] = (_called(rest), {}, [])
        elif section in ("partition", "vector", "permutation", "cluster"):
            self._variable, self.numbers = _called(rest) or section, []
        elif section == "vertices":
            self._said = rest.split()[:1]
            self._has_two_modes |= bool(re.fullmatch(r"\d+\s+\d+", rest.strip()))
            count = re.match(r"[0-9]{1,6}(?!\S)", rest)
            if not self._variable and count:
                for at in range(1, min(int(count[0]), MOST_NODES + 1) + 1):
                    people[str(at)] = Person(str(at), str(at))
        else:
            self._relation = next(words_of(rest), "") if rest else ""
            self._relations[number] = self._relation

    def _end(self) -> None:
        """Keep what a part said of the vertices."""
        if self._variable and self.numbers:
            self.vary(self._variable, self.numbers)
            self._variable, self.numbers = "", []

    def _take(self, words: list[str], number: int) -> None:
        _, people, bonds = self._networks[-1]
        relation, section = self._relation, self._section
        if section in ("arcs", "edges") and words[0].endswith(":") and len(words) > 2:
            relation = self._relations.get(words.pop(0)[:-1], relation)
        if section == "vertices" and (self._variable or len(words) == 1):
            self.numbers.append(words[0])
            if not self._said:
                people.setdefault(words[0], Person(words[0], words[0], line=number))
        elif section == "vertices":
            people[words[0]] = Person(words[0], words[1], line=number)
        elif section in ("arcs", "edges") and len(words) >= 2:
            weight = words[2] if len(words) > 2 else "1"
            bonds += _bond(words[0], words[1], weight, relation)
        elif section in ("arcslist", "edgeslist"):
            for other in words[1:]:
                bonds += _bond(words[0], other, "1", relation)
        elif section == "matrix":
            self._row += 1
            for at, weight in enumerate(words, start=1):
                self._seen.add((self._row, at, weight))
                if at != self._row and (at, self._row, weight) in self._seen:
                    continue  # the other half of the same
                bonds += _bond(str(self._row), str(at), weight, relation)


def _called(rest: str) -> str:
    """Return what a part is called: in a project by the file it was, with where that stood."""
    return re.sub(r"\.(net|clu|vec|per|cls)$", "", re.split(r"[\\/]", rest.strip())[-1], flags=re.I)


def _bond(a: str, b: str, weight: str, relation: str) -> list[Bond]:
    """Return the bond of a line; None where its weight is 0."""
    if re.fullmatch(r"-?0*(\.0*)?", weight):
        return []
    return [Bond(a, b, said={relation or "weight": weight})]


FORMAT: Final = Format("pajek", "Pajek", _takes, _read)
