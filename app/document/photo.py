"""A photo of a drawing on paper under the open map: laying it, moving it, taking it away."""

from dataclasses import replace
from typing import Unpack

from app.document.maps import MapIntentions
from app.models.network import Ground, Photo, Record, new_id
from app.models.values import GroundValues


class PhotoIntentions(MapIntentions):
    """The open map as far as the photo under it goes: one at most."""

    @property
    def ground(self) -> Ground | None:
        """Return the place of the photo under the open map, or None."""
        return next(iter(self.map.all_of(Ground)), None) if self.is_open else None

    def lay_photo(self, jpeg: str, width: float) -> str | None:
        """Lay a photo under the map, in the place of one that lies there; returns its id."""
        photo = Photo(id=new_id(), jpeg=jpeg)
        ground = Ground(id=new_id(), photo=photo.id, width=width)
        after: dict[str, Record | None] = dict.fromkeys(self._lying)
        after |= {photo.id: photo, ground.id: ground}
        return photo.id if self._do("lay_photo", after) else None

    def move_photo(self, **values: Unpack[GroundValues]) -> bool:
        """Give the photo another place or width; what follows at once is the same step."""
        ground = self.ground
        if ground is None:
            return False
        key = f"move_photo:{ground.id}"
        return self._do("move_photo", {ground.id: replace(ground, **values)}, merge_key=key)

    def remove_photo(self) -> bool:
        """Take the photo away."""
        after: dict[str, Record | None] = dict.fromkeys(self._lying)
        return bool(after) and self._do("remove_photo", after)

    @property
    def _lying(self) -> list[str]:
        return [one.id for kind in (Photo, Ground) for one in self.map.all_of(kind)]
