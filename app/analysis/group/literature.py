"""What others published about groups, to stand beside a group of today, and never joined to it.

Three samples and three instruments: no two of these figures make a trend. Of each it is said what
is not known about it.
"""

from dataclasses import dataclass
from functools import cache

from app.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """One published figure."""

    of: str
    """The figure of a group it stands beside: a key of it, with a dot before what is within."""
    year: int
    value: str
    source: str
    unknown: str
    """What is unclear about it."""
    low: float | None = None
    mark: float | None = None
    high: float | None = None
    """Where it stands on the axis of that figure; None where it has no such place."""


def published_figures() -> tuple[PublishedFigure, ...]:
    """Return the published figures, in the language that is spoken."""
    from app.words import current_language

    return _all(current_language())


@cache
def _all(_language: str) -> tuple[PublishedFigure, ...]:
    survey = say("Boosten & Bergh 2015, about 160 students")
    follow_up = say("Bergh, Diemel & van Zon 2015, number of people unknown")
    pilot = say("Pols 2016, pilot, provisional, number of people unknown")
    return (*_numbers(survey, follow_up, pilot), *_others(survey, follow_up, pilot))


def _numbers(survey: str, follow_up: str, pilot: str) -> tuple[PublishedFigure, ...]:
    """Return the published numbers of partners."""
    return (
        PublishedFigure(
            of="outside_school_without_family",
            year=2014,
            value=say("9 on average"),
            source=survey,
            unknown=say(
                "Not known: whether people or types were counted, and whether only outside the "
                "school."
            ),
            mark=9,
        ),
        PublishedFigure(
            of="outside_school_without_family",
            year=2015,
            value=say("more than 13 on average (0–22)"),
            source=follow_up,
            unknown=say("Not known: probably types ticked on a list."),
            low=0,
            mark=13,
            high=22,
        ),
        PublishedFigure(
            of="contacts",
            year=2016,
            value=say("18 on average (7–25)"),
            source=pilot,
            unknown=say("Not known: whether people, roles or organisations were counted."),
            low=7,
            mark=18,
            high=25,
        ),
    )


def _others(survey: str, follow_up: str, pilot: str) -> tuple[PublishedFigure, ...]:
    """Return the published figures on the whole, and on whom people worked with."""
    return (
        PublishedFigure(
            of="importance",
            year=2014,
            value=say("99.4% find working together important or very important"),
            source=survey,
            unknown=say("Not known: which answers there were to choose from."),
        ),
        PublishedFigure(
            of="satisfaction",
            year=2014,
            value=say("nearly 30% are dissatisfied or very dissatisfied"),
            source=survey,
            unknown=say(
                "Not known: the exact number. Not dissatisfied is not the same as satisfied."
            ),
        ),
        PublishedFigure(
            of="top_three",
            year=2015,
            value=say("outreach support teacher, school social work, cultural institution"),
            source=follow_up,
            unknown=say("Not known: what put them in the top three, and in which order."),
        ),
        PublishedFigure(
            of="kinds.youth_care",
            year=2015,
            value=say("71% work with children's services; of those, 83% for single pupils only"),
            source=say("Bergh, Diemel & van Zon 2015; Haasen & van Swet 2015"),
            unknown=say("Not known: what the 83% is of: people, contacts or activities."),
        ),
        PublishedFigure(
            of="pattern",
            year=2016,
            value=say(
                "Every week with the headteacher and the SENCO, who are seldom rated important; "
                "less often with parents, and nearly everyone rates them important"
            ),
            source=pilot,
            unknown=say("Not known: the percentages, and how importance was asked."),
        ),
    )
