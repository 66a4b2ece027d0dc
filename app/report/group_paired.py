"""Begin and end of the same people as a table and as sentences: who went up, and how surely."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from app.analysis.group.paired import FEWEST_PAIRS, INTERVAL
from app.analysis.group.paired_rule import SIZES
from app.models.coded_map import OVERALL
from app.report.group_words import GroupTable, called
from app.words import current_language, filled, say, say_n
from app.words.field_names import field_label
from app.words.group import NOTHING, cell, number
from app.words.ordered import ordered

_LEAST_P: Final = 0.01
"""A smaller chance is not told apart."""


def paired_tables(shown: Mapping[str, Any]) -> Iterator[GroupTable]:
    """Yield the tables of changes person by person; none where that may not be shown."""
    found = shown.get("begin_to_end")
    if not found:
        return
    of, up, down, test = say("Of the same people"), say("Up"), say("Down"), say("Test")
    middle, effect = say("Median, start → end"), say("Effect (−1 to 1)")
    heads = (of, up, say("The same"), down, middle, effect, test)
    rows, switches = tuple(_scales(found)), tuple(_switches(found))
    title, notes = say("Start and end, person by person"), tuple(_notes(found, rows))
    yield GroupTable("paired", title, heads, rows, notes=notes)
    title = say("Start and end, yes or no")
    yield GroupTable(
        "paired_yes_no", title, (of, up, down, test), switches, notes=() if rows else notes
    )


def change_sentences(shown: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the sentences on what went up, or down, for most people, beyond chance."""
    found, said = shown.get("begin_to_end"), []
    for id_, row in found["scales"].items() if found else ():
        ups, downs = (_least_and_most(row[way], row["pairs"]) for way in ("up", "down"))
        if not row["is_sure"] or ups is None or downs is None:
            continue
        way = "up" if ups[0] > downs[1] else "down" if downs[0] > ups[1] else ""
        if way:
            text = (
                say("{what}: up for more of us than down since the start.")
                if way == "up"
                else say("{what}: down for more of us than up since the start.")
            )
            said.append(filled(text, what=_names()[id_]))
    return tuple(said)


def _least_and_most(value: int | str | None, of: int) -> tuple[int, int] | None:
    if value is None:
        return None
    if isinstance(value, int):
        return value, value
    edge = int(value[1:])
    return (edge + 1, of) if value.startswith(">") else (0, edge - 1)


def _names() -> dict[str, str]:
    return {
        "contacts": say("Partners on the map"),
        "outside_school_without_family": say("Outside the school, without pupil and family"),
        "weekly_share": say("Share of partners met every week"),
        **{field: field_label(field) for field in OVERALL},
    }


def _scales(found: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    language = current_language()
    for id_, row in found["scales"].items():
        if row["up"] is None and row["median_begin"] is None:
            continue
        then, now = (_median(id_, row[at], language) for at in ("median_begin", "median_end"))
        medians = NOTHING if row["median_begin"] is None else f"{then} → {now}"
        medians = ordered(medians, row["median_end"])
        counts = (cell(row[way], row["pairs"]) for way in ("up", "same", "down"))
        yield (_names()[id_], *counts, medians, _effect(row, language), _test(row, language))


def _median(id_: str, value: float | None, language: str) -> str:
    if id_ == "weekly_share" and value is not None:
        return f"{round(value * 100)}%"
    return number(value, language)


def _switches(found: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for id_, row in found["yes_no"].items():
        if row["gained"] is None:
            continue
        asked, _, kind = id_.partition(":")
        text = say("{kind}: contact every week") if asked == "weekly" else say("{kind}: a star")
        name = filled(text, kind=called(kind))
        gained, lost = (cell(row[at], None) for at in ("gained", "lost"))
        yield name[:1].upper() + name[1:], gained, lost, _test(row, current_language())


def _effect(row: Mapping[str, Any], language: str) -> str:
    if row["size"] is None:
        return ordered(NOTHING, None)
    order = [name for _, name in SIZES].index(row["size"])
    return ordered(_effect_said(row, language), order)


def _effect_said(row: Mapping[str, Any], language: str) -> str:
    words = {
        "hardly": say("hardly any"),
        "small": say("small"),
        "medium": say("medium"),
        "large": say("large"),
    }[row["size"]]
    if row["rank_biserial"] is None:
        return words
    effect, low, high = (number(row[at], language) for at in ("rank_biserial", "low", "high"))
    text = say("{words}: {effect} ({percent}%: {low} to {high})")
    return filled(text, words=words, effect=effect, percent=INTERVAL, low=low, high=high)


def _test(row: Mapping[str, Any], language: str) -> str:
    if row["is_sure"] is None:
        return ordered(NOTHING, None)
    words = say("more than chance") if row["is_sure"] else say("could be chance")
    if row["p_holm"] is None:
        return ordered(words, float(not row["is_sure"]))
    is_small = row["p_holm"] < _LEAST_P
    p = f"{'<' if is_small else '='} {number(max(row['p_holm'], _LEAST_P), language)}"
    return ordered(f"{words}, p {p}", row["p_holm"])


def _notes(found: Mapping[str, Any], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows and all(row[1] == NOTHING for row in rows):
        yield say("With so few people, how many went up or down would identify someone.")
    yield say_n(
        "1 test was done: exact, from {least} pairs (Wilcoxon with zeros, McNemar).",
        "{n} tests were done: exact, from {least} pairs (Wilcoxon with zeros, McNemar), and "
        "corrected for how many there are (Holm).",
        found["tests"],
        least=FEWEST_PAIRS,
    )
    if any(row[5] != NOTHING for row in rows):
        yield say(
            "Effect: matched-pairs rank-biserial, including those who stayed the same, with a "
            "{percent}% bootstrap interval. A dash: beside these ranges it would identify "
            "someone.",
            percent=INTERVAL,
        )
    yield say(
        "There is no sample and no control group, and people who have learned what to look for "
        "rate differently: a difference is not an effect of the course."
    )
