"""Composes the report of a map: its cover, and the parts that were chosen."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from app.analysis.lens import LENSES
from app.exchange.names_in_text import names_in
from app.exchange.pseudonyms import pseudonymous, pseudonyms
from app.models.network import Map, Network
from app.models.vocabulary import vocabulary
from app.report.content import Picture, Report, Section
from app.report.content import Words as WritersWords
from app.report.parts import PARTS
from app.report.sections import Sections
from app.report.wanted import ReportChoices
from app.words import current_language, joined, phrases, say
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label

COVER: Final = "cover"
"""What the key of the picture on the cover begins with."""


def names_on_cover(wanted: ReportChoices, whole: Map, before: Map | None) -> tuple[str, ...]:
    """Return the names in the line for the cover: of people on the map, or of whom it is about.

    Nothing else that was typed is in a report without names.
    """
    shown = (whole,) if before is None else (before, whole)
    names = [partner.name for one in shown for partner in one.partners]
    return names_in([wanted.cover], [*names, *(one.network.subject for one in shown)])


def compose(whole: Map, before: Map | None, wanted: ReportChoices) -> "ComposedReport":
    """Return the report of a map; `before` is an earlier moment to compare with.

    Needs a QApplication, for the words; paints nothing.
    """
    if wanted.anonymous:
        whole, before = _hidden(whole, before)
    return ComposedReport(whole, before, wanted)


def _hidden(whole: Map, before: Map | None) -> tuple[Map, Map | None]:
    """Return both maps without names; who is on both is called the same on both."""
    tongue = current_language()
    earlier = () if before is None else before.partners
    # Who was there first has the lower number; the kind is that of now.
    there = [whole.partner(partner.id) or partner for partner in earlier]
    new = [partner for partner in whole.partners if partner not in there]
    names = pseudonyms((*there, *new), tongue)

    def hidden(shown: Map) -> Map:
        bare = pseudonymous(shown, tongue)
        return bare.after({p.id: replace(p, name=names[p.id]) for p in bare.partners})

    return hidden(whole), None if before is None else hidden(before)


class ComposedReport:
    """The report as data, and the maps its pictures are of."""

    def __init__(self, whole: Map, before: Map | None, wanted: ReportChoices) -> None:
        self.whole, self.before, self._wanted = whole, before, wanted
        self._told = Sections(whole, before, wanted)

    @cached_property
    def report(self) -> Report:
        """The report."""
        network = self.whole.network
        title = network.title or say("The people around my pupils")
        names = (
            say(
                "This report uses types and numbers instead of names, and a general title.",
            )
            if self._wanted.anonymous
            else say("This report contains people's names. Handle it with care.")
            if self.whole.partners
            else ""
        )
        return Report(
            language=current_language(),
            title=title,
            subtitle=_moment(network) if network.moment_label or network.moment else "",
            facts=tuple(self._facts(network)),
            note=joined((part for part in (names, say("Made with Kring.")) if part), between=" "),
            sections=tuple(self._sections()),
            words=WritersWords(
                contents=say("Contents"),
                page=say("{page} of {pages}"),
            ),
            bare=self._wanted.bare,
            after=self._wanted.after,
            cover=None if self._wanted.bare else self._on_cover(),
        )

    def _on_cover(self) -> Picture | None:
        """Return the map for the cover: by importance, or through the first lens that has one."""
        chosen = self._told.lenses if self._wanted.has("maps") else ()
        pictures = (
            block
            for lens in sorted(chosen, key=lambda lens: lens != "importance")
            for block in self._told.picture(COVER, self.whole, LENSES[lens])
            if isinstance(block, Picture)
        )
        return next(pictures, None)

    def pictured(self, key: str) -> tuple[Map, str]:
        """Return the map and the lens of a picture of the report."""
        which, _, lens = key.partition("-")
        if which == "before":
            assert self.before is not None
            return self.before, lens
        return self.whole, lens

    @property
    def with_photo(self) -> bool:
        """Tell whether a photo under the map was asked for in its picture."""
        return self._wanted.photo and not self._wanted.anonymous

    def _facts(self, network: Network) -> Iterator[tuple[str, str]]:
        known = vocabulary().choices["about"]
        about = known[network.about].label(current_language()) if network.about else ""
        count = phrases.people_count(self.whole.partners)
        for name, value in (
            (say("Made by"), self._wanted.cover),
            (field_label("role"), network.role),
            (field_label("about"), about),
            (field_label("subject"), network.subject),
            (say("On the map"), count),
            (
                say("Compared with an earlier moment"),
                "" if self.before is None else _moment(self.before.network),
            ),
        ):
            if value:
                yield name, value

    def _sections(self) -> Iterator[Section]:
        for part in PARTS.values():
            if self._wanted.has(part.id):
                yield from part.write(self._told, part.name())


def _moment(network: Network) -> str:
    """Return the label of a moment and its date, as far as they are known."""
    name, day = phrases.moment_name(network), shown_date(network.moment)
    return joined((name, day), between=" · ") if day and day != name else name
