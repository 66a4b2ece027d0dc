"""The screen on which a map comes about once more: played, or step by step; it changes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.analysis.stages import Stage, stages
from app.document import Document
from app.models.problem import Problem
from app.settings import Settings
from app.views.map.lens_and_layers import Look, look_of
from app.views.replay.animation_files import AnimationFiles
from app.views.replay.key_leavers import DOES, STEPS, StepButton, StepSlider, WholeMap
from app.views.replay.scene import ReplayScene
from app.views.replay.step_words import told, why_still
from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.flow import FlowLayout
from app.views.widgets.menu import Menu
from app.views.widgets.save_dialog import PICTURES, ask_folder, ask_where
from app.views.widgets.segmented import Segmented
from app.views.widgets.speech import announce
from app.words import joined, phrases, say

SPEEDS: Final = {"slow": 3000, "usual": 1500, "fast": 600}
"""Milliseconds from one step to the next."""
_LAYERS: Final = frozenset({"contact", "ties", "drawing"})


class Replay(QWidget):
    """Plays the stages of the open map; follows it while it is seen."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.stages: tuple[Stage, ...] = ()
        self.at = 0
        self._of = ""
        self._lens, self._speed = "free", "usual"
        self._files: AnimationFiles | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)
        self.scene = ReplayScene(self)
        column = QVBoxLayout(self)  # what stands in it is filled within it: see 0008-qt.md
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lay_head(column)
        self.view = WholeMap(self.scene, self)
        self.view.setAccessibleName(say("The map at this step"))
        self.view.setMinimumHeight(theme.scaled(96))
        self.view.picked.connect(self._light)
        self.view.left_alone.connect(self._show)
        column.addWidget(self.view, 1)
        self.words = _sentence(self)
        as_read = QHBoxLayout()  # no wider than a line is read
        column.addLayout(as_read)
        as_read.addStretch(1)
        as_read.addWidget(self.words, 1000)
        as_read.addStretch(1)
        self._lay_foot(column)
        document.changed.connect(self._follow)
        document.opened.connect(self._follow)

    def _lay_head(self, column: QVBoxLayout) -> None:
        box = QVBoxLayout()
        column.addLayout(box)
        row = _row(box)
        row.setContentsMargins(16, 8, 16, 4)
        title = QLabel(say("How the map came about"), self)
        title.setFont(theme.font("heading"))
        row.addWidget(title)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self.lenses = Segmented(
            {lens.id: lens.name() for lens in LENSES.values() if lens.id != "gap"}, self
        )
        self.lenses.chosen.connect(self.look_through)
        row.addWidget(self.lenses)
        self.save_button = QToolButton(self)
        self.save_button.setText(say("Save as"))
        opens_a_list(self.save_button)
        self.save_button.setProperty("role", "quiet")
        self.save_button.setMinimumHeight(theme.scaled(28))
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = Menu(self.save_button)
        menu.addAction(say("Animation (GIF) …")).triggered.connect(self._ask_animation)
        menu.addAction(say("A picture of each step (PNG) …")).triggered.connect(self._ask_series)
        self.save_button.setMenu(menu)
        row.addWidget(self.save_button)

    def _lay_foot(self, column: QVBoxLayout) -> None:
        box = QVBoxLayout()
        column.addLayout(box)
        box.setContentsMargins(16, 0, 16, 12)
        self.slider = StepSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(say("Step"))
        self.slider.setMinimumHeight(theme.scaled(24))
        self.slider.valueChanged.connect(self.show_stage)
        self.place_words = QLabel(self)
        is_large = theme.is_large()
        line = QHBoxLayout()
        box.addLayout(line)
        line.setSpacing(theme.GRID)
        if not is_large:
            line.addWidget(self.slider, 1)
            line.addWidget(self.place_words)
        row = _row(box)
        self.back = _step(say("One step back"), "left", self)
        self.play_button = StepButton(say("Play"), self)
        self.play_button.setProperty("role", "primary")
        self.next = _step(say("One step forward"), "right", self)
        does = (self.step_back, self.play_or_pause, self.step_on)
        buttons = (self.back, self.play_button, self.next)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        for button, do in zip(buttons, does, strict=True):
            button.setMinimumHeight(theme.scaled(36))
            button.clicked.connect(do)
            row.addWidget(button)
        if is_large:  # the map needs the room of a row
            self.slider.setFixedWidth(theme.scaled(72))
            row.addWidget(self.slider)
            row.addWidget(self.place_words)
        self.speeds = Segmented(
            {"slow": say("Slow"), "usual": say("Normal"), "fast": say("Fast")},
            self,
            caption=say("Speed"),
        )
        self.speeds.chosen.connect(self.choose_speed)
        row.addWidget(self.speeds)
        if isinstance(row, QHBoxLayout):
            row.insertSpacing(row.count() - 1, 16)
            row.addStretch(1)

    # Which stage.

    def begin(self) -> None:
        """Show the open map from where its steps begin, or go on where the person was."""
        self._read()
        self._show()

    @property
    def place(self) -> Any:
        """Return at which step of which map it stands, and how: to go on there."""
        return self._of, self.at, self._lens, self._speed

    def go_on_at(self, place: Any) -> None:
        """Go on where a screen that was built before this one stood."""
        of, at, self._lens, self._speed = place
        if of == self._of:
            self.at = min(at, len(self.stages) - 1)
        self._show()

    def focus_first(self) -> None:
        """Give the keyboard to what plays it."""
        (self.view if self.play_button.isHidden() else self.play_button).setFocus()

    @property
    def is_playing(self) -> bool:
        """Tell whether it goes on by itself."""
        return self._timer.isActive()

    def look_through(self, lens: str) -> None:
        """See the steps through another lens."""
        self._lens = lens
        self._show()

    def choose_speed(self, speed: str) -> None:
        """Play `slow`, `usual` or `fast` from now on."""
        self._speed = speed
        self.speeds.show_chosen(speed)
        self._timer.setInterval(SPEEDS[speed])

    def play_or_pause(self) -> None:
        """Let it go on by itself, from the beginning where it was at its end; or hold it."""
        if self.is_playing:
            self.pause()
        elif len(self.stages) > 1:
            if self.at == len(self.stages) - 1:
                self.show_stage(0)
            self._timer.start(SPEEDS[self._speed])
            self._show_buttons()

    def pause(self) -> None:
        """Hold it where it is."""
        self._timer.stop()
        self._show_buttons()

    def step_on(self) -> None:
        """Hold it, and show the next step."""
        self.pause()
        self.show_stage(self.at + 1)

    def step_back(self) -> None:
        """Hold it, and show the step before."""
        self.pause()
        self.show_stage(self.at - 1)

    def to_beginning(self) -> None:
        """Hold it, and show how it began."""
        self.pause()
        self.show_stage(0)

    def to_end(self) -> None:
        """Hold it, and show the map as it is now."""
        self.pause()
        self.show_stage(len(self.stages) - 1)

    def show_stage(self, at: int) -> None:
        """Show a step by its number, 0 is the beginning, and say what it did."""
        at = max(0, min(at, len(self.stages) - 1))
        if at == self.at:
            return
        beside, known, self.at = abs(at - self.at) == 1, set(self._said()), at
        self._show(glide=beside and self._settings.motion)
        step, *why_unseen = self._said()
        new = (one for one in why_unseen if one not in known)  # not at every step once more
        said = [part.rstrip(".") for part in (step, *new, self.place_words.text())]
        announce(self, joined(said, between=". "))

    def _play_on(self) -> None:
        self.show_stage(self.at + 1)
        if self.at >= len(self.stages) - 1:
            self.pause()

    def hideEvent(self, event: QHideEvent) -> None:
        """Play no more where nobody looks."""
        super().hideEvent(event)
        self.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses, arrows and pages step, Home and End go to either end."""
        does = (DOES | STEPS).get(Qt.Key(event.key()))
        if does is not None:
            getattr(self, does)()
        else:
            super().keyPressEvent(event)

    # Showing.

    @property
    def look(self) -> Look:
        """Return the look of the map here."""
        whole = self._document.map
        usual = look_of(whole, self._lens, self._settings.layers, sectors=self._settings.sectors)
        return Look(LENSES[self._lens], usual.sectors, usual.layers & _LAYERS)

    @property
    def stage(self) -> Stage:
        """Return the stage that is shown."""
        return self.stages[self.at]

    def _follow(self, *_: object) -> None:
        if self.isVisible() and self._document.is_open:
            self.begin()

    def _read(self) -> None:
        document = self._document
        self.stages = stages(document.map, document.history)
        if document.map.network.id != self._of:
            self._of, self.at = document.map.network.id, 0
            lens = self._settings.lens
            self._lens = lens if lens in LENSES and lens != "gap" else "free"
        self.at = min(self.at, len(self.stages) - 1)
        self._show_end(self.scene)
        self.pause()

    def _show_end(self, scene: ReplayScene) -> None:
        has_none = any(p.setting is None for one in self.stages for p in one.whole.partners)
        scene.show_end(self._document.shown, has_none=has_none)

    def _show(self, *, glide: bool = False) -> None:
        if not self.stages:
            return
        self.scene.show_stage(self.stage, self.look, glide=glide)
        self.view.show_people(self.stage.about)
        still = why_still(self.stages)
        usual = say("Use the arrow keys to move between people. Below it says what a step did.")
        self.view.setAccessibleDescription(still or usual)
        self.words.setText(still or joined(self._said(), between=". "))
        last = len(self.stages) - 1
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setValue(self.at)
        self.place_words.setText(say("Step {n} of {of}", n=self.at, of=last) if last else "")
        self.lenses.show_chosen(self._lens)
        self.speeds.show_chosen(self._speed)
        self._show_buttons()

    def _said(self) -> Iterator[str]:
        """Yield the words on a step, and whether it is out of sight in this lens."""
        yield told(self.stage)
        about = [p for p in map(self.stage.whole.partner, self.stage.about) if p is not None]
        if about and not any(LENSES[self._lens].holds(p) for p in about) and self._lens != "free":
            yield say("Not rated yet, so not shown here.")

    def _show_buttons(self) -> None:
        last = len(self.stages) - 1
        can_play = last > 0
        self.play_button.setText(say("Pause") if self.is_playing else say("Play"))
        buttons = (self.back, self.play_button, self.next, self.speeds)
        for one in (*buttons, self.slider, self.place_words, self.save_button):
            one.setVisible(can_play)
        self.back.setEnabled(self.at > 0)
        self.next.setEnabled(self.at < last)

    def _light(self, key: str, _adding: bool) -> None:
        self.scene.show_selection((key,))

    # As a file.

    def _ask_animation(self) -> None:
        name = phrases.map_title(self._document.map.network)
        kinds = say("Animation (*.gif)")
        path = ask_where(self, say("Save the animation"), name, kinds, PICTURES)
        if path is not None:
            self.film(path)

    def _ask_series(self) -> None:
        name = phrases.map_title(self._document.map.network)
        path = ask_folder(self, say("Where should the pictures go?"), name)
        if path is not None:
            self.film(path)

    def film(self, path: Path) -> None:
        """Write the steps to a `.gif`, or as pictures into a new folder."""
        self.pause()
        if self._files is not None:
            self._files.stop()
        files = self._files = AnimationFiles(self._made_scene, self.stages, self.look, self)
        files.painted.connect(self._tell_painted)
        files.done.connect(self._tell_done)
        files.failed.connect(self._fail)
        files.film(path)

    def _made_scene(self) -> ReplayScene:
        made = ReplayScene(self)
        self._show_end(made)
        return made

    def _tell_painted(self, count: int) -> None:
        self.words.setText(say("Step {n} of {of}", n=count - 1, of=len(self.stages) - 1) + " …")

    def _fail(self, problem: Problem) -> None:
        self._files = None
        self._show()  # it says no longer at which step the pictures are
        self.failed.emit(problem)

    def _tell_done(self, path: Path) -> None:
        self._files = None
        self.words.setText(told(self.stage))
        self.told.emit(say("Saved as {file}. It contains your partners' names.", file=path.name))


def _row(column: QVBoxLayout) -> QHBoxLayout | FlowLayout:
    """Return a row of a column; what has no room in it in large letters goes on below."""
    row = QHBoxLayout() if not theme.is_large() else FlowLayout()
    column.addLayout(row)
    row.setSpacing(theme.GRID)
    return row


def _step(words: str, icon: str, parent: QWidget) -> StepButton:
    """Return a button that goes a step; in large letters an arrow says it."""
    if not theme.is_large():
        return StepButton(words, parent)
    button = StepButton(theme.icon(icon), "", parent)
    button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def _sentence(parent: QWidget) -> QLabel:
    words = QLabel(parent)
    words.setFont(theme.font("title"))
    words.setWordWrap(True)
    words.setMaximumWidth(theme.scaled(640))
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setMinimumHeight(theme.scaled(44))
    words.setContentsMargins(16, 4, 16, 4)
    return words
