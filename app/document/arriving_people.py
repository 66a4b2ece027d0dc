"""People who come to the open map together: copies of others, or out of a list."""

from collections.abc import Sequence
from dataclasses import replace

from app.document.photo import PhotoIntentions
from app.models.joined_list import Joining
from app.models.network import Partner, Record, Tie, new_id


class ArrivingPeople(PhotoIntentions):
    """The open map as far as several people come at once, as one step."""

    def paste_partners(self, partners: Sequence[Partner], ties: Sequence[Tie] = ()) -> bool:
        """Add copies of partners and of the ties between them, as one step, and select them.

        In the map they come from they get ids of their own; in another map they keep the ids
        they have, for they are the same people, unless those are there already.
        """
        ids = {p.id: p.id if p.id not in self.map.records else new_id() for p in partners}
        copies = [replace(p, id=ids[p.id], still_there=False) for p in partners]
        after: dict[str, Record | None] = {partner.id: partner for partner in copies}
        for tie in ties:
            if tie.a in ids and tie.b in ids:
                copy = replace(tie, id=new_id(), a=ids[tie.a], b=ids[tie.b])
                after[copy.id] = copy
        if not self._do("paste", after):
            return False
        self.select(partner.id for partner in copies)
        return True

    def join(self, joining: Joining) -> bool:
        """Take a list of people in (`joined` in the models), as one step, and select who changed.

        Nobody is selected anew where nobody came and nothing was filled in.
        """
        after = joining.after
        if not self._do("paste", after):
            return False
        if after:
            self.select(one.id for one in joining.came or joining.filled)
        return True
