"""The form of the map itself, for when no partner is selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from app.document import Document
from app.models.network import Network
from app.models.vocabulary import vocabulary
from app.views.people.form import RecordForm
from app.views.widgets import theme
from app.views.widgets.fields import ChoiceField, SwitchField, choice_field, scale_field
from app.views.widgets.segments import Option
from app.views.widgets.text_fields import DateField, LineField, OpenListField
from app.words import say, say_in


class MapForm(RecordForm):
    """What is said about the map as a whole."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(say("About this map"))
        scales = vocabulary().scales
        heading = QLabel(say("About this map"))
        heading.setFont(theme.font("heading"))
        heading.setWordWrap(True)
        self.column.addWidget(heading)
        self.add(LineField("title", hint=say("Untitled map")))
        self.add(DateField("moment", say("Pick a date")))
        moments = [(word, word) for word in (say("begin"), say("end"))]
        self.add(OpenListField("moment_label", [("", moments)], empty=""))
        self.add(LineField("ego_label", hint=say("Me")))
        self.add(LineField("role"))
        self.add(choice_field("about", "about"))
        self._subject = self.add(
            LineField("subject", hint=say("Initials or a made-up name will do"))
        )
        self.add(
            scale_field(
                "importance_overall",
                scales["importance"],
                say("How important is working with others to you?"),
            )
        )
        self.add(
            scale_field(
                "satisfaction_overall",
                scales["satisfaction"],
                say("How satisfied are you with it on the whole?"),
            )
        )
        sure = (
            say("not sure at all"),
            say("not so sure"),
            say("fairly sure"),
            say("sure"),
            say("very sure"),
        )
        steps = [Option(code, str(code), text, str(code)) for code, text in enumerate(sure, 1)]
        self.add(ChoiceField("confidence", steps, say("How sure do you feel in it?"), worded=True))
        self.add(
            SwitchField(
                "lines_drawn",
                caption=say_in("MapForm", "I have drawn the lines between my partners"),
                explained=say("Then two partners without a line do not know each other."),
            )
        )
        self.add(
            SwitchField(
                "finished",
                caption=say("This map is finished"),
                explained=say(
                    "You can look at a finished map but not change it. Untick to go on with it."
                ),
            )
        )
        self.column.addStretch(1)
        self.redraw()

    def records(self) -> Sequence[Network]:
        """Return the record of the open map, if one is open."""
        return (self.document.map.network,) if self.document.is_open else ()

    def store(self, name: str, value: Any) -> None:
        """Change the record of the map."""
        self.document.set_network(**{name: value})

    def is_editable(self, name: str) -> bool:
        """Tell whether a field takes changes now; a finished map can still be reopened."""
        if name == "finished":
            return not self.document.library.read_only
        return super().is_editable(name)

    def redraw(self) -> None:
        """Show what is said of the map."""
        super().redraw()
        for network in self.records():
            self._subject.setVisible(network.about == "support" or network.subject != "")
