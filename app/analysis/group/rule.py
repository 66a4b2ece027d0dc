"""The minimum-cell rule: the one way by which figures of a group may be shown.

`published` takes the exact figures and returns those that point at nobody: a count below k is a
band (`<5`), and so is one that is short of all by less than k (`>25`), as it tells as much of
those few. Whatever shows, prints or writes figures of a group takes them from here.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from app.analysis.group.figures import FOCUS, QUADRANTS, Figures, top_three
from app.models.problem import Problem
from app.models.vocabulary import vocabulary

IN_THE_ROOM: Final = 5
"""Fewest people in a cell on the screen, where the group sits together."""

OUTSIDE: Final = 10
"""Fewest people in a cell of a file or a report: it can be laid beside another one."""

FEWEST_FOR_KINDS: Final = 20
"""With fewer respondents nearly every cell of a kind would be a band: the settings stand then."""

Cell = int | str | None
"""A number of respondents, a band (`<5`, `>25`), or nothing that may be shown."""


_STEPS: Final = ("low", "middle", "high")


def published(exact: Figures, k: int) -> Figures:
    """Return what of exact figures may be shown, with k people in a cell at least.

    Raises `Problem` `group_too_few` where there are fewer than k respondents.
    """
    n = exact["respondents"]
    if n < k:
        raise Problem("group_too_few", least=k)
    small = n < 2 * k
    kinds = exact["kinds"] if n >= max(FEWEST_FOR_KINDS, 2 * k) else {}
    shown = {id_: _part(row, n, k) for id_, row in kinds.items() if row["have"] >= k}
    settings = {
        id_: _reach(row, n, k) if small else _part(row, n, k)
        for id_, row in exact["settings"].items()
    }
    _keep_apart(settings, shown, exact, k)
    return {
        "respondents": n,
        **{
            name: _spread(exact[name], small=small)
            for name in ("contacts", "outside_school", "outside_school_without_family")
        },
        "weekly_share": {
            name: None if small else _rounded(share, 2)
            for name, share in exact["weekly_share"].items()
        },
        "kinds": shown,
        "settings": settings,
        "top_three": top_three({id_: least(row["have"]) for id_, row in shown.items()}),
        "satisfaction": _answers(exact["satisfaction"], _STEPS, n, k),
        "importance": {} if small else _high(exact["importance"], n, k),
    } | {"own_expertise": {} if small else _answers(exact["own_expertise"], _STEPS, n, k)}


def published_change(exact: Figures, k: int) -> Figures | None:
    """Return what of the changes between two moments may be shown; None below k pairs."""
    pairs = exact["pairs"]
    if pairs < k:
        return None
    moved = ("confidence", "satisfaction")
    means = {name: _rounded(exact[name], 1) for name in ("kept", "new", "lost")}
    shares = {name: _rounded(exact[name], 2) for name in ("jaccard", "retention", "turnover")}
    sums = {
        name: band(value, None, k)
        for name, value in exact.items()
        if name not in {*means, *shares, *moved, "pairs"}
    }
    ways = {name: _moved(exact[name], k) for name in moved}
    return {"pairs": pairs, **means, **shares, **sums, **ways}


def _moved(exact: Figures, k: int) -> Figures:
    valid = sum(exact.values())
    return dict.fromkeys(exact) if valid < k else in_set(exact, valid, k, guarded=True)


def band(count: int, of: int | None, k: int, *, guarded: bool = False) -> Cell:
    """Return a count, or a band where it is close to nobody or to all (`of`).

    With `guarded` nobody and all are bands as well: it says of everyone what they answered.
    Where `of` is so small that the two bands meet, there is one band, or with `guarded` two halves.
    """
    if of is not None and of < 2 * k:
        if guarded:
            half = of // 2
            return f">{half}" if count > half else f"<{half + 1}"
        return f"<{of}" if 0 < count < of else count
    if count < k and (count or guarded):
        return f"<{k}"
    if of is not None and of - k < count and (count < of or guarded):
        return f">{of - k}"
    return count


def least(cell: Cell) -> int:
    """Return the fewest a cell can be: what cells are put in order by."""
    if isinstance(cell, str):
        return 1 if cell.startswith("<") else int(cell[1:]) + 1
    return cell or 0


def _part(row: Figures, n: int, k: int) -> Figures:
    """Return what may be shown of a kind or a setting."""
    have = row["have"]
    if 0 < have < k:
        return _nothing(row) | {"have": band(have, n, k)}
    shown_have = band(have, n, k)
    total = have if shown_have == have else n
    known = band(row["known"], total, k)
    asked = row["known"] if known == row["known"] else total
    many = known == row["known"] and shown_have == have
    weekly = band(row["weekly"], asked, k)
    rated = band(row["known_importance"], total, k)
    valued = row["known_importance"] if rated == row["known_importance"] else total
    return {
        "have": shown_have,
        "known": known,
        "weekly": weekly,
        "starred": band(row["starred"], total, k),
        "important": band(row["important"], valued, k),
        "known_importance": rated,
        "partners": row["partners"] if many else None,
        "partners_known": row["partners_known"] if many else None,
        "partners_weekly": row["partners_weekly"] if many and weekly == row["weekly"] else None,
        "mean_frequency": _rounded(row["mean_frequency"], 1) if row["known"] >= k else None,
        "mean_importance": (
            _rounded(row["mean_importance"], 1) if row["known_importance"] >= k else None
        ),
        "quadrants": in_set({id_: row["quadrants"][id_] for id_ in QUADRANTS}, asked, k),
        "focus": in_set({id_: row["focus"][id_] for id_ in FOCUS}, total, k),
    }


def _nothing(row: Figures) -> Figures:
    """Return a part of which nothing may be shown but that few have it."""
    return {
        name: dict.fromkeys(value) if isinstance(value, dict) else None
        for name, value in row.items()
    }


def _reach(row: Figures, n: int, k: int) -> Figures:
    return _nothing(row) | {"have": band(row["have"], n, k)}


def _spread(exact: Figures, *, small: bool) -> Figures:
    """Return a spread; its ends are one person's each, and stand only among many."""
    ends = ("minimum", "maximum")
    return {
        name: None if small and name in ends else _rounded(value, 1)
        for name, value in exact.items()
    }


