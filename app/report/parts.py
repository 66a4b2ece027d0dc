"""What a report can have: each part with its name, how much it would say, and who writes it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from app.analysis.ladder import ladder
from app.models.network import Answer, Evidence, Intention, Map, Task
from app.report import competences, own_words
from app.report.content import Section
from app.report.sections import Sections
from app.report.wanted import ReportChoices
from app.words import say, say_in


class Part(NamedTuple):
    """One part of a report."""

    id: str
    name: Callable[[], str]
    """What it is called, also above it."""
    write: Callable[[Sections, str], Iterator[Section]]
    """Yields it below a heading."""
    amount: Callable[[Map], int] = lambda _: 1
    """How much a map has for it; a part without anything is not in the report."""
    own_words: bool = False
    """It is in the owner's own words, which stay out of a report without names."""
    compares: bool = False
    """It needs an earlier moment."""


def _answered(whole: Map) -> int:
    return sum(bool(answer.text.strip()) or answer.discuss for answer in whole.all_of(Answer))


PARTS: Final = {
    part.id: part
    for part in (
        Part("maps", lambda: say("The map"), Sections.maps),
        Part(
            "findings",
            lambda: say("What the map says"),
            Sections.findings,
        ),
        Part(
            "tasks",
            lambda: say("Who does what"),
            lambda report, heading: own_words.tasks(report.whole, heading),
            lambda whole: len(whole.all_of(Task)),
            own_words=True,
        ),
        Part(
            "partners",
            lambda: say("The partners"),
            Sections.partners,
            lambda whole: len(whole.partners),
        ),
        Part(
            "ladder",
            lambda: say("Ladder"),
            Sections.ladder,
            lambda whole: sum(len(there) for step, there in ladder(whole).items() if step),
        ),
        Part(
            "cards",
            lambda: say("Working together"),
            lambda report, heading: own_words.cards(report.whole, heading),
            lambda whole: len(own_words.filled_in(whole)),
            own_words=True,
        ),
        Part(
            "answers",
            lambda: say("Questions and answers"),
            lambda report, heading: own_words.answers(report.whole, heading),
            _answered,
            own_words=True,
        ),
        Part(
            "intentions",
            lambda: say("Plans"),
            lambda report, heading: own_words.intentions(report.whole, heading),
            lambda whole: len(whole.all_of(Intention)),
            own_words=True,
        ),
        Part(
            "competences",
            lambda: say("Competence"),
            lambda report, heading: competences.sections(report.whole, heading),
            lambda whole: len(whole.all_of(Evidence)),
            own_words=True,
        ),
        Part(
            "comparison",
            lambda: say_in("Report", "What changed"),
            Sections.comparison,
            compares=True,
        ),
        Part(
            "figures",
            lambda: say("In numbers"),
            Sections.figures,
            lambda whole: len(whole.partners),
        ),
        Part(
            "method",
            lambda: say("How this was measured"),
            Sections.method,
        ),
    )
}
"""The parts by id, in the order in which a report has them."""


def contents(whole: Map, before: Map | None, wanted: ReportChoices) -> Mapping[str, int]:
    """Return the number of things to say in each part; 0 where it would not be in the report."""
    return {
        part.id: 0
        if (part.own_words and wanted.anonymous) or (part.compares and before is None)
        else part.amount(whole)
        for part in PARTS.values()
    }
