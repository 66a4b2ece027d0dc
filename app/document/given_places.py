"""The open map as the free lens shows it: with a place for who was never given one."""

from app.analysis.free_places import places_in, with_places
from app.models.network import Ground, Map, Note, Partner, Record, Stroke


class GivenPlaces:
    """Gives a place to who has none, and remembers it as long as the map is open.

    Who was taken off the map by hand gets none: they wait to be put somewhere.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, float]] = {}
        self._of: Map | None = None
        self._shown: Map | None = None

    def shown(self, whole: Map) -> Map:
        """Return the map with these places."""
        if whole is not self._of or self._shown is None:
            self._of, self._shown = whole, whole
            if None in [partner.x for partner in whole.partners]:
                self._shown = with_places(whole, self._known)
                self._known.update(places_in(self._shown))
        return self._shown

    def given(self, whole: Map) -> dict[str, Record]:
        """Return those who were given a place, with it."""
        shown = self.shown(whole)
        return {p.id: p for p in shown.partners if p is not whole.records[p.id]}

    def kept_with(self, after: dict[str, Record | None], whole: Map) -> dict[str, Record | None]:
        """Return the records of an edit, with the places of the others where it places somebody.

        It also does where it draws what stands among them.
        """
        placed = [record for record in after.values() if _is_placed(record, whole)]
        return {**self.given(whole), **after} if placed else after


def _is_placed(record: Record | None, whole: Map) -> bool:
    if isinstance(record, Ground | Note | Stroke):
        return True
    if not isinstance(record, Partner) or record.x is None:
        return False
    before = whole.partner(record.id)
    return before is None or (before.x, before.y) != (record.x, record.y)
