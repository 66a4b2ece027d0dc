"""The scene of the map: the people of the document, laid out for a lens."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QGraphicsScene

from app.analysis.free_places import direction, is_near
from app.analysis.lens import Lens
from app.analysis.study import Study, study
from app.layout.free_places import free_places, moved_apart
from app.layout.picture import Frame, Person, Picture
from app.layout.ring_layout import free_spot
from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary
from app.views.map import marks
from app.views.map.drawing import Drawing
from app.views.map.ground import small_fonts
from app.views.map.ground_items import GroundItems
from app.views.map.layout_request import Asked, frame_of, measure_in, people_of, picture_of
from app.views.map.lens_and_layers import Look, sizes_in, with_intention
from app.views.map.lines import Comets, Lines, Ties, comets_of
from app.views.map.marks import DIFFERENCES
from app.views.map.people_items import EgoItem, PartnerItem
from app.views.map.spoken import spoken
from app.words import current_language, phrases

if TYPE_CHECKING:
    from app.views.map.glide import Glide, Paths

_KEPT_PICTURES: Final = 128 * 1024
"""Kilobytes for the pictures Qt keeps of people and ties. Its own ten megabytes are too few on a
sharp screen: then it throws each away before it is used again."""


class MapScene(QGraphicsScene):
    """A map as it looks: one item for every partner who has a place in the lens.

    It knows nothing of documents: it is given a map and a look, and shows them.
    """

    laid_out = Signal()
    """Everybody has their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _KEPT_PICTURES))
        self.map: Map | None = None
        self.look = Look()
        self._text, self._small = measure_in(marks.name_font()), measure_in(*small_fonts())
        self._size = QSize()
        self._asked: object = None
        self.stands_still = False
        """Somebody works in the lens: sectors keep their place, and people theirs."""
        self._stayed = False
        """The picture was made on the ground of the one before."""
        self._laid_for: object = None
        """What the sectors were laid out for; another map or lens has its own."""
        self._framed: object = None
        self._is_reframed = False  # it has another size or tongue than that one
        self._stood: dict[str, object] = {}
        """What gave each of the people their place."""
        self.people: dict[str, PartnerItem] = {}
        self._given: dict[str, object] = {}
        """What each of them shows, so that an edit leaves the others alone."""
        self.current: str | None = None
        """Who the keyboard is on."""
        self._selection: tuple[str, ...] = ()
        self._lit = self._lens_seen = ""
        self._dim: frozenset[str] = frozenset()
        self._ground_items, self._lines, self.ego = GroundItems(self), Lines(), EgoItem()
        self.backdrop, self.rim_names = self._ground_items.backdrop, self._ground_items.rim_names
        self.ties, self.comets = Ties(), Comets()
        self._known = Study(Map({}))
        for item in (self.ties, self._lines, self.comets, self.ego):
            self.addItem(item)
        self.drawing = Drawing(self)
        self.ego.hide()  # until the view has a size, and there is a place for it
        self._tied: object = None
        self.picture = Picture(640, 640, 320, 320, 280, 60)

    # What the view asks for.

    def set_size(self, size: QSize) -> None:
        """Lay the map out for a view of this size."""
        if size != self._size:
            self._size = size
            self.lay_out()

    def show_map(self, whole: Map | None, look: Look, *, glide: bool = False) -> None:
        """Show a map, or none, in a look; people who stand elsewhere glide there or jump."""
        self.map, self.look = whole, look
        self.lay_out(glide=glide)

    @property
    def everybody(self) -> Mapping[str, PartnerItem]:
        """Return all who can be selected, by id."""
        return self.people

    @property
    def lens(self) -> Lens:
        """Return the lens the map is seen through."""
        return self.look.lens

    @property
    def settings_around(self) -> tuple[str | None, ...]:
        """Return the settings of the sectors of the map that is shown."""
        return self.around(self.map, self.look)

    def around(self, whole: Map | None, look: Look) -> tuple[str | None, ...]:
        """Return the settings of the sectors, with one for who has no setting yet."""
        if look.lens.field is None or not look.sectors:
            return ()
        known: tuple[str | None, ...] = tuple(vocabulary().settings)
        # Who waits in the tray without a setting may come any moment: then nothing turns.
        everybody = whole.partners if whole is not None else ()
        people = everybody if self.stands_still else look.lens.held(everybody)
        stays = whole is self.map and look.lens == self.lens and self._keeps_ground()
        stays = stays and len(self.picture.sectors) > len(known)
        return (*known, None) if stays or None in [p.setting for p in people] else known

    def place_for(self, kind: str | None, setting: str | None) -> tuple[float, float] | None:
        """Return a free place for somebody new; None where the lens asks a rating."""
        if self.look.lens.field is not None:
            return None
        towards, near = direction(setting), is_near(kind)
        return free_spot(self.picture, "Samenwerking", self._frame(), towards, near=near)

    def places_for(self, newcomers: Iterable[Partner]) -> dict[str, tuple[float, float]]:
        """Return a free place for each of several newcomers of the free lens, by id."""
        people = [
            (Person(id=p.id, label=p.name, near=is_near(p.kind)), direction(p.setting))
            for p in newcomers
        ]
        return free_places(self.asked_in(self.look).people, people, self._frame())

    def apart(self) -> dict[str, tuple[float, float]]:
        """Return a place, by id, for who stands on somebody else in the free lens."""
        return moved_apart(self.asked_in(self.look).people, self._frame())

    @cached_property
    def glide(self) -> "Glide":
        """Return the animation that moves people; made when somebody first moves."""
        from app.views.map.glide import Glide

        glide = Glide(self)
        glide.moved.connect(self._glide_step)
        glide.finished.connect(self.show_where_they_are)
        return glide

    @property
    def is_gliding(self) -> bool:
        """Tell whether people are on their way, or tails come out."""
        return "glide" in self.__dict__ and self.glide.state() == self.glide.State.Running

    def stop_gliding(self) -> None:
        """Leave everybody where they are now: somebody is being dragged."""
        if "glide" in self.__dict__:
            self.glide.stop()
        self._ground_items.arrive()

    def show_where_they_are(self) -> None:
        """Put every item back where the picture has it (after a drag that came to nothing)."""
        self._ground_items.arrive()
        for key, item in self.people.items():
            spot = self.picture.spots[key]
            item.setPos(spot.x, spot.y)
        self.comets.grow(1.0)
        self.drawing.follow()
        self.backdrop.highlight(None)
        self._lines.update()
        self.ties.setVisible(self.look.lens.id != "gap")
        self.ties.update()

    def move(self, places: Mapping[PartnerItem, QPointF]) -> None:
        """Put people somewhere else for now, with their lines: they are being dragged."""
        self._put(places)
        self.drawing.follow()
        self.ties.follow()

    def _put(self, places: Mapping[PartnerItem, QPointF]) -> None:
        before = [(item, item.pos()) for item in places]
        for item, place in places.items():
            item.setPos(place)
        self._lines.follow(before)

    def tails(self) -> dict[str, QLineF]:
        """Return the tails that can be seen, by id: from where somebody stands to their contact."""
        spots = self.picture.spots
        return {k: QLineF(s.x, s.y, *s.tail) for k, s in spots.items() if s.tail is not None}

    # From records to items.

    def _placed(self) -> list[Partner]:
        return self.look.lens.held(self.map.partners) if self.map is not None else []

    def lay_out(self, *, glide: bool = False) -> None:
        """Give everybody their place; layout work is done only where something moved."""
        if not self._size.isValid():
            return  # the view has no size yet, and will tell
        self.stop_gliding()
        asked = self.asked_in(self.look)
        if asked != self._asked:
            self._asked, framed = asked, (asked.size, asked.language)
            self._stayed, self._is_reframed = self._keeps_ground(), framed != self._framed
            self.picture = self._picture_of(asked.people, self._frame(), asked.around)
            self._laid_for, self._framed = self._belongs_to(), framed
            self._stood = {p.id: (p.band, p.sector, p.angle) for p in asked.people}
        self._show_people(asked.around, glide=glide)
        self.setSceneRect(QRectF(0, 0, self.picture.width, self.picture.height))
        self.laid_out.emit()

    def asked_in(self, look: Look) -> Asked:
        """Return what the picture of the map in a look is laid out for."""
        around, people = self.around(self.map, look), tuple[Person, ...]()
        if self.map is not None:
            placed = look.lens.held(self.map.partners)
            people = people_of(placed, look.lens, around, study(self.map).rows)
        return Asked(people, look.lens, around, QSize(self._size), current_language())

    def _picture_of(
        self, people: tuple[Person, ...], frame: Frame, around: tuple[str | None, ...]
    ) -> Picture:
        lens, before = self.look.lens, self._before(people)
        return picture_of(people, frame, lens, around, before=before, pans=self.stands_still)

    def laying(self, asked: Asked) -> Callable[[], Picture]:
        """Return what lays out what is asked, in whatever thread.

        Whoever asks for it afterwards, and for the first time, finds it laid out.
        """
        people, lens, around = asked[:3]
        return partial(picture_of, people, self._frame(), lens, around, pans=self.stands_still)

    # Where it stays as it is.

    def make_room(self, *, glide: bool = False) -> None:
        """Give every sector the width that its people need, and everybody a place anew."""
        if self._stayed:
            self._laid_for = self._asked = None
            self.lay_out(glide=glide)

    def _belongs_to(self) -> object:
        """Return the key of the sectors: the map, the lens, the rings."""
        whole = self.map.network.id if self.map is not None else None
        return (whole, self.look.lens, self.look.sectors)

    def _keeps_ground(self) -> bool:
        return self.stands_still and self._laid_for == self._belongs_to()

    def _before(self, people: tuple[Person, ...]) -> Picture | None:
        """Return the part of the picture that stays: sectors, and on the same ground whoever stood.

        In a view of another size the sectors are all that stays.
        """
        if not self._stayed:
            return None
        if self._is_reframed:
            return self.picture._replace(spots={}, rings=())
        spots, stood = self.picture.spots, self._stood
        stay = [p.id for p in people if stood.get(p.id) == (p.band, p.sector, p.angle)]
        return self.picture._replace(spots={key: spots[key] for key in stay if key in spots})

    def _frame(self) -> Frame:
        return frame_of(self._size, self._text, self._small)

    def _show_people(self, around: tuple[str | None, ...], *, glide: bool) -> None:
        spots = self.picture.spots
        here = {partner.id: partner for partner in self._placed() if partner.id in spots}
        moves = self._stand_people(here)
        if not glide:
            self._put({item: goal for item, (_, goal) in moves.items()})
        there = Counter([p.setting for p in here.values() if p.frequency != 0])
        ground = self.picture, around, tuple(map(there.__getitem__, around))
        middle = QPointF(self.picture.cx, self.picture.cy)
        self.ego.setPos(middle)
        label = phrases.ego_label(self.map.network) if self.map is not None else ""
        self.ego.show_ego(label, self.picture.ego)
        self.ego.setVisible(self.map is not None)
        self.drawing.show(self.map, self.picture, self.people, self.look)
        self._show_lines(again=bool(moves))
        self._show_gap()
        self._mark()
        to_gap = self.look.lens.id == "gap" != self._lens_seen
        self._lens_seen = self.look.lens.id
        if glide and (moves or to_gap):
            self.comets.grow(0.0)  # heads and tails together: they come out when all are there
            self.glide.begin(moves, tails=self.look.lens.id == "gap")
            self._ground_items.show(*ground, by_steps=True)  # after people, who are painted first
        else:
            self.comets.grow(1.0)
            self._ground_items.show(*ground, by_steps=False)

    def _stand_people(self, here: Mapping[str, Partner]) -> "Paths":
        """Let an item show everybody; return who is to go elsewhere, from where to where."""
        for key in self.people.keys() - here.keys():
            self.removeItem(self.people.pop(key))
            del self._given[key]
        moves: Paths = {}
        sizes, wishes = sizes_in(self.look, self.map), self.look.shows("wishes")
        intended = with_intention(self.look, self.map)
        for key, partner in here.items():
            item, spot = self.people.get(key), self.picture.spots[key]
            goal = QPointF(spot.x, spot.y)
            if item is None:
                item = self.people[key] = PartnerItem(partner)
                item.setPos(goal)
                self.addItem(item)
            given = (partner, spot, sizes.get(key, 1.0), wishes, key in intended)
            if given != self._given.get(key):
                self._given[key] = given
                item.show_partner(partner, spot, size=given[2], wishes=wishes, intended=given[4])
            if item.pos() != goal:
                moves[item] = (item.pos(), goal)
        return moves

    def _show_lines(self, *, again: bool) -> None:
        middle = QPointF(self.picture.cx, self.picture.cy)
        whole = QRectF(0, 0, self.picture.width, self.picture.height)
        self._lines.show_lines(
            whole, middle, self.picture.ego, self.people.values(), self.look.shows
        )
        ties = self.map.ties if self.map is not None and self.look.shows("ties") else ()
        tied = ties, whole, middle, tuple(self.people)
        if self._tied == tied and not again:
            return
        self._tied = tied
        between = [
            (self.people[tie.a], self.people[tie.b], tie.state == "yes")
            for tie in ties
            if tie.a in self.people and tie.b in self.people
        ]
        self.ties.show_ties(whole, middle, between)

    def _glide_step(self, moved: Sequence[tuple[PartnerItem, QPointF]], grown: float) -> None:
        self._ground_items.step()
        self.comets.grow(grown)
        self._lines.follow(moved)
        self.drawing.follow()
        self.ties.follow()

    def show_selection(self, selection: tuple[str, ...], current: str | None = None) -> None:
        """Show the selection, and the one the keyboard is on, selected or not."""
        self._selection = selection
        if current is not None:
            self.current = current
        elif self.current not in selection:
            self.current = selection[-1] if selection else None
        self._mark()

    def spoken(self, key: str) -> str:
        """Return a partner as a screen reader says it: name, ring, setting, difference."""
        partner = self.map.partner(key) if self.map is not None else None
        return spoken(partner, self.look.lens, self._known) if partner else ""

    def bring_forward(self, lit: str, dim: Iterable[str] = ()) -> None:
        """Light up whom another view points at, and let those it leaves out step back.

        Where some are left out, that alone decides who is faded: nobody of the others is.
        """
        before, self._lit, self._dim = self._dim, lit, frozenset(dim)
        if self._dim != before:
            self._show_gap()
        self._mark()

    def _mark(self) -> None:
        selection = set(self._selection)
        in_gap, is_shown = self.look.lens.id == "gap", self.look.shows("notable")
        stands_out = self._known.stands_out if is_shown else {}
        fades = in_gap and is_shown and not self._dim
        loud = {*stands_out, *self._known.important_unmet}
        for key, item in self.people.items():
            token = None if key in self._dim else DIFFERENCES.get(stands_out.get(key, ""))
            selected, current = key in selection or key == self._lit, key == self.current
            faded = (fades and key not in loud) or key in self._dim
            outlines = not in_gap  # there, the tail says it
            marked = (selected, current, token, faded)
            if marked != item.marks or outlines != item.outlines:
                item.mark(*marked, outlines=outlines)

    def _show_gap(self) -> None:
        """Find the notable partners; in the gap lens, draw the gap of everybody."""
        whole = QRectF(0, 0, self.picture.width, self.picture.height)
        in_gap = self.look.lens.id == "gap" and self.map is not None
        self._lines.setVisible(not in_gap)
        self.ties.setVisible(not in_gap)
        self.comets.setVisible(in_gap)
        known = self._known = study(self.map) if self.map is not None else Study(Map({}))
        if not in_gap:
            return
        here = {k: item for k, item in self.people.items() if k not in self._dim}
        seen = known.stands_out if self.look.shows("notable") else {}
        stands_out = {key: DIFFERENCES[quadrant] for key, quadrant in seen.items()}
        rows = known.compared
        self.comets.show_comets(whole, comets_of(rows, self.picture.spots, here, stands_out))
