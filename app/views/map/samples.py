"""What the marks of the map mean: a row each of a painted sample and words, for the legend."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from app.analysis.composition import WEEKLY, has_say
from app.models.network import Map, Photo
from app.models.vocabulary import vocabulary
from app.views.map import line_marks, marks
from app.views.map.lens_and_layers import LAYERS, Look
from app.views.widgets import theme
from app.views.widgets.line_widths import LINE_WIDTHS
from app.words import current_language, phrases, say
from app.words.field_names import field_label

SAMPLE: Final = QSize(56, 25)
"""Width and height of a sample in pixels."""

_DISC: Final = 20.0
_SMALL: Final = 16.0
"""Diameter of a disc with a star or a triangle, which stick out of it."""

Paint = Callable[[QPainter], None]
"""Paints a sample around 0, 0, in `SAMPLE`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One mark of the picture and what it means."""

    words: str
    paint: Paint
    layer: str = ""
    """The layer that shows or hides the mark, or nothing."""
    is_on: Callable[[Map], bool] = lambda _: True
    """Tells whether a map has the mark, where that can be told without painting it."""

    def pixmap(self, ratio: float) -> QPixmap:
        """Return the sample as a picture, for a screen of `ratio` pixels a point."""
        size = SAMPLE * theme.text_scale()
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)  # what cannot be switched is seen as such
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(size.width() / 2, size.height() / 2)
        painter.scale(theme.text_scale(), theme.text_scale())
        self.paint(painter)
        painter.end()
        return drawn


def layer_rows() -> tuple[Row, ...]:
    """Return a row for every layer, in their order."""
    painted: dict[str, Paint] = {
        "contact": _contacts,
        "ties": partial(_ties, states=(True, False)),
        "initiative": _initiative,
        "satisfaction": _chafing,
        "wishes": _wishes,
        "notable": _notables,
        "intentions": _intention,
        "drawing": _drawing,
        "photo": _photo,
        "centrality": _sizes,
    }
    only_where = {"photo": lambda whole: bool(whole.all_of(Photo))}
    return tuple(
        Row(layer.name(), painted[layer.id], layer.id, only_where.get(layer.id, lambda _: True))
        for layer in LAYERS.values()
    )


def fixed_rows(
    look: Look, whole: Map | None, *, is_brief: bool = False
) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of what is always seen or belongs to a layer that is seen now, in groups.

    Where it `is_brief`, of the widths of lines the narrowest and the widest.
    """
    lines = _line_rows(look, is_brief=is_brief)
    groups = (_mark_rows(look), lines, _setting_rows(look, whole))
    return tuple(
        tuple(replace(row, words=row.words[:1].upper() + row.words[1:]) for row in rows)
        for rows in groups
        if rows
    )


def _mark_rows(look: Look) -> list[Row]:
    tongue = current_language()
    entities = vocabulary().choices["entity"]
    rows = []
    in_gap = look.lens.id == "gap"
    if in_gap:
        said = say("place: how important; end of the tail: how often")
        rows.append(Row(said, partial(_comet, quiet=True)))
    if look.shows("notable"):
        for quadrant, difference in marks.DIFFERENCES.items():
            said = vocabulary().quadrants[quadrant].label(tongue)
            outlined = partial(_person, difference=difference)
            rows.append(Row(said, partial(_comet, token=difference) if in_gap else outlined))
        if in_gap:
            rows.append(Row(say("pale: no large difference"), _pale))
    return [
        *rows,
        Row(say("in the school, outside"), partial(_pair, entity="person")),
        *(
            Row(
                entities[entity].label(tongue),
                partial(_pair, entity=entity),
                is_on=partial(_has, field="entity", value=entity),
            )
            for entity in ("group", "organisation")
        ),
        Row(
            field_label("named_important"),
            _starred,
            is_on=partial(_has, field="named_important", value=True),
        ),
        Row(
            phrases.scale_label("frequency", 0),
            _wished,
            is_on=partial(_has, field="frequency", value=0),
        ),
        Row(
            say("pupil who has a say"),
            _with_say,
            is_on=lambda whole: any(map(has_say, whole.partners)),
        ),
    ]


def _line_rows(look: Look, *, is_brief: bool) -> list[Row]:
    tongue = current_language()
    rows = []
    if look.shows("contact"):
        steps = vocabulary().scales["frequency"].steps[1:]
        seen = (steps[0], steps[-1]) if is_brief else steps
        rows += [Row(s.short(tongue), partial(_contact, frequency=s.code)) for s in seen]
    if look.shows("ties"):
        for state, certain in (("yes", True), ("unknown", False)):
            answer = vocabulary().choices["tie_state"][state].label(tongue)
            text = say("know each other: {answer}", answer=answer)
            is_on = partial(_has_tie, state=state)
            rows.append(Row(text, partial(_ties, states=(certain,)), is_on=is_on))
    return rows


def _has(whole: Map, *, field: str, value: object) -> bool:
    return any(getattr(partner, field) == value for partner in whole.partners)


def _has_tie(whole: Map, *, state: str) -> bool:
    return any(tie.state == state for tie in whole.ties)


def _setting_rows(look: Look, whole: Map | None) -> list[Row]:
    """Return the colours, where the rim of the map does not say them."""
    if whole is None or (look.lens.field is not None and look.sectors):
        return []
    there = {partner.setting for partner in whole.partners}
    is_grey = theme.current().is_grey
    rows = []
    for setting in (*vocabulary().settings, None):
        if setting in there:
            words = phrases.setting_label(setting)
            words = phrases.numbered(words, setting) if is_grey else words
            rows.append(Row(words, partial(_person, setting=setting)))
    return rows


# The samples. Each is painted by the functions that paint the map.


