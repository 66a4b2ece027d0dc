"""Brings what is published about the fields in step with their declarations.

    uv run python -m tools.fields

A field that is new comes into the JSON Schema, into the table of `docs/file-format.md` and into
`app/models/values.py`; where the library has a new version, its tables are pinned for the tests,
and where files have one, that page names it and the examples are written as such files.
What a field means is yours to write, in the last column of the table. `--check` changes nothing and
ends with 1 where it would.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from app.exchange.kring_file import FORMAT_VERSION, LISTS, SUFFIX, read_kring, to_json
from app.exchange.scales import scales
from app.models.network import (
    MOST,
    Activity,
    Answer,
    Evidence,
    Ground,
    Hindsight,
    Intention,
    Network,
    Note,
    Outline,
    Partner,
    Record,
    Task,
    rules_of,
)
from app.models.problem import Problem
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.storage.schema import statements
from app.storage.upgrades import newest

ROOT: Final = Path(__file__).parents[1]
SCHEMA: Final = ROOT / "docs" / "kring-file.schema.json"
TABLE: Final = ROOT / "docs" / "file-format.md"
EXAMPLES: Final = ROOT / "resources" / "examples"
PINNED: Final = ROOT / "tests" / "storage" / "data"
VALUES: Final = ROOT / "app" / "models" / "values.py"
GIVEN: Final[dict[str, tuple[type[Record], ...]]] = {
    "Network": (Network,),
    "Partner": (Partner,),
    "Outline": (Outline,),
    "Note": (Note,),
    "Ground": (Ground,),
    "Hindsight": (Hindsight,),
    "Answer": (Answer,),
    "Intention": (Intention,),
    "Kept": (Activity, Task, Evidence),
}
"""What intentions give values in some fields: records, alone or several by one intention."""

_VALUES_HEADING: Final = '''\
"""Which values each record can be given: its fields but the id, typed as they are declared.

