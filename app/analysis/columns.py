"""The values of a partner that a table shows: what they are called, how written, how sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.models.network import Partner, rules_of, shown_in
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.words import current_language, fields, say
from app.words.dates_and_numbers import shown_number
from app.words.field_names import field_label

DASH: Final = "–"
_USUAL_KIND: Final = "m" * 18


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a partner: what it is called, how it is written, and by what it is sorted."""

    id: str
    title: str
    value: Callable[[Gap, Study | None], Any]
    """The value itself: a number, an id, a text, or None."""
    text: Callable[[Any], str] = str
    numeric: bool = False
    rule: Rule | None = None
    """That of the field, where the value is one the owner filled in."""

    def answers(self) -> list[str]:
        """Return all that can stand in the column; of kinds only what is usual."""
        if self.rule is not None:
            return [_USUAL_KIND] if self.rule.kind == "words" else fields.answers(self.rule)
        if self.id == "quadrant":
            return [self.text(key) for key in vocabulary().quadrants]
        return [self.text(-1.0)] if self.numeric else []


def columns(*, structure: bool) -> tuple[Column, ...]:
    """Return the columns of the table; `structure` adds where partners stand among the others."""
    declared = rules_of(Partner)
    listed = [name for name in shown_in("insight") if name != "name"]
    rated = [name for name in listed if declared[name].part == "ratings"]
    first = [name for name in rated if declared[name].form == "first"]
    answers = [name for name in first if declared[name].kind != "star"]
    difference, where = _of_the_difference()
    who = [name for name in listed if declared[name].form == "who"]
    return (
        _field("name"),
        *(_of_the_structure() if structure else ()),
        *map(_field, answers),
        difference,  # beside what differs, and in sight
        *(_field(name) for name in rated if name not in answers),
        where,
        *(_field(name) for name in listed if name not in (*rated, *who)),
        *map(_field, reversed(who)),
        *_of_positions(),
    )


def _of_the_difference() -> tuple[Column, ...]:
    return (
        Column(
            "gap",
            say("Difference"),
            lambda row, _: row.gap,
            _signed,
            numeric=True,
        ),
        Column(
            "quadrant",
            say("Where"),
            lambda row, _: row.quadrant,
            _quadrant,
        ),
    )


def _of_positions() -> tuple[Column, ...]:
    return (
        Column(
            "ridit_importance",
            say("Position for importance"),
            lambda row, _: row.ridit_importance,
            _plain,
            numeric=True,
        ),
        Column(
            "ridit_frequency",
            say("Position for contact"),
            lambda row, _: row.ridit_frequency,
            _plain,
            numeric=True,
        ),
    )


def _of_the_structure() -> tuple[Column, ...]:
    return (
        Column("degree", say("Knows others"), _degree, numeric=True),
        Column(
            "betweenness",
            say("Stands between others"),
            _betweenness,
            _one_decimal,
            numeric=True,
        ),
    )


def _field(name: str) -> Column:
    """Return the column of a field of the partner."""
    rule = rules_of(Partner)[name]
    is_star = rule.kind == "star"

    def value(row: Gap, _: Study | None) -> Any:
        found = getattr(row.partner, name)
        return None if found in ("", ()) or (found is False and not is_star) else found

    title = "★" if is_star else field_label(name)
    return Column(name, title, value, partial(fields.short, rule), rule.kind == "number", rule)


def explanation(column: str) -> str:
    """Return the explanation of a column whose title needs one."""
    return {
        "gap": say(
            "Above 0: more important than contact suggests. Below 0: the other way round.",
        ),
        "ridit_importance": say("This partner's position in your own order of importance, 0 to 1"),
        "ridit_frequency": say("This partner's position in your own order of contact, 0 to 1"),
        "named_important": field_label("named_important"),
        "degree": say("How many of your other partners this one knows"),
        "betweenness": say("How much this partner links others, even without you"),
    }.get(column, "")


def _degree(row: Gap, known: Study | None) -> int | None:
    return known.structure.degree.get(row.partner.id) if known else None


def _betweenness(row: Gap, known: Study | None) -> float | None:
    return known.structure.betweenness.get(row.partner.id) if known else None


def _quadrant(value: str) -> str:
    return vocabulary().quadrants[value].label(current_language())


def _plain(value: float) -> str:
    return shown_number(value, 2)


def _one_decimal(value: float) -> str:
    return shown_number(value, 1)


def _signed(value: float) -> str:
    shown = shown_number(value, 2)
    return f"+{shown}" if value > 0 and shown.strip("0.,") else shown
