"""For another program: which one, and the files it reads."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.exchange.formats.all_formats import written
from app.exchange.formats.output_files import named, put
from app.models.network import Map
from app.models.problem import Problem
from app.views.widgets import theme
from app.views.widgets.buttons import Tick
from app.views.widgets.fields import soft_line
from app.views.widgets.save_dialog import ask_folder, ask_where
from app.views.widgets.saving import save
from app.words import say
from app.words.tables import wording


class Programs(QWidget):
    """Asks for a format that can be written and how many moments, and writes the files."""

    saved = Signal(str, object)
    """The files for this program are here: a file, or a folder with several (a `Path`)."""
    failed = Signal(object)
    switched = Signal()
    """All moments go along, or no longer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GRID)
        column.setSpacing(theme.scaled(4))
        self.formats = QComboBox(self)
        self.formats.setAccessibleName(say("For which program?"))
        self.formats.setMinimumHeight(theme.scaled(32))
        for one in reversed(written().values()):  # what most people have comes first
            self.formats.addItem(one.name, one.id)
        self.formats.currentIndexChanged.connect(self._explain)
        self._explained = soft_line()
        self.all_moments = Tick("", parent=self)
        self.all_moments.asked.connect(self._switch)
        for widget in (self.formats, self._explained, self.all_moments):
            column.addWidget(widget)
        self._explain()

    @property
    def place(self) -> tuple[str, bool]:
        """Return the choices, to restore them."""
        return self.formats.currentData(), self.wants_all

    def go_on_at(self, place: tuple[str, bool]) -> None:
        """Choose again what was chosen."""
        self.formats.setCurrentIndex(max(self.formats.findData(place[0]), 0))
        self.all_moments.show_state(place[1])

    @property
    def wants_all(self) -> bool:
        """Tell whether all moments go along."""
        return self.all_moments.isChecked() and not self.all_moments.isHidden()

    def show_moments(self, count: int) -> None:
        """Offer all moments, where there are several."""
        if count > 1:
            self.all_moments.setText(say("All {n} moments of this map", n=count))
        self.all_moments.setVisible(count > 1)

    def _switch(self, wanted: bool) -> None:
        self.all_moments.show_state(wanted)
        self.switched.emit()

    def _explain(self) -> None:
        chosen = written()[self.formats.currentData()]
        self._explained.setText(say("Opens in: {programs}", programs=chosen.programs))

    def write(self, maps: Sequence[Map], name_of: Callable[[Map], str]) -> None:
        """Make the files of these maps, ask where they go, and put them there.

        One file goes where it is asked for; several go into a folder of their own, so that
        nothing that is there already is written over.
        """
        chosen = written()[self.formats.currentData()]
        assert chosen.write is not None
        titled = named((Path(name_of(whole)), whole) for whole in maps)
        try:
            files = chosen.write(titled, wording())
            output = self._ask(chosen.name, titled[0][0], tuple(files))
            if output is not None:
                save(output, partial(put, files, output))
        except Problem as problem:
            self.failed.emit(problem)
            return
        if output is not None:
            self.saved.emit(chosen.name, output)

    def _ask(self, program: str, name: str, files: Sequence[str]) -> Path | None:
        if len(files) > 1:
            title = say("A folder for the files")
            return ask_folder(self, title, f"{name} {program.partition(' (')[0]}")
        title = say("Save the file")
        return ask_where(self, title, name, f"{program} (*{Path(files[0]).suffix})")