Written by `python -m tools.fields` from `app.models.network`; never by hand.
"""

from datetime import date
from typing import TypedDict
'''
_DATE: Final = r"^\d{4}-\d{2}-\d{2}$"
_HEADINGS: Final = {Network: "### `network`", Partner: "### `partners`"}


def property_of(rule: Rule) -> dict[str, Any] | None:
    """Return how the schema describes a field; None where that is said there by hand."""
    ids = _ids(rule)
    unanswered = [None] if rule.optional else []
    match rule.kind:
        case "scale" | "number":
            kind = ["integer", "null"] if rule.optional else "integer"
            return {"type": kind, "minimum": rule.least, "maximum": rule.most}
        case "choice":
            return {"enum": [*ids, *unanswered]}
        case "several":
            return {"type": "array", "items": {"enum": ids}, "uniqueItems": True}
        case "mark" if rule.optional:
            return {"enum": [True, None]}
        case "star" | "switch" | "mark":
            return {"type": ["boolean", "null"] if rule.optional else "boolean"}
        case "day":
            return {"type": ["string", "null"], "format": "date", "pattern": _DATE}
        case "line":
            return {"$ref": "#/$defs/line"}
        case "text" if rule.is_kept_by(""):
            return {"$ref": "#/$defs/text"}
    return None


def value_of(rule: Rule) -> str | None:
    """Return how the table describes a field; None where that is said there by hand."""
    listed = ", ".join(f"`{key}`" for key in _ids(rule))
    if rule.kind == "mark" and rule.optional:
        return "yes"
    return {
        "scale": f"{rule.least}–{rule.most}",
        "number": f"{rule.least}–{rule.most}",
        "choice": f"one of {listed}",
        "several": f"several of {listed}",
        "star": "yes/no",
        "switch": "yes/no",
        "mark": "yes/no",
        "line": "line",
        "text": "text",
        "day": "date",
    }.get(rule.kind)


def schema_in_step(content: str) -> str:
    """Return the schema with every field as it is declared."""
    schema = json.loads(content)
    schema["properties"]["version"]["const"] = FORMAT_VERSION
    described = schema["properties"]["scales"]
    described["maxItems"] = len(scales())
    described["items"]["enum"] = scales()
    names = {Network: "network", **{kind: kind.__name__.lower() for kind in LISTS.values()}}
    listed = {kind: key for key, kind in LISTS.items()}
    for kind, name in names.items():
        if kind is not Network:
            schema["properties"][listed[kind]]["maxItems"] = MOST[kind]
        described = schema["$defs"][name]
        old = described["properties"]
        described["properties"] = {
            field: property_of(rule) or old[field] for field, rule in rules_of(kind).items()
        }
        described["required"] = [f.name for f in fields(kind) if f.default not in (None, "", ())]
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def table_in_step(content: str) -> str:
    """Return the page on files with a row for every field of the map and of its partners."""
    *others, last = (f"`{scale['id']}`" for scale in scales())
    for said, now in (
        (r'(?<=^  "version": )\d+', str(FORMAT_VERSION)),
        (r"(?<=the version of this format, now )\d+", str(FORMAT_VERSION)),
        (r"(?<=The scales are ).*?(?=\. )", f"{', '.join(others)} and {last}"),
    ):
        content = re.sub(said, now, content, flags=re.MULTILINE)
    lines = content.split("\n")
    for kind, heading in _HEADINGS.items():
        start = next(at for at, line in enumerate(lines) if line.startswith(heading))
        first = next(at for at in range(start, len(lines)) if lines[at].startswith("| `id`"))
        end = next(at for at in range(first, len(lines)) if not lines[at].startswith("|"))
        lines[first:end] = _rows(kind, lines[first:end])
    return "\n".join(lines)


def _rows(kind: type[Record], rows: list[str]) -> Iterator[str]:
    """Yield the rows of a table: each with the value as declared, and one for what is new."""
    written = {name: row for row in rows for name in _names(row)}
    done: set[str] = set()
    for name, rule in rules_of(kind).items():
        if name in done:
            continue
        always = "optional" if rule.optional or rule.stored_as in ("text", "list") else "always"
        scale = f"scale `{rule.listed}`" if rule.kind == "scale" and rule.listed else ""
        row = written.get(name, f"| `{name}` | | {always} | {scale} |")
        cells = row.split("|")
        if (value := value_of(rule)) is not None:
            cells[2] = f" {value} "
        done.update(_names(row))
        yield "|".join(cells)


def _names(row: str) -> list[str]:
    return row.split("|")[1].replace("`", "").replace(" ", "").split(",")


def _ids(rule: Rule) -> list[str]:
    if rule.kind not in ("choice", "several"):
        return []
    known = vocabulary()
    return list(known.settings if rule.listed == "settings" else known.choices[rule.listed])


def tables() -> str:
    """Return the tables of the library as they are pinned for a version."""
    return "\n".join(f"{statement.strip()};" for statement in statements()) + "\n"


def examples() -> Iterator[tuple[Path, str]]:
    """Yield each example as a file of today; one on a scale of before is yours to write anew."""
    for path in sorted(EXAMPLES.glob(f"*{SUFFIX}")):
        try:
            yield path, to_json(read_kring(path)).decode()
        except Problem as problem:
            print(path.relative_to(ROOT), "is not read:", problem.code)


def values() -> str:
    """Return the module that types what intentions are given, from the fields of the records."""
    return "\n\n".join([_VALUES_HEADING, *map(_values_of, GIVEN)])


def _values_of(name: str) -> str:
    typed: dict[str, dict[str, None]] = {}
    for field in (field for kind in GIVEN[name] for field in fields(kind) if field.name != "id"):
        typed.setdefault(field.name, {})[_type_name(field.type)] = None
    lines = [f"    {field}: {' | '.join(types)}\n" for field, types in typed.items()]
    said = " or ".join(f"`{kind.__name__}`" for kind in GIVEN[name])
    heading = f'class {name}Values(TypedDict, total=False):\n    """Values of {said}."""\n\n'
    return heading + "".join(lines)


def _type_name(declared: Any) -> str:
    return declared.__name__ if type(declared) is type else str(declared).replace("datetime.", "")


def main(arguments: list[str]) -> int:
    """Write what is not in step, or with `--check` tell of it."""
    pinned = PINNED / f"version_{newest()}.sql"
    wanted = {
        SCHEMA: schema_in_step(SCHEMA.read_text("utf-8")),
        TABLE: table_in_step(TABLE.read_text("utf-8")),
        VALUES: values(),
        **dict(examples()),
    }
    if not pinned.exists():
        wanted[pinned] = tables()
    behind = [
        path
        for path, content in wanted.items()
        if not path.exists() or path.read_text("utf-8") != content
    ]
    for path in behind:
        print(path.relative_to(ROOT))
        if "--check" not in arguments:
            path.write_text(wanted[path], "utf-8", newline="\n")
    return int(bool(behind) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
