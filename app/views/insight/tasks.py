"""Around one pupil: who does what, in which role, who is answerable, agreed with whom."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.study import Study
from app.analysis.tasks import Row, in_order
from app.document import Document
from app.models.network import Task, new_id
from app.models.problem import Problem
from app.views.insight.pages import soft
from app.views.insight.task_table import TaskTable
from app.views.reflect.arrangement import as_pdf
from app.views.widgets import theme
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.saving import write_file
from app.views.widgets.side_scroll import SideScroll
from app.words import filled, say


class TasksPage(SideScroll):
    """The table of the tasks, what is still without somebody, and a way to add and to print."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        page = self.inside
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 16, 12)
        self.heading = QLabel(page)
        self.heading.setWordWrap(True)
        self.heading.setFont(theme.font("heading"))
        column.addWidget(self.heading)
        self.open = soft(page, "")
        column.addWidget(self.open)
        self.table = TaskTable(document, page)
        column.addWidget(self.table)
        hint = say("Click a cell to fill it in. Press Delete to remove a task.")
        column.addWidget(soft(page, hint))
        row = QVBoxLayout()  # below each other: in a narrow column with large letters both fit
        column.addLayout(row)
        self.add_button = QPushButton(say("Add a task"), page)
        self.add_button.clicked.connect(self.add)
        self.print_button = QPushButton(say("Print the support arrangements …"), page)
        self.print_button.clicked.connect(self._choose_file)
        for button in (self.add_button, self.print_button):
            button.setMinimumHeight(theme.scaled(32))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_map(self, seen: Study) -> None:
        """Show the tasks as they stand now."""
        whole = seen.whole
        rows = in_order(whole)
        subject = whole.network.subject
        about = filled(say("Around {name}: who does what"), name=subject) if subject else ""
        self.heading.setText(about or say("Around one pupil: who does what"))
        self.open.setText(_open(rows))
        self.add_button.setEnabled(self._document.is_editable)
        self.print_button.setVisible(bool(whole.all_of(Task)))
        self.table.show_tasks()

    def add(self) -> None:
        """Add a task that nobody does yet, with the cursor in it."""
        made = self._document.keep(Task(id=new_id(), what=say("New task")))
        if made is not None:
            self.show_map(Study(self._document.map))
            self.table.write(made)

    def _choose_file(self) -> None:
        path = ask_where(
            self, say("Support arrangements"), say("Support arrangements"), say("PDF (*.pdf)")
        )
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the arrangement as a PDF."""
        try:
            write_file(path, as_pdf(self._document.map))
        except Problem as problem:
            self.failed.emit(problem)
            return
        text = say("The support arrangements are in {file}. They contain your partners' names.")
        self.told.emit(filled(text, file=path.name))


def _open(rows: list[Row]) -> str:
    without = sum(row.task is not None and row.is_open for row in rows)
    if not without:
        return ""
    if without == 1:
        return say("1 task has no one yet.")
    return say("{n} tasks have no one yet.", n=without)
