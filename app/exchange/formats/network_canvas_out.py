"""Out: maps in the shape Network Canvas writes, and the protocol that collects what Kring reads.

The protocol stands in `resources/network_canvas/protocol.json`.
"""

import io
import json
import uuid
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from app import RESOURCES
from app.exchange.formats.rows_out import Row, code, csv_text, fields_of
from app.exchange.formats.wording import Wording
from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary

PROTOCOL: Final = "kring-own-ecology.netcanvas"
_NAMES: Final = {"frequency": "contact_frequency", "named_important": "most_important"}
"""What the protocol calls fields that have a name of their own."""
_SPACE: Final = uuid.UUID("3c7c42ee-2b3c-4b44-9d23-6f0f2f3d7a10")
_LEFT: Final = ("id", "name", "setting", "x", "y")


def write(maps: Sequence[tuple[str, Map]], wording: Wording) -> dict[str, bytes]:
    """Return the three tables of every map, named as the exporter names them, and the protocol."""
    files = {PROTOCOL: protocol(wording.language)}
    for title, whole in maps:
        session = str(uuid.uuid5(_SPACE, whole.network.id))
        for part, rows in _tables(title, whole, session).items():
            files[f"{title}_{session}_{part}.csv"] = csv_text(rows).encode()
    return files


def _tables(title: str, whole: Map, session: str) -> dict[str, list[Row]]:
    network = whole.network
    start = f"{network.moment}T00:00:00.000Z" if network.moment else ""
    ego = str(uuid.uuid5(_SPACE, f"ego {network.id}"))
    settings = list(vocabulary().settings)
    fields = fields_of(Partner, _LEFT)
    nodes: list[Row] = [[
        "nodeID", "networkCanvasEgoUUID", "networkCanvasUUID", "name",
        *(_NAMES.get(name, name) for name in fields), *(f"setting_{one}" for one in settings),
        "position_x", "position_y",
    ]]  # fmt: skip
    number = {}
    for at, one in enumerate(whole.partners, start=1):
        number[one.id] = at
        ticked = [None if one.setting is None else _yes(one.setting == s) for s in settings]
        places = [None if v is None else (v + 1) / 2 for v in (one.x, one.y)]
        answers = [_cell(getattr(one, name)) for name in fields]
        nodes.append([at, ego, one.id, one.name, *answers, *ticked, *places])
    edges: list[Row] = [[
        "edgeID", "from", "to", "networkCanvasEgoUUID", "networkCanvasUUID",
        "networkCanvasSourceUUID", "networkCanvasTargetUUID",
    ]]  # fmt: skip
    known = [tie for tie in whole.ties if tie.state == "yes"]
    for at, tie in enumerate(known, start=1):
        edges.append([at, number[tie.a], number[tie.b], ego, tie.id, tie.a, tie.b])
    egos: list[Row] = [
        ["networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID",
         "networkCanvasProtocolName", "sessionStart", "role", "confidence"],
        [ego, network.title or title, session, _name(), start, network.role, network.confidence],
    ]  # fmt: skip
    return {"ego": egos, "attributeList_Partner": nodes, "edgeList_work_together": edges}


def _cell(value: Any) -> Any:
    return _yes(value) if isinstance(value, bool) else code(value)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _read() -> dict[str, Any]:
    text = (RESOURCES / "network_canvas" / "protocol.json").read_text("utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def _name() -> str:
    return str(_read()["name"])


def protocol(language: str) -> bytes:
    """Return the protocol of the own ecology, its answers worded as our scales are."""
    content = _read()
    known = vocabulary()
    worded: dict[str, list[tuple[object, str]]] = {
        "contact_frequency": [(s.code, s.label(language)) for s in known.scales["frequency"].steps],
        "importance": [(s.code, s.label(language)) for s in known.scales["importance"].steps],
        "setting": [(key, term.label(language)) for key, term in known.settings.items()],
    }
    for kind in content["codebook"]["node"].values():
        for variable in kind["variables"].values():
            if variable["name"] in worded:
                variable["options"] = [
                    {"label": label, "value": value} for value, label in worded[variable["name"]]
                ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("protocol.json", (2026, 1, 1, 0, 0, 0))
        archive.writestr(entry, json.dumps(content, ensure_ascii=False, indent=1))
    return made.getvalue()
