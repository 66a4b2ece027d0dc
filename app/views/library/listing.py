"""Which maps are listed, and in which order: as they changed, by title, by date or by size."""

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from app.models.moments import in_order
from app.models.search import found, natural
from app.storage.content import Summary
from app.words import phrases, say
from app.words.dates_and_numbers import shown_date


class Entry(NamedTuple):
    """A map or the moments of a series (the first one first), removed or not."""

    moments: tuple[Summary, ...]

    @property
    def is_removed(self) -> bool:
        """Tell whether it was removed, and can be brought back."""
        return self.moments[0].deleted is not None

    @property
    def key(self) -> str:
        """Return the key of the entry: a map that was removed leaves its series."""
        first = self.moments[0]
        return first.id if len(self.moments) == 1 or self.is_removed else f"series {first.series}"


def entries(summaries: Iterable[Summary], today: date) -> list[Entry]:
    """Return the maps as they are listed, series by series; what was removed stands below."""
    series: dict[str, list[Summary]] = {}
    removed = []
    for summary in summaries:
        if summary.deleted is None:
            series.setdefault(summary.series, []).append(summary)
        else:
            removed.append(Entry((summary,)))
    listed = []
    for moments in series.values():
        if len(moments) > 1:
            made = sorted(moments, key=lambda summary: summary.made)
            moments = in_order(made, lambda summary: summary.moment, today)
        listed.append(Entry(tuple(moments)))
    return [*listed, *removed]


ORDERS: Final[dict[str, tuple[Callable[[], str], Callable[[Entry], Any] | None]]] = {
    "changed": (lambda: say("Changed last"), None),
    "title": (lambda: say("Title"), lambda entry: natural(entry.moments[-1].title)),
    "moment": (
        lambda: say("Date"),
        lambda entry: -(entry.moments[-1].moment or date.min).toordinal(),
    ),
    "partners": (lambda: say("Most partners"), lambda entry: -entry.moments[-1].partners),
}
"""In which orders maps can be listed: how each is called, and by what; None is as they come."""


def listed(
    among: Sequence[Entry], typed: str, order: str, also: Container[str] = ()
) -> list[Entry]:
    """Return those of which every typed word is said, in an order; the removed ones last.

    Those with a key in `also` stay, whatever they are called by now.
    """
    chosen = list(among)
    if typed.strip():
        hits = list(found(typed, ((n, _texts(entry)) for n, entry in enumerate(chosen))))
        stay = (n for n, entry in enumerate(chosen) if entry.key in also and n not in hits)
        chosen = [chosen[n] for n in (*hits, *stay)]
    by = ORDERS[order][1]
    if by is not None:
        chosen.sort(key=by)
    return sorted(chosen, key=lambda entry: entry.is_removed)


def _texts(entry: Entry) -> list[str]:
    texts = []
    for one in entry.moments:
        texts += [one.title or phrases.untitled(), one.moment_label, one.ego_label]
        texts.append(shown_date(one.moment))
        texts += [say("Example")] if one.example else []
        texts += [say("From someone else")] if one.theirs else []
    return texts
