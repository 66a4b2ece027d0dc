"""What the window for files of other programs does in threads: reading, making, adding."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.document import Document
from app.document.maps import Came
from app.exchange.formats.arrivals import Arrival, Arrivals, arrive
from app.exchange.formats.draft import Choices, Draft
from app.models.network import Map, Partner, rules_of
from app.models.problem import Problem
from app.words import joined, phrases, say
from app.words.field_names import field_label


class Stopped(Exception):
    """Somebody thought better of it."""


@dataclass
class Coming:
    """How far the maps are that come in; its threads share it."""

    done: int = 0
    total: int = 0
    stopped: bool = False

    def tell(self, done: int) -> None:
        """Tell how many are there; raises `Stopped` where nobody wants them any more."""
        self.done = done
        if self.stopped:
            raise Stopped


def add(document: Document, wholes: Sequence[Map], coming: Coming) -> Came:
    """Add maps to the library, all or none, without opening one."""
    return document.take_all_in([_as_kept(whole) for whole in wholes], coming.tell)


def read(paths: tuple[Path, ...]) -> tuple[list[Draft | Problem], bool]:
    """Return the drafts in files, and whether they can be laid together: in any thread."""
    from app.exchange.formats.all_formats import read_all

    return list(read_all(paths)), all(map(_can_be_handed_in, paths))


def made(
    found: list[Draft | Problem], choices: Choices, language: str
) -> tuple[Arrivals, list[str], str]:
    """Return the maps of drafts, how each stands in the list, and what is filled in.

    In any thread.
    """
    arrivals = arrive(found, choices, language)
    return arrivals, [_line(one) for one in arrivals.maps], _filled_in(arrivals)


def _filled_in(arrivals: Arrivals) -> str:
    """Return of how many partners there is an answer: what a chosen column changes."""
    everybody = [partner for one in arrivals.maps for partner in one.map.partners]
    told = []
    for field, rule in rules_of(Partner).items():
        count = sum(getattr(one, field) not in (None, False) for one in everybody)
        if count and "table" in rule.shown and rule.kind != "name":
            told.append(f"{field_label(field)} {count}")
    return say("Answered: {what}.", what=joined(told)) if told else ""


def _line(one: Arrival) -> str:
    """Return the line of a map in the list: its title, its moment, and how many partners."""
    count = phrases.people_count(one.map.partners)
    moment = one.map.network.moment_label
    title = phrases.map_title(one.map.network)
    return joined([part for part in (title, moment, count) if part], between=" · ")


def _as_kept(whole: Map) -> Map:
    """Return a map that was made to hand on as it is kept: finished, and not about me."""
    network = whole.network
    if not network.theirs:
        return whole
    label = network.ego_label or say("Other")
    return whole.after({network.id: replace(network, ego_label=label, finished=True)})


def _can_be_handed_in(path: Path) -> bool:
    """Tell whether there can be maps of a group in it."""
    return path.is_dir() or path.suffix.casefold() in (".kring", ".zip")
