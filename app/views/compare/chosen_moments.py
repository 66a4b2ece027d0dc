"""Which moments of the open map's series lie beside each other, and who is selected in them."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from app.analysis.comparison import Comparison, comparison
from app.analysis.free_places import moments_with_places
from app.document import Document
from app.models.network import Changes, Intention, Map, Network


class ComparedMoments(QObject):
    """Reads the moments from the library, the open one from the document, and follows both.

    The selection holds people of either moment; the document has those of its own map.
    """

    changed = Signal()
    """Other moments, or something else in them."""
    selection_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.moments: tuple[Map, ...] = ()
        """All moments of the series, the first one first."""
        self._from = self._to = ""
        self.selection: tuple[str, ...] = ()
        self._is_telling = self._is_awake = False
        document.opened.connect(self._open)
        document.library_changed.connect(self._reread)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._follow_selection)

    def wake(self, *, awake: bool) -> None:
        """Follow from now on, or rest: what is not seen is not read."""
        self._is_awake = awake
        if awake:
            self._read()
            self._follow_selection()

    @property
    def can_compare(self) -> bool:
        """Tell whether there are two moments."""
        return len(self.moments) > 1

    @property
    def first(self) -> int:
        """Return the place of the earlier of the two moments."""
        return self._place(self._from, 0)

    @property
    def last(self) -> int:
        """Return the place of the later of the two."""
        return self._place(self._to, len(self.moments) - 1)

    @property
    def before(self) -> Map:
        """Return the earlier map; ask `can_compare` first."""
        return self.moments[self.first]

    @property
    def after(self) -> Map:
        """Return the later map."""
        return self.moments[self.last]

    @cached_property
    def comparison(self) -> Comparison:
        """Return the comparison of the earlier map with the later one."""
        return comparison(self.before, self.after)

    @property
    def is_editable(self) -> bool:
        """Tell whether the later map is the open one and takes changes."""
        return self._is_open(self.after) and self._document.is_editable

    @property
    def can_look_back(self) -> bool:
        """Tell whether the earlier map can be rated again, apart from what it says."""
        return not self._document.library.read_only and bool(self.before.partners)

    def choose(self, first: int, last: int) -> None:
        """Lay two moments beside each other; they take the order in which they were."""
        low, high = sorted((first, last))
        if low == high or (low, high) == (self.first, self.last):
            self.changed.emit()  # whoever asked shows again what holds
            return
        self._from, self._to = (self.moments[place].network.id for place in (low, high))
        self._tell()

    def select(self, ids: Iterable[str], *, adding: bool = False) -> None:
        """Select people of either moment, in all views and, as far as they are there, the map."""
        keys = tuple(dict.fromkeys([*(self.selection if adding else ()), *ids]))
        self._is_telling = True
        self._document.select(keys)
        self._is_telling = False
        if keys != self.selection:
            self.selection = keys
            self.selection_changed.emit()

    def say_why(self, partner_id: str, reason: str) -> None:
        """Say why somebody is not there any more; the same again takes it back."""
        now = self.comparison.reasons.get(partner_id)
        self._document.end_merging()
        self._document.depart(partner_id, None if now == reason else reason)

    def state_of(self, intention_id: str) -> str:
        """Return what came of an intention of the later moment."""
        standing = self.after.records[intention_id]
        assert isinstance(standing, Intention)
        return standing.state

    def say_what_came_of(self, intention_id: str, state: str) -> None:
        """Say what came of an intention."""
        self._document.end_merging()
        self._document.set_intention(intention_id, **Intention.values_of(state))

    def bring_back(self, partner_id: str) -> None:
        """Say that somebody is still there after all; they wait to be rated."""
        partner = self.before.partner(partner_id)
        if partner is not None:
            self._document.end_merging()
            self._document.stay(partner, self.before.ties)

    def open_earlier(self) -> bool:
        """Open the earlier of the two maps."""
        return self._is_open(self.before) or self._document.open(self.before.network.id)

    def _place(self, key: str, otherwise: int) -> int:
        ids = [moment.network.id for moment in self.moments]
        return ids.index(key) if key in ids else otherwise

    def _is_open(self, whole: Map) -> bool:
        return self._document.is_open and whole.network.id == self._document.map.network.id

    def _open(self) -> None:
        series = {whole.network.series for whole in self.moments}
        if self._document.is_open and self._document.map.network.series not in series:
            self._from = self._to = ""
        self._reread()

    def _reread(self) -> None:
        if self._is_awake:
            self._read()

    def _read(self) -> None:
        self.moments = self._load()
        if self.first >= self.last:
            self._from = self._to = ""
        self._tell()

    def _load(self) -> tuple[Map, ...]:
        found = (self._document.map_of(summary.id) for summary in self._document.moments())
        return moments_with_places([whole for whole in found if whole is not None])

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self._is_awake:
            return
        if any(isinstance(record, Network) for record in after.values()):
            self._read()  # another date may be another order
            return
        now = self._document.shown
        self.moments = moments_with_places(
            [now if whole.network.id == now.network.id else whole for whole in self.moments]
        )
        self._tell()

    def _tell(self) -> None:
        self.__dict__.pop("comparison", None)
        self.changed.emit()

    def _follow_selection(self) -> None:
        if self._is_awake and not self._is_telling and self._document.selection != self.selection:
            self.selection = self._document.selection
            self.selection_changed.emit()
