"""The stages of a map as files: an animation that others can play, or a picture for each step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from app.analysis.stages import Stage
from app.background import Task
from app.exchange import files
from app.exchange.gif import Frame, gif
from app.layout.picture import Picture
from app.models.problem import Problem
from app.views.map.lens_and_layers import Look
from app.views.replay.scene import ReplayScene
from app.views.replay.step_words import told
from app.views.widgets import theme
from app.views.widgets.png import png
from app.views.widgets.wrapping import rejoined, wrapped

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Colours = npt.NDArray[np.uint32]

_SIZE: Final = QSize(960, 660)
_TEXT: Final = 110
_WHOLE: Final = 2400
"""Hundredths of a second of the whole animation, where there are many steps."""
_SHORTEST, _LONGEST, _LAST = 15, 120, 300
_MOST_COLOURS: Final = 256
_ALL_COLOURS: Final = 1 << 24
_AT_ONCE: Final = 500
"""Colours of which the nearest is looked for in one turn."""


class AnimationFiles(QObject):
    """Paints a stage at a time, so that the window never waits, and writes them off its thread."""

    painted = Signal(int)
    """So many stages are painted."""
    done = Signal(object)
    """The `Path`."""
    failed = Signal(object)

    def __init__(
        self, scene: Callable[[], ReplayScene], stages: Sequence[Stage], look: Look, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stages, self._look = stages, look
        with theme.on_paper("print", _TEXT):
            self._scene = scene()
            self._foot = round(QFontMetricsF(theme.font("title")).height() * 2)
            self._scene.set_size(_SIZE - QSize(0, self._foot))
        self._images: list[QImage] = []
        self._path = Path()
        self._is_stopped = False
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._paint_one)
        self._lays, self._writes = Task(self), Task(self)
        self._lays.done.connect(self._take_end)
        self._lays.failed.connect(self._fault)
        self._writes.done.connect(self.done)
        self._writes.failed.connect(self.failed)

    def film(self, path: Path) -> None:
        """Write an animation to a `.gif`, or a picture a step into a folder that is made."""
        self._path = path
        with theme.on_paper("print", _TEXT):
            self._lays.start(self._scene.laying_of_end(self._look))

    def stop(self) -> None:
        """Paint no more."""
        self._is_stopped = True
        self._next.stop()

    def _fault(self, fault: Exception) -> None:
        raise fault  # nothing a person can cause: it is reported

    def _take_end(self, laid: Picture) -> None:
        if self._is_stopped:
            return
        self._scene.laid = laid
        with theme.on_paper("print", _TEXT):
            self._scene.lay_out_end(self._look)
        self._next.start()

    def _paint_one(self) -> None:
        at = len(self._images)
        if at < len(self._stages):
            self._images.append(self._painted(self._stages[at]))
            self.painted.emit(at + 1)
        else:
            self._next.stop()
            self._writes.start(_written, self._images, self._path)

    def _painted(self, stage: Stage) -> QImage:
        image = QImage(_SIZE, QImage.Format.Format_RGB32)
        with theme.on_paper("print", _TEXT):
            colours = theme.current()
            image.fill(colours.colour("paper"))
            self._scene.show_stage(stage, self._look)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRectF(0, 0, _SIZE.width(), _SIZE.height() - self._foot)
            self._scene.render(painter, room, self._scene.sceneRect())
            painter.setFont(theme.font("title"))
            painter.setPen(colours.colour("ink"))
            below = QRect(16, round(room.bottom()), _SIZE.width() - 32, self._foot)
            lines = wrapped(told(stage), below.width(), theme.font("title"))
            rest = painter.fontMetrics().elidedText(
                rejoined(lines[1:]), Qt.TextElideMode.ElideRight, below.width()
            )
            words = "\n".join((*lines[:1], *([rest] if rest else [])))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
        return image


def _written(images: Sequence[QImage], path: Path) -> Path:
    if path.suffix.lower() == ".gif":
        files.write_file(path, animated(images))
    else:
        _write_series(images, path)
    return path


def _write_series(images: Sequence[QImage], folder: Path) -> None:
    try:
        folder.mkdir()
    except OSError as error:
        raise Problem("file_not_written", file=folder.name) from error
    files.write_files([(folder / f"{n:03}.png", png(one)) for n, one in enumerate(images, start=1)])


def animated(images: Sequence[QImage]) -> bytes:
    """Return pictures of one size as an animation, in the commonest colours of the last.

    It leaves Python to the window again and again: Qt's own way keeps it for a whole picture.
    """
    import numpy as np

    seen, counts = np.unique(_colours(images[-1]), return_counts=True)
    table = seen[np.argsort(-counts, kind="stable")[:_MOST_COLOURS]]
    stands = max(_SHORTEST, min(_LONGEST, _WHOLE // len(images)))
    nearest = _Nearest(table)
    frames = (
        Frame(nearest.of(_colours(one)), _LAST if one is images[-1] else stands) for one in images
    )
    palette = [(int(red), int(green), int(blue)) for red, green, blue in _parts(table)]
    return gif((images[0].width(), images[0].height()), palette, frames)


def _colours(image: QImage) -> "Colours":
    """Return the colour of every pixel, row by row: in 32 bits no row is filled up."""
    import numpy as np

    return np.frombuffer(image.constBits(), np.uint32) & np.uint32(0xFFFFFF)


def _parts(colours: "Colours") -> "npt.NDArray[np.int32]":
    """Return red, green and blue of colours, a row each."""
    import numpy as np

    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=-1).astype(np.int32)


class _Nearest:
    """Which of the colours in a table is nearest to any other; each is looked for once."""

    def __init__(self, table: "Colours") -> None:
        import numpy as np

        self._table = _parts(table)
        self._found = np.zeros(_ALL_COLOURS, np.uint8)
        self._is_found = np.zeros(_ALL_COLOURS, np.bool_)

    def of(self, pixels: "Colours") -> bytes:
        """Return for every pixel the place in the table of the colour nearest to its own."""
        import numpy as np

        new = np.unique(pixels[~self._is_found[pixels]])
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            away = _parts(some)[:, None, :] - self._table
            self._found[some] = (away * away).sum(axis=-1).argmin(axis=-1)
        self._is_found[new] = True
        return self._found[pixels].tobytes()
