"""The values of a partner that a table shows: what they are called, how written, how sorted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QLocale

from app.analysis.gaps import Gap
from app.models.vocabulary import vocabulary
from app.views.insight.seen import Seen
from app.words import current_language, phrases, say

DASH: Final = "–"
_USUAL_KIND: Final = "m" * 18


@dataclass(frozen=True, slots=True)
class Column:
    """One value of a partner: what it is called, how it is written, and by what it is sorted."""

    id: str
    title: str
    value: Callable[[Gap, Seen], Any]
    """The value itself: a number, an id, a text, or None."""
    text: Callable[[Any], str] = str
    numeric: bool = False

    def answers(self) -> list[str]:
        """Return all that can stand in the column; of kinds only what is usual."""
        known = vocabulary()
        scale = {"wished_frequency": "frequency"}.get(self.id, self.id)
        if scale in known.scales:
            return [self.text(step.code) for step in known.scales[scale].steps]
        if self.id in ("setting", "quadrant"):
            terms = known.settings if self.id == "setting" else known.quadrants
            return [self.text(key) for key in terms]
        return [_USUAL_KIND] if self.id == "kind" else [self.text(-1.0)] if self.numeric else []


def columns(*, structure: bool) -> tuple[Column, ...]:
    """Return the columns of the table; `structure` adds where partners stand among the others."""
    found = (
        Column("name", phrases.field_label("name"), lambda row, _: row.partner.name),
        Column(
            "frequency",
            phrases.field_label("frequency"),
            lambda row, _: row.partner.frequency,
            _frequency,
        ),
        Column(
            "importance",
            phrases.field_label("importance"),
            lambda row, _: row.partner.importance,
            _importance,
        ),
        Column("named_important", "★", lambda row, _: row.partner.named_important or None, _star),
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
        Column(
            "wished_frequency",
            phrases.field_label("wished_frequency"),
            lambda row, _: row.partner.wished_frequency,
            _frequency,
        ),
        Column(
            "satisfaction",
            phrases.field_label("satisfaction"),
            lambda row, _: row.partner.satisfaction,
            _satisfaction,
        ),
        Column(
            "setting", phrases.field_label("setting"), lambda row, _: row.partner.setting, _setting
        ),
        Column("kind", phrases.field_label("kind"), lambda row, _: row.partner.kind, _kind),
        Column(
            "ridit_importance",
            say("Place in importance"),
            lambda row, _: row.ridit_importance,
            _plain,
            numeric=True,
        ),
        Column(
            "ridit_frequency",
            say("Place in contact"),
            lambda row, _: row.ridit_frequency,
            _plain,
            numeric=True,
        ),
    )
    if not structure:
        return found
    return (
        *found[:1],
        Column("degree", say("Knows others"), _degree, numeric=True),
        Column(
            "betweenness",
            say("Joins others"),
            _betweenness,
            _one_decimal,
            numeric=True,
        ),
        *found[1:],
    )


def explanation(column: str) -> str:
    """Return what a column means, where its title does not say it."""
    return {
        "gap": say(
            "Place in importance less place in contact: above 0 is more important than often",
        ),
        "ridit_importance": say(
            "Where this partner stands in your own order of importance, 0 to 1"
        ),
        "ridit_frequency": say("Where this partner stands in your own order of contact, 0 to 1"),
        "named_important": phrases.field_label("named_important"),
        "degree": say("How many of your other partners this one knows"),
        "betweenness": say("How far this partner joins others, also without you"),
    }.get(column, "")


def _degree(row: Gap, seen: Seen) -> int | None:
    return seen.structure.degree.get(row.partner.id)


def _betweenness(row: Gap, seen: Seen) -> float | None:
    return seen.structure.betweenness.get(row.partner.id)


def _setting(value: str) -> str:
    return phrases.setting_label(value)


def _kind(value: str) -> str:
    return vocabulary().kind_label(value, current_language())


def _frequency(value: int) -> str:
    return vocabulary().scales["frequency"].step(value).short(current_language())


def _importance(value: int) -> str:
    return vocabulary().scales["importance"].step(value).short(current_language())


def _satisfaction(value: int) -> str:
    return vocabulary().scales["satisfaction"].step(value).short(current_language())


def _quadrant(value: str) -> str:
    return vocabulary().quadrants[value].label(current_language())


def _star(value: bool) -> str:
    return "★" if value else ""


def _plain(value: float) -> str:
    return number(value, 2)


def _one_decimal(value: float) -> str:
    return number(value, 1)


def _signed(value: float) -> str:
    shown = number(value, 2)
    return f"+{shown}" if value > 0 and shown.strip("0.,") else shown


def number(value: float, decimals: int) -> str:
    """Return a number as people write it here, half rounded away from zero, with a real minus."""
    scale = 10**decimals
    rounded = int(abs(value) * scale + 0.5 + 1e-9) / scale
    shown = QLocale().toString(rounded, "f", decimals)
    return f"−{shown}" if value < 0 and rounded else shown
