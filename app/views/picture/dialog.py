"""The window that makes a picture of the map: what it will look like, and where it goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.errors import sentence
from app.exchange.pseudonyms import pseudonymous
from app.models.network import Ground, Map, Photo
from app.models.problem import Problem
from app.views.map.lens_and_layers import LAYERS, Look
from app.views.picture.portrait import PictureOptions, Portrait
from app.views.widgets import theme
from app.views.widgets.buttons import Box
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen, two_sides
from app.views.widgets.fields import soft_line
from app.views.widgets.save_dialog import PICTURES, ask_where
from app.views.widgets.saving import write_last
from app.views.widgets.segmented import add_choice
from app.views.widgets.speech import tell_on
from app.words import current_language, phrases, say, say_in

_PREVIEW: Final = QSize(560, 400)
_FORMATS: Final = ("png", "svg", "pdf")
_SCALES: Final = (1, 2, 3, 4)


class PictureDialog(Dialog):
    """Shows a map in one look as it will be outside Kring; closes when it has been handed on."""

    copied = Signal()
    saved = Signal(object)
    """The picture is in this file (a `Path`)."""
    failed = Signal(object)
    """It could not be made or written, for this `Problem`."""

    def __init__(self, whole: Map, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Picture of the map"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._named = whole
        self._maps = {False: whole, True: pseudonymous(whole, current_language())}
        under = {one.id: one for kind in (Photo, Ground) for one in whole.all_of(kind)}
        self._maps[True] = self._maps[True].after(under)  # in sight only where it is ticked
        self._made: dict[tuple[bool, ...], Portrait] = {}

        column, foot, made = two_sides(self)
        column.setSpacing(4)
        self._boxes: dict[QButtonGroup, QWidget] = {}
        self.formats = self._choice(column, say("File type"), ("PNG", "SVG", "PDF"))
        self._explained = soft_line()
        column.addWidget(self._explained)
        self.scales = self._choice(column, say("Size"), tuple(f"{n}×" for n in _SCALES))
        self._sizes = self._boxes[self.scales]
        self.names = self._choice(
            column,
            say("Names"),
            (say_in("PictureDialog", "As shown"), say("Without names (type and number)")),
        )
        self._private = soft_line()
        column.addWidget(self._private)
        column.addSpacing(12)
        self.title = Box(say("Title at the top"), self)
        self.legend = Box(say("Legend"), self)
        self.photo = Box(say("Photo under the map"), self)
        self.photo.setVisible(bool(under) and look.lens.id in LAYERS["photo"].lenses)
        for box in (self.title, self.legend, self.photo):
            box.setChecked(box is not self.photo)
            box.setMinimumHeight(theme.scaled(28))
            box.toggled.connect(self._refresh)
            column.addWidget(box)
        column.addStretch(1)
        self._build_foot(foot)
        self.preview = _Shown(self)
        made.addWidget(self.preview)
        self.scales.button(1).setChecked(True)
        self._refresh()
        fit_on_screen(self, self.sizeHint())

    def _build_foot(self, foot: QVBoxLayout) -> None:
        self.told = soft_line()
        self.told.hide()  # no room is kept for it: most pictures are saved
        foot.addWidget(self.told)
        self.copy_button = QPushButton(say("Copy"), self)
        self.save_button = QPushButton(say_in("PictureDialog", "Save …"), self)
        cancel = QPushButton(say("Cancel"), self)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._choose_file)
        cancel.clicked.connect(self.reject)
        add_answers(foot, cancel, self.save_button, self.copy_button)

    def _choice(self, column: QVBoxLayout, caption: str, choices: Sequence[str]) -> QButtonGroup:
        """Add a row of buttons of which one is chosen, at first the first."""
        column.addSpacing(8)
        box = QWidget(self)
        policy = box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        box.setSizePolicy(policy)
        column.addWidget(box)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(QLabel(caption, box))
        group = add_choice(rows, caption, choices, box)
        self._boxes[group] = box
        group.idClicked.connect(self._refresh)
        return group

    # What was chosen.

    @property
    def kind(self) -> str:
        """Return `png`, `svg` or `pdf`."""
        return _FORMATS[self.formats.checkedId()]

    @property
    def is_anonymous(self) -> bool:
        """Tell whether kinds and numbers stand for names."""
        return self.names.checkedId() == 1

    def _warning(self) -> str:
        if not self.is_anonymous:
            return say("Anyone you send this to can read every name.")
        if self.photo.isChecked():
            return say("Names may be on the photo.")
        return say("The picture contains nothing in your own words.")

    @property
    def portrait(self) -> Portrait:
        """Return the picture as it was chosen."""
        ticks = (self.title, self.legend, self.photo)
        asked = (self.is_anonymous, *(tick.isChecked() for tick in ticks))
        if asked not in self._made:  # the same picture serves the preview and the file
            anonymous, title, legend, photo = asked
            options = PictureOptions(title=title, legend=legend, photo=photo)
            self._made[asked] = Portrait(self._maps[anonymous], self._look, options)
        return self._made[asked]

    @property
    def _scale(self) -> int:
        return _SCALES[self.scales.checkedId()]

    def _refresh(self) -> None:
        self._sizes.setVisible(self.kind == "png")
        self._explained.setText(
            {
                "png": say("For a presentation, a document or a message."),
                "svg": say("Sharp at any size. You can edit it in a drawing program."),
                "pdf": say("Sharp at any size, for printing: one page of A4."),
            }[self.kind]
        )
        self._private.setText(self._warning())
        portrait = self.portrait
        most = _PREVIEW * self.devicePixelRatioF()
        wanted = portrait.size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        self.preview.show_image(portrait.image(2 * wanted.width() / portrait.size.width()))
        self.preview.setAccessibleName(
            say(
                "What the picture looks like: {people}",
                people=phrases.people_count(portrait.people),
            )
        )

    # Handing it on.

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        try:
            data = self.portrait.mime_data(self._scale if self.kind == "png" else 2)
        except Problem as problem:
            self._fail(problem)
            return
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()
        self.accept()

    def _choose_file(self) -> None:
        name = "" if self.is_anonymous else phrases.map_title(self._named.network)
        kind = f"{self.kind.upper()} (*.{self.kind})"
        path = ask_where(self, say("Save the picture"), name, kind, PICTURES)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the picture to a file."""
        portrait = self.portrait
        try:
            if self.kind == "png":
                content = portrait.png(self._scale)
            else:
                content = portrait.svg() if self.kind == "svg" else portrait.pdf()
            write_last(self, path, content)
        except Problem as problem:
            self._fail(problem)
            return
        self.saved.emit(path)
        self.accept()

    def _fail(self, problem: Problem) -> None:
        self.told.show()
        tell_on(self.told, sentence(problem))  # here: this window covers what the main one says
        self.failed.emit(problem)


class _Shown(QLabel):
    """An image as large as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for the size of the preview, whatever is shown."""
        return _PREVIEW + QSize(16, 16)

    def minimumSizeHint(self) -> QSize:
        """Do with less."""
        return _PREVIEW / 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the image in."""
        super().resizeEvent(event)
        self._fit()

    def show_image(self, image: QImage) -> None:
        """Show an image of at least twice the size of the preview."""
        self._image = image
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(16, 16)).boundedTo(_PREVIEW) * ratio
        smooth = Qt.TransformationMode.SmoothTransformation  # thin lines and small letters stay
        scaled = self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
