"""The gap, plainly: four quadrants, the partners who stand out, and a few figures in words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import language
from app.analysis.composition import Composition, composition
from app.analysis.gaps import NOT_FILLED_IN, Gap, Gaps, gaps
from app.document import Document
from app.models.vocabulary import vocabulary
from app.views import theme, words
from app.views.flow import FlowLayout

_GRID = (("important_less_often", "important_often"), ("background", "often_less_important"))
"""The quadrants as they lie: contact to the right, importance upwards."""


class InsightPanel(QScrollArea):
    """Follows the document while it is on the screen. A name that is pressed is selected."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._names: list[QPushButton] = []
        self.setProperty("role", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Insight"))
        document.opened.connect(self.refresh)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._mark_selected)

    def showEvent(self, event: object) -> None:
        """Count anew: nothing was counted while hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _follow(self, before: object, after: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Count and show everything again, where it can be seen."""
        if not self.isVisible() or not self._document.is_open:
            return
        place = self.verticalScrollBar().value()
        focused = [b.property("partner") for b in self._names if b.hasFocus()]
        whole = self._document.map
        inside = QWidget(self)
        inside.setProperty("role", "side")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self._names = []
        found = gaps(whole)
        self._heading(self.tr("Where contact and importance differ"), "heading")
        if found.valid == 0:
            self._say(
                self.tr(
                    "Nothing to see yet. Say of your partners how often you have contact and how "
                    "important it is: select somebody and press 1 to 6, and Shift with 1 to 5."
                )
            )
        else:
            self._show_quadrants(found)
            self._show_notable(found)
        self._show_missing(found)
        if found.size:
            self._show_figures(found, composition(whole))
        self._column.addStretch(1)
        self.setWidget(inside)
        self._fit_names()
        if focused:  # the keyboard stays on the same name, or at least here
            same = (b for b in self._names if b.property("partner") == focused[0])
            next(same, self).setFocus()
        self.verticalScrollBar().setValue(place)
        self._mark_selected()

    def resizeEvent(self, event: object) -> None:
        """Write the names as long as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_names()

    def _fit_names(self) -> None:
        # Two cards side by side: a long name must not push the other off the screen.
        room = self.viewport().width() // 2 - 72
        for button in self._names:
            if button.property("role") == "chip":
                name = QFontMetrics(button.font()).elidedText(
                    button.accessibleName(), Qt.TextElideMode.ElideRight, room
                )
                button.setText(name.replace("&", "&&"))

    def text(self) -> str:
        """Return all that the panel says, to be read aloud, copied or tested."""
        inside = self.widget()
        labels = inside.findChildren(QLabel) if inside is not None else []
        return "\n".join(label.text() for label in labels)

    # Sections.

    def _show_quadrants(self, found: Gaps) -> None:
        grid = QGridLayout()
        self._column.addLayout(grid)
        grid.setSpacing(8)
        tongue = language.current()
        for row, ids in enumerate(_GRID):
            for column, quadrant in enumerate(ids):
                card = QFrame(self)
                card.setProperty("role", "card")
                inside = QVBoxLayout(card)
                inside.setContentsMargins(12, 8, 12, 10)
                inside.setSpacing(4)
                term = vocabulary().quadrants[quadrant]
                title = self._label(term.label(tongue), "strong")
                colour = {
                    "important_less_often": "less_often",
                    "often_less_important": "less_named",
                }.get(quadrant, "ink")
                palette = title.palette()
                palette.setColor(title.foregroundRole(), theme.current().colour(colour))
                title.setPalette(palette)
                inside.addWidget(title)
                people = [gap for gap in found.rows if gap.quadrant == quadrant]
                if people:
                    self._chips(people, inside)
                    prompt = self._label(term.prompt(tongue), "label")
                    prompt.setProperty("role", "soft")
                    inside.addWidget(prompt)
                else:
                    nobody = self._label(self.tr("nobody"), "label")
                    nobody.setProperty("role", "soft")
                    inside.addWidget(nobody)
                inside.addStretch(1)
                grid.addWidget(card, row, column)
                grid.setColumnStretch(column, 1)
        self._say(
            self.tr("To the right: contact {often} or more. Above: {important} or more.")
            .replace("{often}", self._cut("frequency"))
            .replace("{important}", self._cut("importance"))
        )

    def _cut(self, scale: str) -> str:
        network = self._document.map.network
        code = network.frequency_cut if scale == "frequency" else network.importance_cut
        return words.scale_label(scale, code)

    def _show_notable(self, found: Gaps) -> None:
        self._heading(self.tr("What stands out"))
        if not found.notable:
            self._say(self.tr("No notable differences between contact and importance."))
        elif found.valid < 5:
            self._say(self.tr("With fewer than five partners rated you see this:"))
        for gap in found.notable:
            self._sentence(gap, self._about(gap))
        for gap in found.dissatisfied:
            text = self.tr("{name}: important, and you are not satisfied with how it goes.")
            self._sentence(gap, text.replace("{name}", gap.partner.name))
        if found.valid:
            self._say(
                self.tr(
                    "A few answers on one afternoon: a start for a conversation, not a verdict."
                )
            )

    def _about(self, gap: Gap) -> str:
        partner = gap.partner
        text = self.tr("{name}: {importance}, contact {frequency}.")
        text = (
            text.replace("{importance}", words.scale_label("importance", partner.importance))
            .replace("{frequency}", words.scale_label("frequency", partner.frequency))
            .replace("{name}", partner.name)
        )
        if gap.wish_steps is None:
            return text
        if gap.wish_steps == 0:
            return text + " " + self.tr("A difference, and as you wish it.")
        wish = self.tr("You would like: {frequency}.")
        return (
            text
            + " "
            + wish.replace("{frequency}", words.scale_label("frequency", partner.wished_frequency))
        )

    def _show_missing(self, found: Gaps) -> None:
        missing = [gap for gap in found.rows if gap.quadrant == NOT_FILLED_IN]
        if missing and found.valid:
            term = vocabulary().quadrants[NOT_FILLED_IN]
            self._heading(f"{term.label(language.current())} ({len(missing)})")
            self._chips(missing, self._column)
        wished = [gap for gap in found.rows if gap.partner.frequency == 0]
        if wished:
            self._heading(self.tr("No contact yet ({n})").replace("{n}", str(len(wished))))
            self._chips(wished, self._column)

    def _show_figures(self, found: Gaps, about: Composition) -> None:
        self._heading(self.tr("Your network in figures"))
        known = self.tr("{part} of {whole}")

        def share(part: int, whole: int) -> str:
            return known.replace("{part}", str(part)).replace("{whole}", str(whole))

        wished = len(found.rows) - found.size
        if wished:
            left_out = self.tr("Without the {n} you have no contact with yet.")
            self._say(left_out.replace("{n}", str(wished)))
        rows = [(self.tr("Partners"), str(about.size))]
        if about.with_setting:
            rows.append((self.tr("Outside the school"), share(about.external, about.with_setting)))
        if about.with_frequency:
            weekly = share(about.weekly, about.with_frequency)
            rows.append((self.tr("At least weekly contact"), weekly))
        rows.append((self.tr("Named as most important"), share(about.named, about.size)))
        wishes = found.wishes
        if wishes.more:
            rows.append((self.tr("You would like more contact with"), str(wishes.more)))
        if wishes.less:
            rows.append((self.tr("You would like less contact with"), str(wishes.less)))
        alone = self._only_through_me()
        if alone is not None:
            rows.append((self.tr("Knows the others only through you"), str(alone)))
        self._table(rows)
        pairs = found.alignment
        if pairs.tau_b is not None:
            text = self.tr(
                "In {some} of the {all} pairs you also see the more important partner more often."
            )
            self._say(
                text.replace("{all}", str(pairs.concordant + pairs.discordant)).replace(
                    "{some}", str(pairs.concordant)
                )
            )
        self._heading(self.tr("By setting"))
        self._table(
            (words.setting_label(setting), str(count))
            for setting, count in about.setting_counts.items()
        )

    def _only_through_me(self) -> int | None:
        if not self._document.map.network.lines_drawn:
            return None
        from app.analysis.graph import isolates, network_among  # networkx: at first use

        return len(isolates(network_among(self._document.map)))

    # Pieces.

    def _label(self, text: str, role: str = "text") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(theme.font(role))
        label.setWordWrap(True)
        label.setMinimumWidth(1)  # long words may not push the panel wider than it is
        return label

    def _heading(self, text: str, role: str = "strong") -> None:
        label = self._label(text, role)
        label.setContentsMargins(0, 8 if role == "strong" else 0, 0, 0)
        self._column.addWidget(label)

    def _say(self, text: str) -> None:
        label = self._label(text)
        label.setProperty("role", "soft")
        self._column.addWidget(label)

    def _table(self, rows: Iterable[tuple[str, str]]) -> None:
        grid = QGridLayout()
        self._column.addLayout(grid)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for number, (what, figure) in enumerate(rows):
            value = self._label(figure, "strong")
            value.setWordWrap(False)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            grid.addWidget(self._label(what), number, 0)
            grid.addWidget(value, number, 1)

    def _chips(self, people: Iterable[Gap], column: QVBoxLayout) -> None:
        row = FlowLayout(spacing=4)
        column.addLayout(row)
        for gap in people:
            chip = self._name_button(gap, "")
            chip.setAccessibleName(gap.partner.name)
            chip.setProperty("role", "chip")
            chip.setFont(theme.font("label"))
            row.addWidget(chip)

    def _sentence(self, gap: Gap, text: str) -> None:
        card = QFrame(self)
        card.setProperty("role", "less_often" if gap.gap is None or gap.gap > 0 else "less_named")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(2)
        inside.addWidget(self._label(text))
        button = self._name_button(gap, self.tr("Show on the map"))
        button.setProperty("role", "link")
        button.setAccessibleName(text)
        inside.addWidget(button)
        self._column.addWidget(card)

    def _name_button(self, gap: Gap, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setMinimumHeight(24)
        button.setToolTip(gap.partner.name)
        button.setProperty("partner", gap.partner.id)
        button.clicked.connect(self._select)
        self._names.append(button)
        return button

    def _select(self) -> None:
        self._document.select([self.sender().property("partner")])
        self._mark_selected()  # a press on a name that was selected already unchecks it

    def _mark_selected(self) -> None:
        if not self.isVisible() or self.widget() is None:
            return
        for button in self._names:
            if button.property("role") == "chip":
                button.setCheckable(True)
                button.setChecked(button.property("partner") in self._document.selection)
