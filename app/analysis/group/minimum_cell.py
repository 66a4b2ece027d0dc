"""The minimum-cell rule: the one way by which figures of a group may be shown.

`published` takes the exact figures and returns those that point at nobody: a count below k is a
band (`<5`), and so is one that is short of all by less than k (`>25`), as it tells as much of
those few. Whatever shows, prints or writes figures of a group takes them from here. How few
are too few stands in `models/fewest_people.py`.
"""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, Final

from app.analysis.composition import WEEKLY
from app.analysis.group.figures import FOCUS, IMPORTANT, QUADRANTS, Figures, top_three
from app.models.fewest_people import FEWEST_FOR_KINDS, fewest_for_means
from app.models.network import Partner, rules_of
from app.models.problem import Problem
from app.models.vocabulary import vocabulary

Cell = int | str | None
"""A number of respondents, a band (`<5`, `>25`), or nothing that may be shown."""


_STEPS: Final = ("low", "middle", "high")

MOST_CONTACT = rules_of(Partner)["frequency"].most
MOST_IMPORTANT = rules_of(Partner)["importance"].most
"""The highest steps of both scales."""
_OFTEN: Final = (WEEKLY, MOST_CONTACT)
IMPORTANCE: Final = (IMPORTANT, MOST_IMPORTANT)
"""From which step on somebody is marked, weekly or important, and the highest."""


def published(exact: Figures, k: int) -> Figures:
    """Return the part of exact figures that may be shown, with k people in a cell at least.

    Raises `Problem` `group_too_few` where there are fewer than k respondents.
    """
    n = exact["respondents"]
    if n < k:
        raise Problem("group_too_few", least=k)
    small = n < fewest_for_means(k)
    kinds = exact["kinds"] if n >= max(FEWEST_FOR_KINDS, fewest_for_means(k)) else {}
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


def published_change(exact: Figures, k: int, *, apart: int) -> Figures | None:
    """Return the part of the changes between two moments that may be shown; None below k pairs.

    `apart` is how many handed in at one moment only. Of a few of them a mean of partners who stayed
    and left would tell, beside the mean of everybody, how many they have: it is a whole number.
    """
    pairs = exact["pairs"]
    if pairs < k:
        return None
    moved = ("confidence", "satisfaction")
    names = ("kept", "new", "lost")
    if 0 < apart < k:
        means = {name: round(exact[name]) for name in names}
    else:
        means = {name: _rounded(exact[name], 1) for name in names}
    shares = {name: _rounded(exact[name], 2) for name in ("jaccard", "retention", "turnover")}
    sums = {
        name: band(value, None, k)
        for name, value in exact.items()
        if name not in {*means, *shares, *moved, "pairs"}
    }
    ways = {name: _moved(exact[name], pairs, k) for name in moved}
    return {"pairs": pairs, **means, **shares, **sums, **ways}


def _moved(exact: Figures, pairs: int, k: int) -> Figures:
    valid = sum(exact.values())
    if valid < k:
        return dict.fromkeys(exact)
    every = _open(band(valid, pairs, k), pairs, k)
    return in_set(exact, valid if every[0] == every[1] else pairs, k, guarded=True, every=every)


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
    """Return the figures of a kind or a setting that may be shown."""
    have = row["have"]
    if 0 < have < k:
        return _nothing(row) | {"have": band(have, n, k)}
    shown_have = band(have, n, k)
    total = have if shown_have == have else n
    known = band(row["known"], total, k)
    asked = row["known"] if known == row["known"] else total
    weekly = band(row["weekly"], asked, k)
    rated = band(row["known_importance"], total, k)
    valued = row["known_importance"] if rated == row["known_importance"] else total
    important = band(row["important"], valued, k)
    places = in_set({id_: row["quadrants"][id_] for id_ in QUADRANTS}, asked, k)
    margins = _open(weekly, asked, k), _open(important, valued, k), _open(known, total, k)
    if _places_tell(places, margins, asked, k):
        places = dict.fromkeys(QUADRANTS)
    return {
        "have": shown_have,
        "known": known,
        "weekly": weekly,
        "starred": band(row["starred"], total, k),
        "important": important,
        "known_importance": rated,
        **dict.fromkeys(_PARTNERS),
        "mean_frequency": (
            _mean(row["mean_frequency"], weekly, margins[2], margins[0], _OFTEN)
            if row["known"] >= k
            else None
        ),
        "mean_importance": (
            _mean(
                row["mean_importance"],
                important,
                _open(rated, total, k),
                margins[1],
                IMPORTANCE,
            )
            if row["known_importance"] >= k
            else None
        ),
        "quadrants": places,
        "focus": in_set(
            {id_: row["focus"][id_] for id_ in FOCUS}, total, k, every=_open(shown_have, n, k)
        ),
    }


def _mean(
    value: float,
    marked: Cell,
    known: tuple[int, int],
    those: tuple[int, int],
    steps: tuple[int, int],
) -> float | int | None:
    """Return a mean as exactly as it leaves open how many are `marked`: from `steps[0]` on.

    Of 20 people of whom more than 15 find somebody important, a mean of 4.9 leaves one number.
    `known` and `those` are the fewest and the most who answered, and who are marked. Whoever has
    one such partner at step 4 (the first) and one at 1 is at 2.5; a lower mean says of more
    partners each, and leaves everything open.
    """
    cut, most = steps
    fewest = min(_CHOICE, those[1] - those[0] + 1)
    for decimals, off in ((1, 0.05), (0, 0.5)):
        shown = round(value, decimals)
        left = {
            count
            for people in range(known[0], known[1] + 1)
            for count in range(those[0], min(those[1], people) + 1)
            if (cut + 1) / 2 * count + (people - count) <= people * (shown + off)
            and most * count + (cut - 1) * (people - count) >= people * (shown - off)
        }
        if not isinstance(marked, str) or not left or len(left) >= fewest:
            return shown if decimals else int(shown)
    return None


