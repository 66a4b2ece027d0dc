"""Many files at once: what they are, what has to be chosen, and the maps that come of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.exchange.formats.draft import Choices, Draft, ticked
from app.exchange.formats.map_of_draft import made
from app.exchange.formats.meaning import needs
from app.exchange.formats.text import key as key_of
from app.exchange.kring_file import to_json
from app.models.digest import sha256
from app.models.network import Map
from app.models.problem import Problem

_MOST_NAMED: Final = 40


@dataclass(frozen=True, slots=True)
class Arrival:
    """One map that came in, and what of its file stays out."""

    draft: Draft
    map: Map
    notices: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Arrivals:
    """What came of a number of files: the maps, and why some stay out."""

    maps: list[Arrival] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)


def shape_of(drafts: Iterable[Draft]) -> str:
    """Return a digest of format and variables: the same choices hold for files that share it."""
    first = sorted({(d.format, name) for d in drafts for name in d.variables})
    return sha256(repr(first).encode()).hex()[:16]


def variables_of(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Return the variables in any of these, in the order in which they first stand there.

    One of which every option has a column comes after these.
    """
    found: dict[str, None] = {}
    for draft in drafts:
        found |= dict.fromkeys((*draft.variables, *ticked(draft)))
    return tuple(found)


def check(drafts: Sequence[Draft], choices: Choices) -> None:
    """Raise a `Problem` where a choice is missing, or names what is in none of the files.

    `import_needs` and `import_no_variable` carry the variables there are; a file in which there is
    nobody has none, whatever was asked in it.
    """
    inhabited = [draft for draft in drafts if draft.people]
    known = variables_of(inhabited)
    named = tuple(known[:_MOST_NAMED])
    stems = {key_of(name) for name in known} | {
        name[:at] for name in known for at, letter in enumerate(name) if letter == "_"
    }
    chosen = (
        choices.contact, choices.importance, choices.setting, choices.name, choices.kind,
        *choices.turned,
    )  # fmt: skip
    for wanted in chosen:
        if wanted and key_of(wanted) not in stems and wanted not in stems and inhabited:
            code = "import_no_variable" if known else "import_only_names"
            raise Problem(code, file=inhabited[0].file, value=wanted, variables=named)
    for draft in drafts:
        if draft.variables and needs(draft, choices):
            raise Problem("import_needs", file=draft.file, variables=named)


def arrive(found: Iterable[Draft | Problem], choices: Choices, language: str = "nl") -> Arrivals:
    """Return the maps of drafts, each whole or not at all."""
    arrivals = Arrivals()
    for one in found:
        if isinstance(one, Problem):
            arrivals.left.append(one)
            continue
        try:
            whole, notices = made(one, choices, language)
        except Problem as problem:
            arrivals.left.append(_of_file(problem, one.file))
            continue
        arrivals.maps.append(Arrival(one, whole, tuple(notices)))
    return arrivals


def _of_file(problem: Problem, file: Path) -> Problem:
    if "file" in problem.values:
        return problem
    return Problem("import_damaged", file=file)


def named(arrivals: Iterable[Arrival]) -> list[tuple[str, Map]]:
    """Return each map with a name of its own; one that is there twice is there once."""
    groups: dict[str, list[Arrival]] = {}
    seen: set[bytes] = set()
    for one in arrivals:
        content = to_json(one.map)
        if content not in seen:
            seen.add(content)
            groups.setdefault(_title(one), []).append(one)
    taken: set[str] = set()
    result = []
    for title, several in groups.items():
        for one in several:
            label = one.map.network.moment_label
            name = f"{title} {label}" if len(several) > 1 and label else title
            number = 2
            while name.casefold() in taken:
                name = f"{title} {number}"
                number += 1
            taken.add(name.casefold())
            result.append((name, one.map))
    return result


def _title(one: Arrival) -> str:
    return one.map.network.title or one.draft.title or one.draft.file.stem
