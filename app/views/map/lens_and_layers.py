"""How a map is looked at: through which lens, and with which layers."""

import math
from collections.abc import Mapping
from typing import Final, NamedTuple

from app.analysis.composition import known_partners
from app.analysis.lens import LENSES, Lens
from app.models.network import Intention, Map
from app.settings import Settings
from app.words import say

SMALLEST_SIZE: Final = 0.65

FEW: Final = 12
"""Up to this many partners the ties between them are shown unless the person hides them."""


class Layer(NamedTuple):
    """Something of the picture that can be left out."""

    id: str
    at_first: bool = True
    """Shown until the person decides."""
    lenses: tuple[str, ...] = tuple(LENSES)
    """Where it can be seen at all."""
    quiet_in: tuple[str, ...] = ()
    """Where it is left out until the person decides, as another lens is about it."""

    def name(self) -> str:
        """Return its name in the legend."""
        return {
            "contact": say("Line to me: how often we have contact"),
            "ties": say("Who knows whom"),
            "initiative": say("Arrow: shows who usually makes contact"),
            "satisfaction": say("Not satisfied"),
            "wishes": say("Would like more or less contact"),
            "notable": say("Contact and importance differ"),
            "intentions": say("Flag: has a plan"),
            "drawing": say("Outlines, text and pen"),
            "photo": say("Photo under the map"),
            "centrality": say("Size: how many of my partners they know"),
        }[self.id]


_ONE_PLACE: Final = tuple(key for key, lens in LENSES.items() if lens.takes_drops)
"""Where somebody stands in one place; in the others the line between two places is what is seen."""

LAYERS: Final = {
    layer.id: layer
    for layer in (
        Layer("contact", lenses=_ONE_PLACE),
        Layer("ties", lenses=_ONE_PLACE),
        Layer("initiative", at_first=False, lenses=_ONE_PLACE),
        Layer("satisfaction", lenses=_ONE_PLACE),
        Layer("wishes", at_first=False),
        Layer("notable", quiet_in=_ONE_PLACE),
        Layer("intentions", at_first=False),
        Layer("drawing", lenses=("free",)),
        Layer("photo", at_first=False, lenses=("free",)),
        Layer("centrality", at_first=False),
    )
}
"""All layers by id, in the order of the legend."""


class Look(NamedTuple):
    """One way to look at a map, as a value: the same map and look give the same picture."""

    lens: Lens = LENSES["free"]
    sectors: bool = True
    """The rings are divided by setting."""
    layers: frozenset[str] = frozenset()

    def shows(self, layer: str) -> bool:
        """Tell whether a layer can be seen."""
        return layer in self.layers and self.lens.id in LAYERS[layer].lenses


def look_of(whole: Map | None, lens: str, chosen: Mapping[str, bool], *, sectors: bool) -> Look:
    """Return the look of a map through a lens, with the chosen or usual layers."""
    few = whole is None or len(whole.partners) <= FEW
    usual = {
        layer.id: layer.at_first and lens not in layer.quiet_in and (few or layer.id != "ties")
        for layer in LAYERS.values()
    }
    layers = frozenset([key for key, shown in usual.items() if chosen.get(key, shown)])
    return Look(LENSES[lens], sectors, layers)


def look_in(settings: Settings, whole: Map | None) -> Look:
    """Return the look of a map in the window as it is now.

    There alone a photo under it is seen unless somebody hides it: what leaves has it when asked.
    """
    chosen = {"photo": True, **settings.layers}
    return look_of(whole, settings.lens, chosen, sectors=settings.sectors)


def sizes_in(look: Look, whole: Map | None) -> dict[str, float]:
    """Return the share of their disc that partners have, by id; empty where all have all of it.

    In the layer `centrality` the area of a disc grows with how many partners somebody knows:
    from `SMALLEST_SIZE` of the width for none to 1 for who knows most. Until the lines are
    drawn that is not known of anybody.
    """
    if whole is None or not look.shows("centrality"):
        return {}
    known = known_partners(whole)
    most = max(known.values(), default=0)
    if not most:
        return {}
    least = SMALLEST_SIZE**2
    return {p.id: math.sqrt(least + (1 - least) * known[p.id] / most) for p in whole.partners}


def with_intention(look: Look, whole: Map | None) -> set[str | None]:
    """Return the ids of the partners with whom something is intended, in the layer of that."""
    if whole is None or not look.shows("intentions"):
        return set()
    return {intention.partner for intention in whole.all_of(Intention) if intention.is_open}