def _places_tell(places: Figures, margins: tuple[tuple[int, int], ...], of: int, k: int) -> bool:
    """Tell whether the four places tell a small number beside who is weekly, and important.

    `margins` are the fewest and the most of who is weekly, who is important and who answered. It
    is tried for who has one partner of this kind, so that everybody is in one place; who has more
    leaves more open.
    """
    if not any(isinstance(cell, str) for cell in places.values()):
        return False
    spans = [span(places[id_], of, k) for id_ in QUADRANTS]
    weekly, important, known = margins
    possible = [
        (*three, rest, three[0] + three[2], three[0] + three[1], sum(three) + rest)
        for three in product(*(range(low, high + 1) for low, high in spans[:3]))
        if weekly[0] <= three[0] + three[2] <= weekly[1]
        and important[0] <= three[0] + three[1] <= important[1]
        for rest in range(
            max(spans[3][0], known[0] - sum(three)), min(spans[3][1], known[1] - sum(three)) + 1
        )
        if any(_is_small(count, of, k) for count in (*three, rest))  # or there were no ranges
    ]
    # Two numbers are too few as well: that nothing is shown would tell which of them it was.
    return any(
        low < high and len(set(counts)) <= 2 and all(_is_small(count, of, k) for count in counts)
        for (low, high), counts in zip(
            (*spans, *margins), zip(*possible, strict=True), strict=False
        )
    )


def _is_small(count: int, of: int, k: int) -> bool:
    return 0 < count < of and not k <= count <= of - k


def _nothing(row: Figures) -> Figures:
    """Return a part of which nothing may be shown but that few have it."""
    return {
        name: dict.fromkeys(value) if isinstance(value, dict) else None
        for name, value in row.items()
    }


def _reach(row: Figures, n: int, k: int) -> Figures:
    return _nothing(row) | {"have": band(row["have"], n, k)}


def _spread(exact: Figures, *, small: bool) -> Figures:
    """Return a spread; its ends are one person's each, and stand only among many.

    So does the standard deviation: with the mean and the quarters of five it would tell the ends.
    """
    ends = ("minimum", "maximum", "sd")
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
    every = _open(valid, n, k)
    return {"valid": valid, **in_set(counts, total, k, guarded=True, every=every)}


def _high(exact: Figures, n: int, k: int) -> Figures:
    valid = band(exact["valid"], n, k)
    if exact["valid"] < k:
        return {"valid": valid, "high": None}
    total = exact["valid"] if valid == exact["valid"] else n
    return {"valid": valid, "high": band(exact["high"], total, k)}


def in_set(
    counts: Mapping[str, int],
    total: int,
    k: int,
    *,
    guarded: bool = False,
    every: tuple[int, int] | None = None,
) -> Figures:
    """Return cells that add up, or of which one tells another: contact by importance.

    Where one of them is a band all are, each the band of k numbers it is in: to make only the
    next smallest one coarser would tell those who know this rule which one that was. Where what
    they add up to pins one of them down even so, nothing is shown. `every` is between which
    numbers that sum is, as it is shown: of a range no cell is a number, for they would add up.
    """
    added = sum(counts.values())
    between = every or (added, added)
    is_range = between[0] < between[1]
    shown: dict[str, Cell] = {
        name: band(count, total, k, guarded=guarded) for name, count in counts.items()
    }
    if not is_range and all(isinstance(cell, int) for cell in shown.values()):
        return shown
    shown = {name: coarse(count, k, total) for name, count in counts.items()}
    crowded = len(counts) * (k - 1)  # all of them just below k
    is_crowded = not is_range and crowded - _CHOICE + 1 < added <= crowded
    hidden = is_crowded or _is_pinned(shown, between, k)
    return dict.fromkeys(counts) if hidden else shown


def coarse(count: int, k: int, of: int) -> str:
    """Return a count as the band of k numbers it is in, nobody and all included: `<10` is 5 to 9.

    Close to all (`of`) it is the band of those, from where the one before it would be narrow.
    """
    nearly = of - k if (of - k) % k + 1 >= _CHOICE else (of - k) // k * k - 1
    if count > nearly and of >= 2 * k:
        return f">{nearly}"
    return f"<{(count // k + 1) * k}"


_CHOICE: Final = 3
"""Fewest numbers a band must leave open."""


_MARGINS: Final = ("have", "weekly", "starred", "important")
_PARTNERS: Final = ("partners", "partners_known", "partners_weekly")
"""They add up over kinds, settings and all: those of a few would follow from the others."""


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


def _is_pinned(shown: Mapping[str, Cell], total: tuple[int, int], k: int) -> bool:
    """Tell whether somebody who adds up bands knows one of them nearly exactly, or their sum."""
    ends = [span(cell, total[1], k) for cell in shown.values()]
    lows, highs = (sum(end[at] for end in ends) for at in (0, 1))
    left = min(highs, total[1]) - max(lows, total[0]) + 1
    if left < min(_CHOICE, total[1] - total[0] + 1):
        return True
    for low, high in ends:
        fewest, most = max(low, total[0] - (highs - high)), min(high, total[1] - (lows - low))
        if most - fewest + 1 < _CHOICE:
            return True
    return False


def _open(cell: Cell, of: int, k: int) -> tuple[int, int]:
    """Return the fewest and the most a cell of `band` can be: nobody and all are no bands."""
    low, high = span(cell, of, k)
    if not isinstance(cell, str):
        return low, high
    return (max(low, 1), high) if cell.startswith("<") else (low, min(high, of - 1))


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
