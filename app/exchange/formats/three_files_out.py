"""Out: the three files for R (egor), with a codebook and a script that reads them."""

from collections.abc import Sequence
from typing import Any, Final

from app.exchange.formats.draft import Format
from app.exchange.formats.rows_out import Row, alters, code, csv_text, fields_of
from app.exchange.formats.source import Source
from app.exchange.formats.wording import Wording
from app.models.network import Map, Network, Partner, rules_of
from app.models.vocabulary import vocabulary

_LEFT: Final = ("id", "name")
SCRIPT: Final = """\
# Reads the three files into an egor object: install.packages("egor") once.
egos   <- read.csv("egos.csv",   encoding = "UTF-8", na.strings = "NA")
alters <- read.csv("alters.csv", encoding = "UTF-8", na.strings = "NA")
aaties <- read.csv("aaties.csv", encoding = "UTF-8", na.strings = "NA")
library(egor)
net <- threefiles_to_egor(egos, alters, aaties,
  ID.vars = list(ego = "egoID", alter = "alterID", source = "Source", target = "Target"))
print(summary(net))
print(ego_density(net))
"""
_CODEBOOK: Final = "file,variable,label,values"


def _write(maps: Sequence[tuple[str, Map]], wording: Wording) -> dict[str, bytes]:
    about = fields_of(Network, ("id", "example", "theirs"))
    fields = fields_of(Partner, _LEFT)
    egos: list[Row] = [["egoID", "label", "kring_map", *about]]
    people: list[Row] = [["egoID", "alterID", "label", "partner_id", *fields]]
    ties: list[Row] = [["egoID", "Source", "Target", "weight"]]
    for ego, (title, whole) in enumerate(maps, start=1):
        said = [code(getattr(whole.network, name)) for name in about]
        egos.append([ego, title, whole.network.id, *said])
        number = {p.id: n for n, p in enumerate(whole.partners, start=1)}
        rows = alters(whole, ("name", "id", *fields))
        people += [[ego, n, *row] for n, row in enumerate(rows, start=1)]
        ties += [[ego, number[t.a], number[t.b], 1] for t in whole.ties if t.state == "yes"]
    tables = {"egos.csv": egos, "alters.csv": people, "aaties.csv": ties}
    files = {name: csv_text(rows, missing="NA").encode() for name, rows in tables.items()}
    files["codebook.csv"] = csv_text(_codebook(about, fields, wording)).encode()
    files["read_kring.R"] = SCRIPT.encode()
    return files


def _codebook(about: Sequence[str], fields: Sequence[str], wording: Wording) -> list[Row]:
    rows: list[Row] = [_CODEBOOK.split(",")]
    rows += [["alters.csv", "alterID", "", "number of the partner within the ego"]]
    rows += [["alters.csv", "partner_id", "", "id of the partner in Kring, through all moments"]]
    for file, kind, names in (("egos.csv", Network, about), ("alters.csv", Partner, fields)):
        for name in names:
            rows.append([file, name, _label(wording, name), _values(kind, name, wording)])
    return [*rows, ["aaties.csv", "weight", "", "1 = they know each other"]]


def _label(wording: Wording, name: str) -> str:
    try:
        return wording.field(name)
    except KeyError:
        return ""  # what no screen shows has no name


def _values(kind: Any, name: str, wording: Wording) -> str:
    rule = rules_of(kind)[name]
    known = vocabulary()
    if rule.listed in known.scales:
        steps = known.scales[rule.listed].steps
        return "; ".join(f"{step.code} = {step.label(wording.language)}" for step in steps)
    if rule.stored_as == "boolean":
        return "1 = yes; 0 = no"
    terms = known.settings if rule.listed == "settings" else known.choices.get(rule.listed, {})
    return "; ".join(f"{key} = {term.label(wording.language)}" for key, term in terms.items())


def _beside(sources: Sequence[Source]) -> list[Source]:
    """Return the codebooks and scripts: what they tell is about the tables, and about nobody."""
    return [s for s in sources if s.text.startswith((_CODEBOOK, SCRIPT.splitlines()[0]))]


def _takes(_sources: Sequence[Source]) -> list[Source]:
    return []


FORMAT: Final = Format(
    "r", "R (egor)", _takes, lambda _: iter(()), _write, "R: egor, igraph", _beside
)
