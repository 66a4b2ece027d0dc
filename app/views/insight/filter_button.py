"""The button that brings some partners forward: by setting, by what it is aimed at, by form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from app.models.vocabulary import vocabulary
from app.views.insight.highlight import FILTERS, Highlight
from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.menu import Menu
from app.words import current_language, joined, phrases, say
from app.words.field_names import field_label


class FilterButton(QToolButton):
    """Says who is brought forward; its menu changes it."""

    def __init__(self, highlight: Highlight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlight = highlight
        self.entries: dict[tuple[str, str], QAction] = {}
        self._is_short = False
        self.setProperty("role", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        opens_a_list(self)
        self.setFont(theme.font("label"))
        self.setMinimumHeight(theme.scaled(28))
        self.setToolTip(say("Highlight some partners and dim the others"))
        self.setMenu(self._make_menu())
        highlight.filter_changed.connect(self._show)
        self._show()

    def be_short(self, *, is_short: bool) -> None:
        """Leave room for others in the row."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show()

    def _make_menu(self) -> Menu:
        menu = Menu(self)
        self.everybody = menu.addAction(say("Everyone"))
        self.everybody.setCheckable(True)
        self.everybody.triggered.connect(self._highlight.choose_everybody)
        menu.addSeparator()
        for field in FILTERS:
            sub = menu.inside(field_label(field))
            for value, text in self._choices(field).items():
                action = sub.addAction(text)
                action.setCheckable(True)
                action.setData((field, value))
                self.entries[field, value] = action
            sub.triggered.connect(self._choose)
        return menu

    @staticmethod
    def _choices(field: str) -> dict[str, str]:
        if field == "setting":
            return {key: phrases.setting_label(key) for key in vocabulary().settings}
        terms = vocabulary().choices[field]
        return {key: term.label(current_language()) for key, term in terms.items()}

    def _choose(self, action: QAction) -> None:
        field, value = action.data()
        self._highlight.choose(field, value if action.isChecked() else None)

    def _show(self) -> None:
        chosen = self._highlight.chosen
        for (field, value), action in self.entries.items():
            action.setChecked(chosen.get(field) == value)
        self.everybody.setChecked(not chosen)
        texts = [self._choices(field)[value] for field, value in chosen.items()]
        text = joined(texts, between=" · ") or say("Everyone")
        room = theme.scaled(100 if self._is_short else 170)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setAccessibleName(say("Filter: {who}", who=text))