def _disc(
    painter: QPainter,
    x: float,
    form: marks.Form,
    fill: str = "soft_ink",
    *,
    diameter: float = _DISC,
    hollow: bool = False,
    difference: str = "",
) -> None:
    painter.save()
    painter.translate(x, 0)
    if difference:
        diameter -= marks.OUTLINE
        marks.notable(painter, form, diameter, difference)
    smaller = marks.OUTLINE if difference else 0.0
    colour = theme.current().colour(fill)
    marks.disc(painter, form, diameter, colour, hollow=hollow, smaller=smaller)
    painter.restore()


def _person(
    painter: QPainter,
    *,
    inside: bool = False,
    setting: str | None = "",
    difference: str = "",
) -> None:
    fill = "soft_ink" if setting == "" else setting or "no_setting"
    if setting:
        inside = vocabulary().settings[setting].inside_school
    _disc(painter, 0, marks.Form(inside), fill, difference=difference)


def _pale(painter: QPainter) -> None:
    worn = theme.current()
    fill, edge = (worn.mix("soft_ink", "paper", n) for n in (marks.FADED, marks.FADED_EDGE))
    marks.disc(painter, marks.Form(inside=False), _DISC, fill, edge=edge)


def _pair(painter: QPainter, *, entity: str) -> None:
    for x, inside in ((-12, True), (12, False)):
        _disc(painter, x, marks.Form(inside, entity))


def _starred(painter: QPainter) -> None:
    painter.translate(0, 2.5)
    _disc(painter, 0, marks.Form(), diameter=_SMALL)
    marks.star(painter, _SMALL)


def _with_say(painter: QPainter) -> None:
    _disc(painter, 0, marks.Form(has_say=True))


def _intention(painter: QPainter) -> None:
    painter.translate(0, -2.5)
    _disc(painter, 0, marks.Form(), diameter=_SMALL)
    marks.intention(painter, _SMALL)


def _wishes(painter: QPainter) -> None:
    for x, more in ((-12, True), (12, False)):
        painter.save()
        painter.translate(x, 2.5)
        _disc(painter, 0, marks.Form(), diameter=_SMALL)
        marks.wish(painter, _SMALL, more=more)
        painter.restore()


def _wished(painter: QPainter) -> None:
    line_marks.contact_lines(painter, [line_marks.ContactLine(0, QLineF(-22, 0, 4, 0))])
    _disc(painter, 12, marks.Form(), hollow=True)


def _notables(painter: QPainter) -> None:
    for x, difference in zip((-12, 12), marks.DIFFERENCES.values(), strict=True):
        _disc(painter, x, marks.Form(), difference=difference)


def _sizes(painter: QPainter) -> None:
    _disc(painter, -12, marks.Form(), diameter=_DISC * 0.6)
    _disc(painter, 10, marks.Form())


def _comet(painter: QPainter, *, token: str = "soft_ink", quiet: bool = False) -> None:
    line_marks.comet(painter, QPointF(-12, 0), QPointF(17, 0), 10, token, quiet=quiet)
    _disc(painter, -12, marks.Form())


def _contact(painter: QPainter, *, frequency: int) -> None:
    line_marks.contact_lines(painter, [line_marks.ContactLine(frequency, QLineF(-20, 0, 20, 0))])


def _contacts(painter: QPainter) -> None:
    codes = [step.code for step in vocabulary().scales["frequency"].steps]
    third = len(codes) // 3
    lines = zip((codes[third], codes[2 * third], codes[-1]), (-8, -2, 6.5), strict=True)
    line_marks.contact_lines(
        painter, [line_marks.ContactLine(code, QLineF(-20, y, 20, y)) for code, y in lines]
    )


def _chafing(painter: QPainter) -> None:
    line = QLineF(-22, 0, 22, 0)
    line_marks.contact_lines(painter, [line_marks.ContactLine(WEEKLY, line)])
    line_marks.hatches(painter, [(QLineF(-26, 0, 18, 0), LINE_WIDTHS[WEEKLY])])


def _initiative(painter: QPainter) -> None:
    line, width = QLineF(-22, 0, 22, 0), LINE_WIDTHS[WEEKLY]
    line_marks.contact_lines(
        painter, [line_marks.ContactLine(WEEKLY, line_marks.shaft(line, width, "ego"))]
    )
    line_marks.arrows(painter, [(line, width, "ego")])


def _ties(painter: QPainter, *, states: tuple[bool, ...]) -> None:
    for number, certain in enumerate(states):
        y = (number - (len(states) - 1) / 2) * 9
        path = QPainterPath(QPointF(-22, y + 2))
        path.quadTo(QPointF(0, y - 6), QPointF(22, y + 2))
        painter.strokePath(path, line_marks.tie_pen(painter, certain=certain))


def _photo(painter: QPainter) -> None:
    colours = theme.current()
    painter.setPen(QPen(colours.colour("ring"), 1))
    painter.setBrush(colours.colour("faint"))
    painter.drawRect(QRectF(-16, -10, 32, 20))
    hills = QPainterPath(QPointF(-16, 8))
    for x, y in ((-6, -3), (1, 4), (7, -1), (16, 8)):
        hills.lineTo(QPointF(x, y))
    painter.strokePath(hills, QPen(colours.colour("ring"), 1.5))


def _drawing(painter: QPainter) -> None:
    colours = theme.current()
    painter.setPen(colours.colour("soft_ink"))
    painter.setBrush(colours.colour("faint"))
    painter.drawRoundedRect(QRectF(-22, -10, 26, 20), 8, 8)
    pen = QPainterPath(QPointF(8, 5))
    pen.cubicTo(QPointF(13, -14), QPointF(15, 14), QPointF(22, -4))
    painter.strokePath(pen, QPen(colours.colour("ink"), 1.8))
