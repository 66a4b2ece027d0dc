"""The partners as columns of the table: the fields that say they are shown there."""

from collections.abc import Callable
from typing import Any, Final

from app.models.network import Partner, rules_of, shown_in
from app.views.widgets.columns import CENTRE, LEFT, Column, Look
from app.words import fields, say
from app.words.field_names import field_label

COLUMNS: Final = shown_in("table")
_RULES: Final = rules_of(Partner)
_DASH: Final = "–"
_LEAST: Final = {"name": 190, "kind": 160}
"""Pixels of what can be of any length."""


def partner_columns(is_editable: Callable[[], bool]) -> tuple[Column, ...]:
    """Return the columns; a name can be edited in its cell while the map can be."""
    return tuple(_column(field, is_editable) for field in COLUMNS)


def _column(field: str, is_editable: Callable[[], bool]) -> Column:
    rule, title = _RULES[field], field_label(field)
    is_star, is_name = rule.kind == "star", field == "name"
    dot = "●  " if field == "setting" else ""

    def value(partner: Partner) -> Any:
        return getattr(partner, field)

    def full(partner: Partner) -> str:
        return title if is_star and value(partner) else fields.full(rule, value(partner))

    def typed(partner: Partner) -> str | None:
        return partner.name if is_editable() else None

    return Column(
        field,
        title,
        lambda partner: _short(field, value(partner)),
        full,
        order=lambda partner: fields.sort_key(rule, value(partner)),
        head="★" if is_star else "",
        align=CENTRE if is_star else LEFT,
        look=None if is_name else lambda partner: _look(field, value(partner)),
        typed=typed if is_name else None,
        answers=tuple(dot + answer for answer in fields.answers(rule)),
        least=_LEAST.get(field),
        share=float(is_name),
    )


def _short(field: str, value: Any) -> str:
    if value in (None, "", ()) and field != "named_important":
        return say("? choose") if field == "setting" else _DASH
    return fields.short(_RULES[field], value)


def _look(field: str, value: Any) -> Look:
    if field == "setting":
        return Look(setting=value) if value else Look(ink="focus")
    return Look(ink="soft_ink" if value is None else "")
