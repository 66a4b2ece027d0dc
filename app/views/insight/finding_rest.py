"""What stands behind the dots on a finding's card: why, who, and whether it is so."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.views.insight.whom_menu import menu_of_whom
from app.views.widgets import theme
from app.views.widgets.flow import FlowLayout, keep_room
from app.views.widgets.heard_as import hear_as
from app.views.widgets.menu import Menu
from app.views.widgets.texts import paragraph
from app.views.widgets.word_button import WordButton
from app.words import joined, say, say_n
from app.words.listing import together

if TYPE_CHECKING:
    from app.analysis.findings import Finding

_NOT_SO: Final = False
_FEW: Final = 3
"""Of up to so many people a button says who they are, and else what is said of them."""


class OnCard(NamedTuple):
    """What a card is about."""

    finding: "Finding"
    names: Mapping[str, str]
    """Of its people, by id."""
    editable: bool
    is_whole: bool
    """What is said of a part of its people only cannot be judged: a verdict is on the whole."""

    @property
    def about(self) -> str:
        """Return what a button on the card is about: its people, or what is said of them."""
        few = 0 < len(self.finding.people) <= _FEW
        return together(list(self.names.values())) if few else self.finding.title


class Rest(QObject):
    """Four buttons in a row that is there, and why it is said; asks for everything else."""

    who_wanted = Signal(object)
    """The ids of the people of this finding are to be selected."""
    judged = Signal(object, object, object)
    """The finding; of whom, or None for all; and whether it is so (None takes it back)."""

    def __init__(self, card: QWidget, row: FlowLayout) -> None:
        super().__init__(card)
        self._shown: OnCard | None = None
        self._offered: Collection[QPushButton] = ()
        """Those that can be pressed now."""
        self.why = paragraph(card, role="text", soft=True)
        self.why.hide()
        self.why_button = hear_as(quiet_button(card, row, say("Why")), "fold")
        self.why_button.toggled.connect(self.why.setVisible)
        self.who_button = quiet_button(card, row, say("Who"))
        self.who_button.clicked.connect(self._ask_who)
        self.agree_button = quiet_button(card, row, say("Yes, that is right"))
        self.agree_button.setCheckable(True)
        self.agree_button.clicked.connect(self._agree)
        self.dismiss_button = quiet_button(card, row, say("No, that is not right"))
        self.dismiss_button.clicked.connect(self._dismiss)
        self.buttons = (self.why_button, self.who_button, self.agree_button, self.dismiss_button)

    def unfold(self, *, unfolded: bool) -> None:
        """Show the buttons that can be pressed, or none."""
        keep_room(self.agree_button, keeps=unfolded)
        for button in self.buttons:
            button.setVisible(button in self._offered and unfolded)

    def show_finding(self, shown: OnCard) -> None:
        """Be about a finding from now on; `unfold` comes next."""
        self._shown, finding = shown, shown.finding
        self.why.setText(finding.reason)
        count, dismissed = len(finding.people), finding.verdict is False
        self.who_button.setText(say_n("Show", "Show {n}", count))
        self.agree_button.setChecked(finding.verdict is True)
        self._offered = {self.why_button} | ({self.who_button} if count else set())
        if finding.claim.is_to_judge and shown.is_whole:
            self._offered |= {self.dismiss_button} | (set() if dismissed else {self.agree_button})
        self.dismiss_button.setText(self._not_so(finding))
        self.dismiss_button.setMinimumWidth(self.dismiss_button.sizeHint().width())
        if dismissed:
            self.dismiss_button.setText(say("It is right after all"))
        for button in (self.agree_button, self.dismiss_button):
            button.setEnabled(shown.editable)
        about = shown.about
        for button in self.buttons:
            button.setAccessibleName(joined((button.text(), about), between=": "))

    @staticmethod
    def _not_so(finding: "Finding") -> str:
        asks = say("No, that is not right …")
        return asks if _asks_of_whom(finding) else say("No, that is not right")

    def _ask_who(self) -> None:
        if self._shown is not None:
            self.who_wanted.emit(self._shown.finding.people)

    def _agree(self) -> None:
        if self._shown is not None:
            agrees = True if self.agree_button.isChecked() else None
            self.judged.emit(self._shown.finding, None, agrees)

    def _dismiss(self) -> None:
        if self._shown is None:
            return
        finding = self._shown.finding
        if finding.verdict is False:
            self.judged.emit(finding, None, None)
        elif _asks_of_whom(finding):
            menu = self.menu_of_whom()
            menu.popup(self.dismiss_button.mapToGlobal(self.dismiss_button.rect().bottomLeft()))
        else:
            self.judged.emit(finding, None, _NOT_SO)

    def menu_of_whom(self) -> Menu:
        """Return the menu that asks of whom it is not so."""
        card = self.parent()
        assert isinstance(card, QWidget)
        menu = menu_of_whom(card, self._shown.names if self._shown is not None else {})
        menu.triggered.connect(self._dismiss_one)
        return menu

    def _dismiss_one(self, action: object) -> None:
        if self._shown is not None:
            whom = action.data()  # type: ignore[attr-defined]
            self.judged.emit(self._shown.finding, whom, _NOT_SO)


def quiet_button(card: QWidget, row: FlowLayout, text: str) -> WordButton:
    """Return a button on a card, at the end of a row."""
    button = WordButton(text, card)
    button.setProperty("role", "quiet")
    button.setProperty("lies", "start")
    button.setFont(theme.font("text"))
    button.setMinimumHeight(24)
    row.addWidget(button)
    return button


def _asks_of_whom(finding: "Finding") -> bool:
    return finding.claim.per_partner and len(finding.people) > 1
