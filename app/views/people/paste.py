"""Copying partners to another map, and pasting them or a list of names from anywhere."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from app.document import Document
from app.models.joined_list import joined
from app.models.network import MOST_PARTNERS, Partner, Tie
from app.models.problem import Problem
from app.models.text_form import isolated
from app.views.map.scene import MapScene
from app.words import current_language, filled, phrases, say

if TYPE_CHECKING:
    from app.exchange.lists import People

_SAME_PLACE = 0.1
"""How far apart two people stand at least, in radii of the circle; nearer, the place is taken."""


class PartnerClipboard(QObject):
    """Copies the selected partners, and pastes: one step, nothing asked, and told with *Undo*."""

    told = Signal(str)
    """What happened."""
    picture_pasted = Signal(object)
    """A picture: the file it is in, or its pixels."""
    pasted = Signal(str)
    """Who came."""
    failed = Signal(object)

    def __init__(self, document: Document, scene: Callable[[], MapScene], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._scene = scene

    def copy(self) -> None:
        """Put the selected partners on the clipboard, with the ties among them."""
        from app.exchange.clipboard import MIME, to_json, to_text

        partners = self._document.selected
        if not partners:
            return
        mime = QMimeData()
        mime.setData(MIME, to_json(partners, self._document.map.asked_pairs))
        mime.setText(to_text(partners, current_language()))
        QGuiApplication.clipboard().setMimeData(mime)
        text = say("Copied: {who}. You can paste this into another map or another program.")
        self.told.emit(filled(text, who=_who(partners)))

    def cut(self) -> None:
        """Copy the selected partners and take them off the map, which can be undone."""
        self.copy()
        self._document.remove_partners(self._document.selection)

    def paste(self) -> None:
        """Add who is on the clipboard: copies of Kring's partners, or people in a list or cells."""
        from app.exchange.clipboard import MIME, from_json
        from app.exchange.lists import read_people

        if not self._document.is_open:
            return
        picture = _picture()
        mime = QGuiApplication.clipboard().mimeData()
        if picture is not None:
            self.picture_pasted.emit(picture)
        elif mime is None:  # a clipboard that cannot be read, as offscreen
            self.told.emit(_nobody())
        elif not mime.hasFormat(MIME):
            self.take_in(read_people(mime.text(), current_language()))
        else:
            try:
                self._paste_copies(*from_json(bytes(mime.data(MIME).data())))
            except Problem as problem:
                self.failed.emit(problem)

    def take_in(self, people: "People", ties: Iterable[Tie] = ()) -> None:
        """Take the people of a list into the open map: nobody twice, nothing said over again."""
        from app.words.joined_list import what_came

        if not people.partners:
            self.told.emit(_nobody())
            return
        joining = joined(self._document.map, people.partners, ties)
        joining = joining._replace(came=tuple(self._with_places(joining.came)))
        if not self._document.join(joining):
            return
        kept_out = (*joining.kept_out, *people.more)
        left = _what_is_left(kept_out, people.unused, is_cut=people.is_cut)
        said = " ".join(part for part in (what_came(joining), left) if part)
        (self.pasted if joining.after else self.told).emit(said)

    def _paste_copies(self, partners: Sequence[Partner], ties: Sequence[Tie]) -> None:
        here = self._document.map.partners
        coming = partners[: MOST_PARTNERS - len(here)]
        kept_out = [p.name for p in partners[len(coming) :]]
        said = _what_is_left(kept_out, (), is_cut=False)
        twice = phrases.named_alike([p.name for p in coming], here)
        if not coming:
            self.told.emit(said or _nobody())
        elif self._document.paste_partners(self._with_places(coming), ties):
            text = say("Added: {who}.", who=_who(self._document.selected))
            self.pasted.emit(" ".join(part for part in (text, twice, said) if part))

    def _with_places(self, partners: Iterable[Partner]) -> list[Partner]:
        """Give a free place to who has none where everybody has one, and to whose is taken.

        Through another lens nobody can see a free place: there, they wait for one.
        """
        taken = [(p.x, p.y) for p in self._document.shown.partners]
        kept = [
            replace(partner, x=None, y=None)
            if any(_near(partner, place) for place in taken)
            else partner
            for partner in partners
        ]
        scene = self._scene()
        if scene.lens.field is not None:
            return kept
        places = scene.places_for([partner for partner in kept if partner.x is None])
        return [
            replace(partner, x=places[partner.id][0], y=places[partner.id][1])
            if partner.id in places
            else partner
            for partner in kept
        ]


def _picture() -> Path | QImage | None:
    """Return the picture on the clipboard: a file that was copied, or pixels beside no text."""
    from app.photo_file import SUFFIXES

    mime = QGuiApplication.clipboard().mimeData()
    if mime is None:
        return None
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    pictures = [path for path in files if path.suffix.casefold() in SUFFIXES]
    if pictures:
        return pictures[0]
    image = mime.imageData() if mime.hasImage() and not mime.text().strip() else None
    return image if isinstance(image, QImage) else None


def _near(partner: Partner, place: tuple[float | None, float | None]) -> bool:
    (x, y), (other_x, other_y) = (partner.x, partner.y), place
    if x is None or y is None or other_x is None or other_y is None:
        return False
    return max(abs(x - other_x), abs(y - other_y)) < _SAME_PLACE


def _nobody() -> str:
    return say("There are no names to paste.")


def _what_is_left(kept_out: Sequence[str], unused: tuple[str, ...], *, is_cut: bool) -> str:
    """Tell which part of a paste is not on the map, and why; nothing if all of it is."""
    said = []
    if kept_out:
        text = say("A map can hold {most} partners. There was no room for {who}.")
        text = filled(text, most=MOST_PARTNERS)
        said.append(filled(text, who=phrases.some_of(kept_out)))
    if unused:
        text = say("Not understood, so left out: {cells}.")
        said.append(filled(text, cells=phrases.some_of(unused)))
    if is_cut:
        said.append(say("The text was too long: the end was not read."))
    return " ".join(said)


def _who(partners: tuple[Partner, ...]) -> str:
    return isolated(partners[0].name) if len(partners) == 1 else phrases.people_count(partners)
