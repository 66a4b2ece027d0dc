"""The tables of a group: composed once, and told on the screen, in a report and in a file."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from app.analysis.group.figures import FOCUS, QUADRANTS, parts_of_scale
from app.analysis.group.literature import PublishedFigure, published_figures
from app.analysis.group.pattern import NotableKind, shows_pilot, standing_out
from app.exchange.cells import guarded
from app.models.coded_map import OWN_WORDS
from app.models.fewest_people import FEWEST_FOR_KINDS, FEWEST_ON_SCREEN, fewest_for_means
from app.models.vocabulary import vocabulary
from app.report.group_paired import change_sentences, paired_tables
from app.report.group_words import (
    GroupTable,
    called,
    contact_steps,
    importance_steps,
    important_steps,
    spread_names,
    spread_said,
    without_dashes,
)
from app.words import current_language, filled, joined, say, say_in
from app.words.field_names import field_label
from app.words.group import NOTHING, amount, cell, number, percent, steps

_FROM: Final = (
    (FEWEST_FOR_KINDS, ("weekly:leadership", "starred:parents")),
    (fewest_for_means(FEWEST_ON_SCREEN), ("weekly:support_and_care", "starred:pupil_and_family")),
    (0, ("have:community",)),
)
"""From how many people on what can be guessed: only what may be told of them afterwards."""

_ALWAYS: Final = "contacts"

QUESTIONS: Final = (*(id_ for _, ids in _FROM for id_ in ids), _ALWAYS)
"""What a group can guess before it sees the outcome."""


def questions(people: int) -> tuple[str, ...]:
    """Return the ids of what a group of this size can guess."""
    return next((*ids, _ALWAYS) for least, ids in _FROM if people >= least)


def question(id_: str, people: int) -> str:
    """Return the question of a guess."""
    name, _, of = id_.partition(":")
    text = {
        "weekly:leadership": say("How many of the {n} speak to the headteacher every week?"),
        "starred:parents": say("How many of the {n} give parents a star?"),
        "contacts": say("How many partners does a map have, on average?"),
    }.get(id_) or {
        "weekly": say("{area}: how many of the {n} speak to someone there every week?"),
        "starred": say("{area}: how many of the {n} give someone there a star?"),
        "have": say("{area}: how many of the {n} have someone there?"),
    }[name]
    return filled(text, n=people, area=called(of) if of else "")


def outcomes(shown: Mapping[str, Any], guesses: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Return each guess with its outcome beside it, where that may be shown."""
    n, found = shown["respondents"], []
    for id_, guess in guesses:
        name, _, of = id_.partition(":")
        if name == "contacts":
            outcome = number(shown["contacts"]["mean"], current_language())
        else:
            row = shown["kinds"].get(of) or shown["settings"].get(of) or {}
            outcome = cell(row.get(name), n)
        text = (
            say("{question} You guessed {guess}; there are too few of us to say.")
            if outcome == cell(None, n)
            else say("{question} You guessed {guess}; it is: {outcome}.")
        )
        asked = question(id_, n)
        found.append(filled(text, question=asked, guess=guess, outcome=outcome))
    return tuple(found)


def described(id_: str, shown: Mapping[str, Any]) -> str:
    """Return one line on a kind or a setting, of what may be said."""
    which = "kinds" if id_ in shown["kinds"] else "settings"
    table = _parts(shown, which, "")
    if id_ not in table.keys:
        return called(id_)
    row = table.rows[table.keys.index(id_)]
    said = zip(table.heads[1:], row[1:], strict=True)
    return (
        f"{row[0]}. " + ". ".join(f"{head}: {text}" for head, text in said if text != NOTHING) + "."
    )


def tables(shown: Mapping[str, Any]) -> tuple[GroupTable, ...]:
    """Return the tables of published figures that have something to say."""
    made = (
        _contacts(shown),
        _overall(shown),
        _parts(shown, "kinds", say("By type of partner")),
        _parts(shown, "settings", say("By area")),
        _quadrants(shown),
        _focus(shown),
        _top_three(shown),
        _change(shown),
        *paired_tables(shown),
    )
    return tuple(table for one in made if one and (table := without_dashes(one)) is not None)


