"""The fields of a form: each shows one field of a record, or of several records at once."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.models.vocabulary import Scale, Term, vocabulary
from app.views.widgets import theme
from app.views.widgets.answer_segments import Option, Segments
from app.views.widgets.buttons import Tick, below_words
from app.views.widgets.icons import shown_icon
from app.views.widgets.line_widths import LINE_WIDTHS
from app.views.widgets.wrapping import AllLines
from app.words import current_language, joined, phrases, say
from app.words.field_names import field_label


class Field(QWidget):
    """A caption with a way to empty the field, and under it what a kind of field adds.

    A field holds nothing: it shows what `show_values` is given, and tells what the person
    wants with `given`. Whoever listens stores that and has the field show what holds then.
    """

    given = Signal(str, object)
    """The name of the field, and the value the person gave it."""
    left = Signal()
    """The person has left a text: the next change is a step of its own."""
    empty: ClassVar[Any] = None

    def __init__(self, name: str, caption: str = "", *, captioned: bool = True) -> None:
        super().__init__()
        self.name = name
        self.label = field_label(name)
        self._caption_text = caption or self.label
        self._is_captioned = captioned
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.scaled(4))
        self.caption, self.clear_button = QLabel(self._caption_text, self), QToolButton(self)
        self.clear_button.hide()
        if captioned:
            self._add_top()
        else:
            self.caption.hide()

    def _add_top(self) -> None:
        self.caption.setWordWrap(True)
        is_statement = self._caption_text.endswith(".")
        self.caption.setFont(theme.font("label"))
        self.caption.setProperty("role", "" if is_statement else "soft")
        clear = self.clear_button
        clear.setProperty("role", "icon")
        clear.setIcon(shown_icon("close", "soft_ink"))
        clear.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
        clear.setAccessibleName(phrases.clear_label(self.label))
        clear.setToolTip(phrases.clear_label(self.label))
        clear.setFixedSize(theme.scaled(24), theme.scaled(24))
        # The keys are Delete and Backspace in the field itself: no second tab stop for each.
        clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        clear.clicked.connect(self._give_empty)
        policy = clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        clear.setSizePolicy(policy)
        top = QHBoxLayout()
        self._column.addLayout(top)  # before it is filled: Qt and Python agree on who owns what
        top.setSpacing(theme.GRID)
        self.caption.setBuddy(self)  # a press on it leads here
        top.addWidget(self.caption, 1)
        top.addWidget(clear, 0, Qt.AlignmentFlag.AlignBottom)

    def ask(self, caption: str) -> None:
        """Ask in other words than before; shown with the next values."""
        self._caption_text = caption

    def begin_part(self, title: str) -> None:
        """Put a title above the field, for itself and those that follow."""
        line = QLabel(title)
        line.setFont(caption_font())
        line.setContentsMargins(0, theme.GRID, 0, 0)
        self._column.insertWidget(0, line)

    def show_values(self, values: Sequence[Any], *, editable: bool) -> None:
        """Show the value of the one record, or of several where they agree."""
        is_mixed = values.count(values[0]) < len(values)
        value = self.empty if is_mixed else values[0]
        can_clear = editable and (is_mixed or value != self.empty)
        self.clear_button.setVisible(can_clear and self._is_captioned)
        note = f" · {phrases.mixed()}" if is_mixed else ""
        self.caption.setText(self._caption_text + note)
        self._show(value, is_mixed=is_mixed, editable=editable)
        spoken = phrases.mixed() if is_mixed else self._spoken(value)
        self._announce(joined((self.label, spoken or phrases.not_filled_in()), between=": "))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._spoken_by = widget
        self.setFocusProxy(widget)

    def _announce(self, text: str) -> None:
        if self._spoken_by.accessibleName() != text:
            self._spoken_by.setAccessibleName(text)

    def give(self, value: Any) -> None:
        """Ask for a value, as if it was chosen here."""
        self.given.emit(self.name, value)

    def _give_empty(self) -> None:
        self.give(self.empty)

    def _tell_left(self) -> None:
        self.left.emit()

    def _show(self, value: Any, *, is_mixed: bool, editable: bool) -> None:
        raise NotImplementedError

    def _spoken(self, value: Any) -> str:
        raise NotImplementedError


class ChoiceField(Field):
    """One of a few answers, as segments; a scale of five shows digits with its words below."""

    def __init__(
        self, name: str, options: Sequence[Option], caption: str = "", *, worded: bool = False
    ) -> None:
        super().__init__(name, caption)
        self._options = tuple(options)
        self._segments = Segments(self.label, options)
        self._segments.chosen.connect(self.give)
        self._add(self._segments)
        self._words: QLabel | None = None
        if worded:
            self._words = soft_line()
            self._column.addWidget(self._words)

    def _show(self, value: Any, *, is_mixed: bool, editable: bool) -> None:
        self._segments.show_value(value)
        self._segments.setEnabled(editable)
        if self._words is not None:
            first, last = self._options[0], self._options[-1]
            ends = f"{first.text} {first.full} – {last.text} {last.full}"
            self._words.setText(self._spoken(value) or ends)

    def _spoken(self, value: Any) -> str:
        return next((option.full for option in self._options if option.value == value), "")


def steps_field(name: str, scale: Scale, caption: str = "") -> ChoiceField:
    """Return a field for a scale of many steps, each in a word or two: how often.

    Where lines on the map are as wide as the answer says, the answers show how wide.
    """
    tongue = current_language()
    options = [Option(s.code, s.short(tongue), s.label(tongue), str(s.code)) for s in scale.steps]
    if name == "frequency":
        # Without contact there is no line.
        options = [o._replace(line=LINE_WIDTHS[o.value] if o.value else 0.0) for o in options]
    return ChoiceField(name, options, caption)


def scale_field(name: str, scale: Scale, caption: str = "") -> ChoiceField:
    """Return a field for a scale of a few steps: digits, with the answer in words below them."""
    tongue = current_language()
    options = [Option(s.code, str(s.code), s.label(tongue), str(s.code)) for s in scale.steps]
    field = ChoiceField(name, options, caption, worded=True)
    field.setToolTip(scale.label(tongue))
    return field


def choice_field(name: str, listed: str, caption: str = "") -> ChoiceField:
    """Return a field for one of the answers of a list of the vocabulary."""
    terms = vocabulary().choices[listed].values()
    options = [
        Option(term.id, _label(term), _label(term), str(at)) for at, term in enumerate(terms, 1)
    ]
    return ChoiceField(name, options, caption)


class SeveralField(Field):
    """Any number of the answers of a list, as boxes to tick."""

    empty = ()

    def __init__(self, name: str, listed: str, caption: str = "") -> None:
        super().__init__(name, caption)
        self._terms = vocabulary().choices[listed]
        self._value: tuple[str, ...] = ()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._ticks: dict[str, Tick] = {}
        for key, term in self._terms.items():
            tick = self._ticks[key] = Tick(_label(term))
            tick.asked.connect(self._tick)
            column.addWidget(tick)
        self._add(box)
        self.setFocusProxy(next(iter(self._ticks.values())))

    def _show(self, value: tuple[str, ...], *, is_mixed: bool, editable: bool) -> None:
        self._value = value
        for key, tick in self._ticks.items():
            tick.show_state(key in value)
            tick.setVisible(key in value or not self._terms[key].retired)
            tick.setEnabled(editable)
            tick.setAccessibleName(joined((self.label, tick.text()), between=": "))

    def _tick(self, wanted: bool) -> None:
        asked = next(key for key, tick in self._ticks.items() if tick is self.sender())
        kept = {*self._value, asked} if wanted else {*self._value} - {asked}
        self.give(tuple(key for key in self._terms if key in kept))

    def _spoken(self, value: tuple[str, ...]) -> str:
        return joined(_label(self._terms[key]) for key in value)


class SwitchField(Field):
    """Yes or no, as one box to tick (or a star, where unticking says *no*)."""

    empty = False

    def __init__(
        self, name: str, caption: str = "", *, star: bool = False, explained: str = ""
    ) -> None:
        super().__init__(name, caption, captioned=False)  # unticking is emptying
        self._is_star = star
        self.tick = Tick(self._caption_text, star=star)
        self.tick.asked.connect(self.give)
        self._add(self.tick)
        if explained:
            line = soft_line(explained)
            below_words(line)
            self._column.addWidget(line)
            self.tick.setAccessibleDescription(explained)

    def show_values(self, values: Sequence[Any], *, editable: bool) -> None:
        """Show ticked, not ticked, or a dash where several differ."""
        ticked = [bool(value) for value in values]  # a star that was not asked about is none
        is_mixed = ticked.count(ticked[0]) < len(ticked)
        self.tick.show_state(None if is_mixed else ticked[0])
        self.tick.setEnabled(editable)
        # A star that was not asked about and one that was answered with no look alike.
        is_no = self._is_star and all(value is False for value in values)
        said = joined((self._caption_text, say("no")), between=" · ") if is_no else ""
        self.tick.setText(said or self._caption_text)
        note = f": {phrases.mixed()}" if is_mixed else ""
        self._announce(said or self._caption_text + note)  # who speaks to it says what is seen


class Combo(QComboBox):
    """A list that neither turns with the wheel of a scrolling form nor widens it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one takes no padding

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list wide enough to read it, however narrow the form."""
        room = self.view().verticalScrollBar().sizeHint().width() + theme.scaled(16)
        wanted = self.view().sizeHintForColumn(0) + room
        self.view().setMinimumWidth(min(wanted, theme.scaled(420)))
        super().showPopup()


class ListField(Field):
    """One of a longer list of answers, as a list that drops down."""

    def __init__(self, name: str, terms: Sequence[Term], caption: str = "") -> None:
        super().__init__(name, caption)
        self._terms = tuple(terms)
        self._combo = Combo()
        for term in self._terms:
            self._combo.addItem(_label(term))
        self._combo.activated.connect(self._pick)
        self._combo.installEventFilter(self)
        self._add(self._combo)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Empty the field with Delete or Backspace."""
        if (
            watched is self._combo
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            self._give_empty()
            return True
        return super().eventFilter(watched, event)

    def _pick(self, index: int) -> None:
        self.give(self._terms[index].id)

    def _show(self, value: str | None, *, is_mixed: bool, editable: bool) -> None:
        keys = [term.id for term in self._terms]
        self._combo.setPlaceholderText(phrases.mixed() if is_mixed else phrases.not_filled_in())
        self._combo.setCurrentIndex(keys.index(value) if value in keys else -1)
        if self._combo.property("answered") != (value in keys):
            self._combo.setProperty("answered", value in keys)
            self._combo.style().polish(self._combo)
        self._combo.setToolTip(self._combo.currentText())
        self._combo.setEnabled(editable)

    def _spoken(self, value: str | None) -> str:
        return next((_label(term) for term in self._terms if term.id == value), "")


def _label(term: Term) -> str:
    return term.label(current_language())


def caption_font() -> QFont:
    """Return the font of the words above a field."""
    font = theme.font("label")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def hairline(*, upright: bool = False) -> QFrame:
    """Return a thin line between two parts, from left to right or from top to bottom."""
    line = QFrame()
    line.setProperty("role", "hairline")
    (line.setFixedWidth if upright else line.setFixedHeight)(1)
    return line


def soft_line(text: str = "") -> QLabel:
    """Return a small line in soft ink that wraps."""
    line = AllLines(text)
    line.setProperty("role", "soft")
    line.setFont(theme.font("label"))
    return line
