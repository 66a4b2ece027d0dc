"""What stands below the maps: where they are kept, and who can open them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.private import guest_folder
from app.views.library.cards import row_of
from app.views.library.location import breakable
from app.words import filled, joined, say


class Foot(QWidget):
    """Says where the maps are and whether they have a password, with what changes that."""

    move_requested = Signal()
    password_requested = Signal()
    guest_requested = Signal(bool)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.place, self.move_button = self._line(column)
        path = document.library.path
        text = say("Your maps are in the folder {folder}")
        self.place.setText(filled(text, folder=path.parent.name or path.parent))
        self.place.setToolTip(breakable(path))  # and whoever wants another place is told it
        self.move_button.setText(say("Change …"))
        self.move_button.setAccessibleName(
            joined((say("Change …"), say("Move my maps")), between=": ")
        )
        self.move_button.clicked.connect(self.move_requested)
        self.protected, self.password_button = self._line(column)
        self.password_button.clicked.connect(self.password_requested)
        self.guest = QCheckBox(say("Leave nothing on this computer"), self)
        self.guest.clicked.connect(self.guest_requested)
        column.addWidget(self.guest)
        self.refresh()

    def refresh(self) -> None:
        """Say how it is now."""
        library = self._document.library
        self.guest.setChecked(guest_folder() is not None)
        is_protected = library.is_protected()
        text = (
            say("Your maps have a password") if is_protected else say("Your maps have no password")
        )
        act = say("Change …") if is_protected else say("Set a password …")
        self.protected.setText(text)
        self.password_button.setText(act)
        self.password_button.setAccessibleName(joined((act, text), between=": "))
        for widget in (self.password_button, self.guest):
            widget.setEnabled(not library.read_only)

    def _line(self, column: QVBoxLayout) -> tuple[QLabel, QPushButton]:
        row = row_of()
        column.addLayout(row)
        label = QLabel(self)
        label.setProperty("role", "soft")
        label.setWordWrap(True)
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        row.addWidget(label, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return label, button
