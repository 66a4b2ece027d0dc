"""networkx as far as it is needed: a graph, and what is reckoned of one.

By itself it imports all it has, 285 modules. Here its rooms stand empty, and what is in one comes
when it is imported by its own name: 14 MB and half of the time less.
"""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
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


_leave_empty(_ROOMS)

from networkx.algorithms.centrality.betweenness import betweenness_centrality  # noqa: E402
from networkx.algorithms.components.biconnected import articulation_points  # noqa: E402
from networkx.algorithms.components.connected import connected_components  # noqa: E402
from networkx.algorithms.isolate import isolates  # noqa: E402
from networkx.classes.graph import Graph  # noqa: E402

__all__ = [
    "Graph",
    "articulation_points",
    "betweenness_centrality",
    "connected_components",
    "isolates",
]
