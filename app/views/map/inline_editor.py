"""What opens words on the map itself to be written: the label of an outline, or a text."""

from typing import cast

from PySide6.QtCore import QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QPlainTextEdit, QWidget

from app.document import Document
from app.models.network import Note, Outline
from app.models.rules import cleaned, cleaned_text
from app.views.map.drawing_items import broken, label_font, note_font
from app.views.map.picture_points import free_place
from app.views.map.scene import MapScene
from app.views.map.tools import may_draw
from app.views.widgets import drafts, theme
from app.words import say

_ROOM = 5
"""Pixels between the words and the frame of the editor."""


class InlineEditor(QPlainTextEdit):
    """A frame with words in it, as large as they are."""

    finished = Signal(bool)
    """The words are to be kept, or not."""

    def __init__(self, text: str, parent: QWidget, *, width: float, is_line: bool) -> None:
        super().__init__(parent)
        self._is_line = is_line
        self._width = width
        self._done = False
        self.setProperty("role", "inline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(label_font() if is_line else note_font())
        self.document().setDocumentMargin(_ROOM)
        self.setViewportMargins(0, 0, 0, 0)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setTabChangesFocus(True)
        wrap = QTextOption.WrapMode
        self.setWordWrapMode(wrap.NoWrap if is_line else wrap.WrapAtWordBoundaryOrAnywhere)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        if is_line:
            self.selectAll()
        self.textChanged.connect(self.grow)

    def grow(self) -> None:
        """Take the room that the words need, inside the map."""
        around = self._around()
        metrics = QFontMetricsF(self.font())
        words = self.toPlainText()
        least = theme.scaled(120)
        if self._is_line:
            lines = [words or self.placeholderText()]
            most = float(around.width() - 8)
        else:
            most = min(self._width, around.width() - 8 - 2 * _ROOM)
            lines = list(broken(words, self.font(), most))
        frame = 2 * (_ROOM + 3)
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        wanted = max(widest + 12, least) if self._is_line else most + 4
        height = len(lines) * metrics.lineSpacing() + frame
        self.resize(int(min(wanted + frame, around.width() - 8)), int(height + 1))
        self.keep_inside()

    def _around(self) -> QSize:
        parent = self.parentWidget()
        assert parent is not None
        return parent.size()

    def keep_inside(self) -> None:
        """Move no further than the edge of the map."""
        room = self._around() - self.size()
        self.move(max(min(self.x(), room.width()), 0), max(min(self.y(), room.height()), 0))

    def finish(self, *, keep: bool) -> None:
        """Close once, with the words or without them."""
        if not self._done:
            self._done = True
            self.finished.emit(keep)

    def reopen(self) -> None:
        """Stay: the words could not be kept."""
        self._done = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps a label, Ctrl+Enter and Esc a text; Esc leaves a label as it was."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=not self._is_line)
        elif enters and (self._is_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finish(keep=True)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the words when the map goes out of sight, or the window closes."""
        super().hideEvent(event)
        self.finish(keep=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the words when the person goes on elsewhere."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.finish(keep=True)


class DrawnTextEditor(QObject):
    """Opens an editor on the map and stores what was written in it. A child of the view."""

    finished = Signal(str)
    """The editor is closed; the id of what it was about, or nothing."""

    def __init__(self, document: Document, scene: MapScene, view: QGraphicsView) -> None:
        super().__init__(view)
        self._document = document
        self._scene = scene
        self._editor: InlineEditor | None = None
        self._key = ""
        self.point = QPointF()
        drafts.watch(self)

    @property
    def is_open(self) -> bool:
        """Tell whether somebody is writing."""
        return self._editor is not None

    @property
    def editor(self) -> InlineEditor | None:
        """Return the frame that is being written in."""
        return self._editor

    def edit(self, key: str) -> None:
        """Change the label of an outline, or a text."""
        record = self._document.map.records.get(key) if self._document.is_open else None
        if not isinstance(record, Outline | Note) or not may_draw(self._document):
            return
        box = self._scene.drawing.box(key)
        if isinstance(record, Outline):
            middle = self._view().mapFromScene(box.center())
            self._open(record.label, middle, is_line=True)
            editor = self._editor
            assert editor is not None
            editor.move(middle - QPoint(editor.width() // 2, editor.height() // 2))
            editor.keep_inside()
        else:
            self.point = box.topLeft()
            self._open(record.text, self._view().mapFromScene(box.topLeft()), is_line=False)
        self._key = key

    def write(self, point: QPointF | None) -> None:
        """Write a new text at a point of the picture; None is near the middle."""
        if not may_draw(self._document):
            return
        self.point = point if point is not None else self._near_middle()
        self._open("", self._view().mapFromScene(self.point), is_line=False)

    def keep(self) -> None:
        """Close the editor and keep what is in it."""
        if self._editor is not None:
            self._editor.finish(keep=True)

    def drop(self) -> None:
        """Close the editor and keep what was there before it."""
        if self._editor is not None:
            self._editor.finish(keep=False)

    def draft(self) -> str:
        """Return the text in the editor, where it differs from what is stored."""
        if self._editor is None:
            return ""
        typed, record = self._editor.toPlainText(), self._record()
        stands = record.label if isinstance(record, Outline) else record.text if record else ""
        return "" if cleaned_text(typed).strip() == stands.strip() else typed

    def keep_draft(self) -> None:
        """Close the editor and keep what is in it."""
        self.keep()

    def _record(self) -> Outline | Note | None:
        record = self._document.map.records.get(self._key) if self._document.is_open else None
        return record if isinstance(record, Outline | Note) else None

    def _view(self) -> QGraphicsView:
        # Asked for every time: see docs/decisions/0008-qt.md.
        return cast(QGraphicsView, self.parent())

    def _near_middle(self) -> QPointF:
        return self._scene.drawing.free_room(self._scene.drawing.text_width() / 2, theme.scaled(44))

    def _open(self, text: str, at: QPoint, *, is_line: bool) -> None:
        self.keep()
        if self._editor is not None:
            return  # what is in it could not be stored: it stays until it can
        editor = self._editor = InlineEditor(
            text,
            self._view().viewport(),
            width=self._scene.drawing.text_width(),
            is_line=is_line,
        )
        if is_line:
            editor.setPlaceholderText(say("What do you call this group?"))
            editor.setAccessibleName(say("Label of the outline"))
            editor.setToolTip(say("Press Enter to save or Esc to cancel."))
        else:
            editor.setPlaceholderText(say("Your text. Press Esc when done"))
            editor.setAccessibleName(say("Text on the map"))
            editor.setToolTip(say("Press Esc or Ctrl+Enter when your text is done."))
        self._key = ""
        editor.finished.connect(self._finish)
        editor.move(at - QPoint(_ROOM + 2, _ROOM + 2) if not is_line else at)
        editor.grow()
        editor.show()
        editor.setFocus()

    def _finish(self, keep: bool) -> None:
        editor = self._editor
        if editor is None:
            return
        key = self._key
        if keep and self._document.is_open:
            stored = self._store(editor.toPlainText())
            if stored is None:
                editor.reopen()
                return
            key = stored
        self._editor = None
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._view().setFocus()
        self.finished.emit(key)

    def _store(self, text: str) -> str | None:
        """Store what was written; return the id of it, "" for nothing, None where that failed."""
        key, record = self._key, self._record()
        if isinstance(record, Outline):
            stored: bool | str | None = self._document.set_outline(key, label=cleaned(text))
        elif isinstance(record, Note):
            stored = self._document.set_note(key, text=cleaned_text(text).strip("\n"))
        elif text.strip():
            place = free_place(self._scene, self.point)
            stored = key = self._document.add_note(cleaned_text(text).strip("\n"), **place) or ""
        else:
            stored, key = True, ""
        self._document.end_merging()
        return key if stored else None