def _answers(exact: Figures, names: Iterable[str], n: int, k: int) -> Figures:
    valid = band(exact["valid"], n, k)
    total = exact["valid"] if valid == exact["valid"] else n
    counts = {name: exact[name] for name in names}
    if exact["valid"] < k:
        return {"valid": valid, **dict.fromkeys(counts)}
    return {"valid": valid, **in_set(counts, total, k, guarded=True)}


def _high(exact: Figures, n: int, k: int) -> Figures:
    valid = band(exact["valid"], n, k)
    if exact["valid"] < k:
        return {"valid": valid, "high": None}
    total = exact["valid"] if valid == exact["valid"] else n
    return {"valid": valid, "high": band(exact["high"], total, k)}


def in_set(counts: Mapping[str, int], total: int, k: int, *, guarded: bool = False) -> Figures:
    """Return cells that add up, or of which one tells another: contact by importance.

    Where one of them is a band all are, each the band of k numbers it is in: to make only the
    next smallest one coarser would tell those who know this rule which one that was. Where what
    they add up to pins one of them down even so, nothing is shown.
    """
    shown: dict[str, Cell] = {
        name: band(count, total, k, guarded=guarded) for name, count in counts.items()
    }
    if all(isinstance(cell, int) for cell in shown.values()):
        return shown
    shown = {name: coarse(count, k, total) for name, count in counts.items()}
    every, crowded = sum(counts.values()), len(counts) * (k - 1)  # all of them just below k
    hidden = crowded - _CHOICE + 1 < every <= crowded or _is_pinned(shown, every, k)
    return dict.fromkeys(counts) if hidden else shown


def coarse(count: int, k: int, of: int) -> str:
    """Return a count as the band of k numbers it is in, nobody and all included: `<10` is 5 to 9.

    Close to all (`of`) it is the band of those.
    """
    if count > of - k >= k:
        return f">{of - k}"
    return f"<{(count // k + 1) * k}"


_CHOICE: Final = 3
"""Fewest numbers a band must leave open."""


_MARGINS: Final = ("have", "weekly", "starred", "important")
_PARTNERS: Final = ("partners", "partners_known", "partners_weekly")


def _keep_apart(settings: Figures, kinds: Figures, exact: Figures, k: int) -> None:
    """Make the cell of a setting coarser where with those of its kinds it would tell a band.

    Whoever has somebody of a setting has somebody of one of its kinds: the cells of the kinds are
    together no fewer, and each alone no more.
    """
    words = vocabulary().kinds
    for id_, row in settings.items():
        those = [kind for kind in exact["kinds"] if kind in words and words[kind].setting == id_]
        for name in _MARGINS:
            cell = row[name]
            if cell is None or not kinds:
                continue
            of = exact["respondents"]
            cells = [kinds[kind][name] if kind in kinds else f"<{k}" for kind in those]
            ends = [span(one, of, k) for one in cells if one is not None]
            if _tells(span(cell, of, k), ends):
                row[name] = coarse(exact["settings"][id_][name], k, of)
                row.update(dict.fromkeys(_PARTNERS))
            if _tells(span(row[name], of, k), ends):
                row[name] = None


def _tells(whole: tuple[int, int], parts: list[tuple[int, int]]) -> bool:
    """Tell whether what is between `whole` leaves too little choice to one of its parts."""
    most = sum(high for _, high in parts)
    for low, high in parts:
        fewest, top = max(low, whole[0] - (most - high)), min(high, whole[1])
        if low < high and top - fewest + 1 < min(_CHOICE, high - low + 1):
            return True
    return False


def _is_pinned(shown: Mapping[str, Cell], total: int, k: int) -> bool:
    """Tell whether somebody who adds up bands knows one of them nearly exactly."""
    ends = [span(cell, total, k) for cell in shown.values()]
    lows, highs = (sum(end[at] for end in ends) for at in (0, 1))
    for low, high in ends:
        fewest, most = max(low, total - (highs - high)), min(high, total - (lows - low))
        if most - fewest + 1 < _CHOICE:
            return True
    return False


def span(cell: Cell, of: int, k: int) -> tuple[int, int]:
    """Return the fewest and the most a cell can be; a band beyond k begins at k or later."""
    if not isinstance(cell, str):
        return cell or 0, cell or 0
    edge = int(cell[1:])
    if cell.startswith(">"):
        return edge + 1, of
    return (edge - k if edge > k and edge % k == 0 else 0), edge - 1


def _rounded(value: Any, decimals: int) -> Any:
    return round(value, decimals) if isinstance(value, float) else value