def sentences(shown: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the sentences on what stands out, each with its kind, the strongest first."""
    found = [(one.kind, _sentence(one, shown)) for one in standing_out(dict(shown))]
    pilot = shows_pilot(dict(shown))
    if pilot is not None:
        text = (
            say(
                "This group shows the pattern of the pilot of Pols (2016, in Van Swet; "
                "provisional)."
            )
            if pilot
            else say(
                "This group does not show the pattern of the pilot of Pols (2016, in Van "
                "Swet; provisional)."
            )
        )
        found.append(("", text))
    found += [("", text) for text in change_sentences(shown)]
    if not shown["kinds"]:
        found += [("", text) for text in _of_few(shown)]
    return tuple(found)


def _of_few(shown: Mapping[str, Any]) -> Iterator[str]:
    """Yield the sentences on a group that is too small to tell of types."""
    n = shown["respondents"]
    on_all = [called(id_) for id_, row in shown["settings"].items() if row["have"] == n]
    if on_all:
        yield say("On all {n} maps: {areas}.", n=n, areas=joined(on_all))
    yield from (spread_said(id_, shown) for id_ in ("contacts", "outside_school"))


def _sentence(one: NotableKind, shown: Mapping[str, Any]) -> str:
    row = shown["kinds" if one.kind in shown["kinds"] else "settings"][one.kind]
    n = shown["respondents"]
    of = row["have"] if isinstance(row["have"], int) else n
    name = called(one.kind)
    if row["have"] != n:
        name = say("{kind} (on the map of {have})", kind=name, have=cell(row["have"], n))
    text = (
        say("{kind}: weekly contact for {weekly}, a star from {starred}.")
        if one.way == "often_seldom_named"
        else say("{kind}: a star from {starred}, weekly contact for {weekly}.")
    )
    return filled(
        text,
        kind=name[:1].upper() + name[1:],
        weekly=amount(row["weekly"], of),
        starred=amount(row["starred"], of),
    )


def _contacts(shown: Mapping[str, Any]) -> GroupTable:
    language = current_language()
    names = spread_names()
    rows = []
    for key, name in names.items():
        one = shown[key]
        ends = [one["minimum"], one["maximum"]]
        span = NOTHING if None in ends else f"{ends[0]}–{ends[1]}"
        mean, median, q1, q3, sd = (
            number(one[at], language) for at in ("mean", "median", "q1", "q3", "sd")
        )
        rows.append((name, mean, median, f"{q1}–{q3}", sd, span))
    heads = (
        say("How many partners"),
        say("Mean"),
        say("Median"),
        say("Half of us between"),
        say("Standard deviation"),
        say("Fewest–most"),
    )
    return GroupTable(
        "contacts", say("How many partners"), heads, tuple(rows), beside=_beside(*names)
    )


def _overall(shown: Mapping[str, Any]) -> GroupTable:
    satisfied, important = shown["satisfaction"], shown["importance"]
    share = shown["weekly_share"]
    of_scale = parts_of_scale("satisfaction_overall")
    rows = [
        (f"{name} ({steps(*of_scale[key])})", cell(satisfied[key], satisfied["valid"]))
        for key, name in (
            ("low", say("Dissatisfied")),
            ("middle", say("In between")),
            ("high", say("Satisfied")),
        )
    ]
    expert = shown.get("own_expertise") or {}
    if expert.get("low") is not None:
        rows += [
            (f"{field_label('own_expertise')}: {steps(*codes)}", cell(expert[key], expert["valid"]))
            for key, codes in parts_of_scale("own_expertise").items()
        ]
    if important:
        text = cell(important["high"], important["valid"])
        found = say("Find working together important ({steps})", steps=important_steps())
        rows.append((found, text))
    if share["mean_of_shares"] is not None:
        rows.append(
            (say("Weekly contact: mean of each person's share"), percent(share["mean_of_shares"]))
        )
        rows.append((say("Weekly contact: of all partners together"), percent(share["pooled"])))
    return GroupTable(
        "overall",
        say("The whole of it"),
        (say("What"), say("How many")),
        tuple(rows),
        beside=_beside("satisfaction", "importance"),
    )


def _parts(shown: Mapping[str, Any], which: str, title: str) -> GroupTable:
    n, language = shown["respondents"], current_language()
    rows, keys = [], _ordered(shown[which])
    for id_ in keys:
        row = shown[which][id_]
        of = row["have"] if isinstance(row["have"], int) else None
        known = row["known"] if isinstance(row["known"], int) else None
        rows.append(
            (
                called(id_),
                cell(row["have"], n),
                cell(row["weekly"], known),
                cell(row["starred"], of),
                cell(row["important"], None),
                number(row["mean_frequency"], language),
                number(row["mean_importance"], language),
            )
        )
    heads = (
        say("Type of partner") if which == "kinds" else say("Area"),
        say("On the map of"),
        say("Contact every week"),
        say("A star"),
        say("Important ({steps})", steps=important_steps()),
        say("Mean contact ({steps})", steps=contact_steps()),
        say("Mean importance ({steps})", steps=importance_steps()),
    )
    beside = _beside("kinds.youth_care", "pattern") if which == "kinds" else ()
    return GroupTable(which, title, heads, tuple(rows), keys, beside)


def _quadrants(shown: Mapping[str, Any]) -> GroupTable:
    words, language = vocabulary(), current_language()
    keys = _ordered(shown["kinds"])
    rows = tuple(
        (called(id_), *(cell(shown["kinds"][id_]["quadrants"][at], None) for at in QUADRANTS))
        for id_ in keys
    )
    heads = (
        say("Type of partner"),
        *(words.quadrants[id_].label(language) for id_ in QUADRANTS),
    )
    return GroupTable("quadrants", say("Contact and importance together"), heads, rows, keys)


def _focus(shown: Mapping[str, Any]) -> GroupTable:
    names = {
        "individual": say("Single pupils only"),
        "preventive": say("The whole group only"),
        "organisation": say("The organisation only"),
        "mixed": say("More than one"),
        "unknown": say("Not answered"),
    }
    keys = _ordered(shown["kinds"])
    rows = tuple(
        (called(id_), *(cell(shown["kinds"][id_]["focus"][at], None) for at in FOCUS))
        for id_ in keys
    )
    heads = (say("Type of partner"), *(names[at] for at in FOCUS))
    return GroupTable("focus", say("What it is aimed at"), heads, rows, keys)


def _top_three(shown: Mapping[str, Any]) -> GroupTable:
    rows = tuple(
        (str(place), joined(map(called, kinds)))
        for place, kinds in enumerate(shown["top_three"], start=1)
    )
    heads = (say("Place"), say("Type of partner"))
    title = say("Top three outside school, family and education")
    return GroupTable("top_three", title, heads, rows, beside=_beside("top_three"))


def _change(shown: Mapping[str, Any]) -> GroupTable | None:
    found = shown.get("change")
    if not found:
        return None
    language = current_language()
    ways = {"up": say("up"), "same": say("the same"), "down": say("down")}
    rows = [
        (say("People with a map at both moments"), cell(found["pairs"], None)),
        *(
            (name, number(found[key], language))
            for key, name in (
                ("kept", say("Partners who stayed, on average")),
                ("new", say("New partners, on average")),
                ("lost", say("No longer on the map, on average")),
                ("jaccard", say("Stability (Jaccard)")),
                ("retention", say_in("Commands", "Share that stayed")),
                ("turnover", say("Turnover")),
            )
        ),
        *(
            (name, cell(found[key], None))
            for key, name in (
                ("frequency_up", say("Partners with more contact")),
                ("frequency_down", say("Partners with less contact")),
                ("importance_up", say("Partners whose importance was rated higher")),
                ("importance_down", say("Partners whose importance was rated lower")),
                ("quadrant_changes", say("Partners in another group of contact and importance")),
            )
        ),
        *(
            (f"{name}, {ways[way]}", cell(found[key][way], None))
            for key, name in (
                ("confidence", say("Confidence in working together")),
                ("satisfaction", say("Satisfaction overall")),
            )
            for way in ways
            if found[key][way] is not None
        ),
    ]
    return GroupTable("change", say("Start and end"), (say("What"), say("How many")), tuple(rows))


def _ordered(rows: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of parts as the vocabulary has them; the order of bands would be a figure."""
    known = [*vocabulary().settings, *vocabulary().kinds, OWN_WORDS]
    return tuple(sorted(rows, key=known.index))


def _beside(*of: str) -> tuple[PublishedFigure, ...]:
    return tuple(one for one in published_figures() if one.of in of)


def as_csv(made: Iterable[GroupTable]) -> bytes:
    """Return the tables as one CSV file: table, row, column and value."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["table", "row", "column", "value"])
    for table in made:
        for row in table.rows:
            for head, value in zip(table.heads[1:], row[1:], strict=True):
                out.writerow([guarded(one) for one in (table.title, row[0], head, value)])
    return text.getvalue().encode("utf-8-sig")


def as_text(shown: Mapping[str, Any], made: Iterable[GroupTable]) -> str:
    """Return the sentences and the tables as lines of text."""
    lines = [say("{n} people in this group.", n=shown["respondents"]), ""]
    lines += [text for _, text in sentences(shown)]
    for table in made:
        lines += ["", table.title, *_lined_up(table)]
        lines += [f"  {text}" for text in table.notes]
        lines += [f"  {cited(one)}" for one in table.beside]
    return "\n".join(lines)


def _lined_up(table: GroupTable) -> Iterator[str]:
    rows = [table.heads, *table.rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.heads))]
    for row in rows:
        cells = (f"{text:<{width}}" for text, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()


def cited(one: PublishedFigure) -> str:
    """Return a published figure with its year, its source and what is unknown of it."""
    return f"{one.year}: {one.value} ({one.source}). {one.unknown}"
