"""networkx as far as it is needed: a graph, and what is reckoned of one.

By itself it imports all it has, 285 modules. Here its rooms stand empty, and what is in one comes
when it is imported by its own name: 14 MB and half of the time less. Nor does it look through all
that is installed for others who reckon for it, of whom there are none: a MB less.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Final

_ROOMS: Final = (
    "algorithms",
    "algorithms.centrality",
    "algorithms.components",
    "drawing",
    "generators",
    "linalg",
    "readwrite",
)


def _leave_empty(rooms: tuple[str, ...]) -> None:
    whole = find_spec("networkx")
    if whole is None or whole.origin is None or "networkx" in sys.modules:
        return  # somebody else has all of it already
    for room in rooms:
        spec = ModuleSpec(f"networkx.{room}", None, is_package=True)
        spec.submodule_search_locations = [
            str(Path(whole.origin).parent.joinpath(*room.split(".")))
        ]
        sys.modules.setdefault(spec.name, module_from_spec(spec))


@contextmanager
def _without_plugins() -> Iterator[None]:
    """Find nothing that others installed, unless somebody looked already."""
    finds_none = ModuleType(_PLUGINS)
    finds_none.entry_points = lambda **_: ()  # type: ignore[attr-defined]
    sys.modules.setdefault(_PLUGINS, finds_none)
    try:
        yield
    finally:
        if sys.modules[_PLUGINS] is finds_none:
            del sys.modules[_PLUGINS]


_PLUGINS: Final = "importlib.metadata"

_leave_empty(_ROOMS)
with _without_plugins():
    from networkx.algorithms.centrality.betweenness import betweenness_centrality
    from networkx.algorithms.components.biconnected import articulation_points
    from networkx.algorithms.components.connected import connected_components
    from networkx.algorithms.isolate import isolates
    from networkx.classes.graph import Graph

__all__ = [
    "Graph",
    "articulation_points",
    "betweenness_centrality",
    "connected_components",
    "isolates",
]
