"""The window that makes a report of the map: what goes in, what it looks like, where it goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.errors import sentence
from app.models.network import Map, Photo
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH, cleaned
from app.report.compose import names_on_cover
from app.report.parts import PARTS, contents
from app.report.pdf import PREVIEW_PPI
from app.report.sections import usual_lenses
from app.report.wanted import ReportChoices
from app.report.writers import KINDS
from app.views.report.maker import MadeReport, ReportMaker
from app.views.report.preview import Preview
from app.views.widgets import theme
from app.views.widgets.buttons import Box
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen, two_sides
from app.views.widgets.fields import Combo, soft_line
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.saving import write_last
from app.views.widgets.segmented import add_choice
from app.views.widgets.speech import tell_on
from app.views.widgets.texts import paragraph
from app.views.widgets.wrapping import AllLines
from app.words import phrases, say, say_in
from app.words.listing import listed

_PAUSE: Final = 400
"""Milliseconds after the last tick before the pages are made anew."""


class ReportDialog(Dialog):
    """Shows the report of a map as it was ticked; closes when it has been saved."""

    saved = Signal(object)
    """The report is in this file (a `Path`)."""
    failed = Signal(object)
    """It could not be made or written, for this `Problem`."""

    def __init__(
        self, whole: Map, earlier: Sequence[Map], parent: QWidget, cover: str = ""
    ) -> None:
        """Make the window; `earlier` are the moments before this one, the first one first.

        `cover` stood on the cover of the report before, of which this may be the Word file.
        """
        super().__init__(parent)
        self.setWindowTitle(say("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._whole, self._earlier = whole, tuple(earlier)
        self._path: Path | None = None
        self._ready: MadeReport | None = None
        self._looks = ReportMaker(self)
        self._looks.done.connect(self._show_made)
        self._looks.failed.connect(self._fail)
        self._writes = ReportMaker(self)
        self._writes.done.connect(self._write)
        self._writes.failed.connect(self._fail)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)

        column, foot, made = two_sides(self)
        column.setSpacing(4)
        self._ask_parts(column)
        self._ask_moment(column)
        self._ask_names(column)
        self._ask_cover(column, cover)
        self.warned = AllLines(parent=self)
        self.warned.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.warned)
        column.addStretch(1)
        self._build_foot(foot)
        self.preview = Preview(self)
        made.addWidget(self.preview)
        self._show_what_there_is()
        hint = self.sizeHint()
        fit_on_screen(self, QSize(hint.width(), max(hint.height(), theme.scaled(640))))

    # The window.

    def _ask_parts(self, column: QVBoxLayout) -> None:
        self.parts: dict[str, Box] = {}
        self.lenses: dict[str, Box] = {}
        self._caption(column, say("What is in it"))
        for part in PARTS.values():
            box = self.parts[part.id] = self._box(part.name(), ticked=True)
            column.addWidget(box)
            if part.id == "maps":
                self._add_lenses(column)

    def _ask_moment(self, column: QVBoxLayout) -> None:
        caption = self._caption(column, say("Compared with an earlier moment"))
        self.moments = Combo()
        caption.setBuddy(self.moments)
        self.moments.setAccessibleName(say("Compared with an earlier moment"))
        self.moments.addItem(say("None"))
        for moment in self._earlier:
            self.moments.addItem(phrases.moment_name(moment.network))
        self.moments.setEnabled(bool(self._earlier))
        self.moments.setCurrentIndex(1 if self._earlier else 0)
        self.moments.setMinimumHeight(theme.scaled(28))
        self.moments.currentIndexChanged.connect(self._change)
        column.addWidget(self.moments)

    def _ask_names(self, column: QVBoxLayout) -> None:
        self.names = self._choice(
            column,
            say("Names"),
            (say_in("ReportDialog", "As shown"), say("Without names (type and number)")),
        )
        self.names.idClicked.connect(self._choose_names)
        self.private = soft_line(
            say("Without names, what you wrote yourself is left out of the report.")
        )
        column.addWidget(self.private)

    def _ask_cover(self, column: QVBoxLayout, cover: str) -> None:
        caption = self._caption(column, say("On the cover"))
        self.cover = QLineEdit(self)
        caption.setBuddy(self.cover)
        self.cover.setMaxLength(NAME_LENGTH)
        self.cover.setMinimumHeight(theme.scaled(28))
        self.cover.setAccessibleName(say("On the cover"))
        self.cover.setPlaceholderText(say("Name, school, course …"))
        self.cover.setText(cover)
        self.cover.textEdited.connect(self._change)
        column.addWidget(self.cover)
        column.addWidget(soft_line(say("Kring forgets this when you close it.")))

    def _build_foot(self, foot: QVBoxLayout) -> None:
        # Below the choices that scroll: whoever does not see it thinks there is only PDF.
        below = QVBoxLayout()
        foot.addLayout(below)
        below.setSpacing(4)
        self.formats = self._choice(below, say("File type"), ("PDF", "Word"))
        self.told = soft_line()
        self.told.setMinimumHeight(theme.scaled(34))
        foot.addWidget(self.told)
        cancel = QPushButton(say("Cancel"), self)
        self.print_button = QPushButton(say("Print …"), self)
        self.save_button = QPushButton(say_in("ReportDialog", "Save …"), self)
        cancel.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._choose_file)
        add_answers(foot, cancel, self.save_button, self.print_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the pages."""
        super().showEvent(event)
        if self._ready is None and not self._looks.is_busy:
            self._pause.start(0)  # once the window stands there

    def _caption(self, column: QVBoxLayout, text: str) -> QLabel:
        column.addSpacing(8 if column.count() else 0)
        caption = paragraph(self, text, "strong")
        column.addWidget(caption)
        return caption

    def _box(self, text: str, *, ticked: bool) -> Box:
        box = Box(text, self)
        box.setMinimumHeight(theme.scaled(26))
        box.setChecked(ticked)
        box.toggled.connect(self._change)
        return box

    def _add_lenses(self, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setContentsMargins(theme.scaled(24), 0, 0, 0)
        usual = usual_lenses(self._whole)
        for number, (key, lens) in enumerate(LENSES.items()):
            box = self.lenses[key] = self._box(lens.name(), ticked=key in usual)
            box.setAccessibleName(say("Picture: {lens}", lens=lens.name()))
            across = 2 if not theme.is_large() else 1  # large letters need the whole line
            grid.addWidget(box, *divmod(number, across))
        self.photo = self._box(say("With the photo under the map"), ticked=False)
        grid.addWidget(self.photo, grid.rowCount(), 0, 1, 2)
        self.photo.setVisible(bool(self._whole.all_of(Photo)))

    def _choice(self, column: QVBoxLayout, caption: str, choices: Sequence[str]) -> QButtonGroup:
        self._caption(column, caption)
        return add_choice(column, caption, choices, self)

    def _show_what_there_is(self) -> None:
        """Let nobody tick what has nothing in it, or what does not go along without names."""
        hidden = self.wanted.anonymous
        found = contents(self._whole, self._before, ReportChoices())
        for id_, box in self.parts.items():
            count, part = found[id_], PARTS[id_]
            text, stays_out = part.name(), hidden and part.own_words
            self._enable(box, wanted=bool(count) and not stays_out)
            if not count:
                text = say("{part}: nothing yet", part=text)
            elif stays_out:
                text = say("{part}: not included", part=text)
            elif part.own_words:
                text = f"{text} ({count})"
            box.setText(text)
        self.private.setVisible(hidden)
        named = names_on_cover(self.wanted, self._whole, self._before) if hidden else ()
        text = say("The cover still contains: {names}.", names=listed(named))
        self.warned.setText(text if named else "")
        self.warned.setVisible(bool(named))
        self._enable(self.photo, wanted=self.lenses["free"].isChecked() and not hidden)
        for box in self.lenses.values():
            box.setEnabled(self.parts["maps"].isChecked() and bool(self._whole.partners))

    def _enable(self, box: Box, *, wanted: bool) -> None:
        """Let a box be ticked or not; one that cannot be is shown without its tick."""
        if box.isEnabled() == wanted:
            return
        silent = QSignalBlocker(box)
        if wanted:
            box.setChecked(bool(box.property("was_ticked")))
        else:
            box.setProperty("was_ticked", box.isChecked())
            box.setChecked(False)
        box.setEnabled(wanted)
        silent.unblock()

    # What was chosen.

    @property
    def kind(self) -> str:
        """Return `.pdf` or `.docx`."""
        return KINDS[self.formats.checkedId()]

    @property
    def wanted(self) -> ReportChoices:
        """Return the chosen contents of the report."""
        lenses = tuple(key for key, box in self.lenses.items() if box.isChecked())
        parts = {part for part, box in self.parts.items() if box.isChecked()}
        return ReportChoices(
            parts=frozenset(parts if lenses else parts - {"maps"}),
            lenses=lenses,
            photo=self.photo.isChecked(),
            anonymous=self.names.checkedId() == 1,
            cover=cleaned(self.cover.text()),
        )

    @property
    def _before(self) -> Map | None:
        number = self.moments.currentIndex()
        return self._earlier[number - 1] if number > 0 else None

    @property
    def is_ready(self) -> bool:
        """Tell whether the pages shown are those of what was chosen."""
        return self._ready is not None

    def _change(self) -> None:
        self._show_what_there_is()
        self._ready = None
        self._looks.stop()  # or what was chosen before would be shown and saved as this
        if self._writes.is_busy:  # it is written as it is wanted now
            self._write_word()
        else:
            self._pause.start(_PAUSE)

    def _choose_names(self) -> None:
        self.preview.show_pages(())  # no names in sight where they were just taken out
        self.told.setText(say("The pages are being made …"))
        self._change()

    def _look(self) -> None:
        self.told.setText(say("The pages are being made …"))
        self._looks.start(self._whole, self._before, self.wanted, ".pdf", dots=PREVIEW_PPI)

    def _show_made(self, made: MadeReport) -> None:
        self._ready = made
        self.preview.show_pages(made.pages)
        count = str(len(made.pages))
        text = say("1 page of A4.") if count == "1" else say("{n} pages of A4.", n=count)
        tell_on(self.told, text)
        if self._path is not None:
            self._write(made)

    # Handing it on.

    def _print(self) -> None:
        from app.views.paper.dialog import PaperDialog
        from app.views.report.sheets import ReportSheets

        PaperDialog(ReportSheets(self._whole, self._before, self.wanted), self).open()

    def _choose_file(self) -> None:
        if self._path is not None:  # it is written: greyed, the button would lose the keyboard
            return
        name = "" if self.wanted.anonymous else phrases.map_title(self._whole.network)
        kind = "PDF" if self.kind == ".pdf" else "Word"
        path = ask_where(
            self,
            say("Save the report"),
            name or say("Report"),
            f"{kind} (*{self.kind})",
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the report to a file; `saved` or `failed` follows."""
        self._path = path
        if self.kind == ".pdf" and self._ready is not None:
            self._write(self._ready)
            return
        tell_on(self.told, say("The report is being written …"))
        if self.kind == ".docx":
            self._write_word()
        # Otherwise it is written as soon as its pages are there.

    def _write_word(self) -> None:
        self._pause.stop()
        self._looks.stop()
        self._writes.start(self._whole, self._before, self.wanted, ".docx")

    def _write(self, made: MadeReport) -> None:
        path, self._path = self._path, None
        if path is None:
            return
        try:
            write_last(self, path, made.content)
        except Problem as problem:
            self._fail(problem)
            return
        self.saved.emit(path)
        self.accept()

    def _fail(self, problem: Problem) -> None:
        self._path = None
        tell_on(self.told, sentence(problem))
        self.failed.emit(problem)

    def done(self, result: int) -> None:
        """Close; what is still being made is not wanted any more."""
        self._pause.stop()
        self._looks.stop()
        self._writes.stop()
        super().done(result)
