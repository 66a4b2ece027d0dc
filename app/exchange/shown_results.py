"""Whom results of groups were made from, so that no two of them tell on a few by what differs.

Kept in a file of Kring's own as hashes, salted with a secret of this computer: whoever reads it
learns nobody's answers, and Kring knows again what people brought to an earlier result.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from app import private
from app.exchange.files import write_file
from app.models.digest import blake2b
from app.models.problem import Problem, why

MOST_KEPT: Final = 400
"""The oldest result is forgotten for a new one."""
_LARGEST: Final = 200_000_000
_BYTES: Final = 12


def place() -> Path:
    """Return the file in which it is kept."""
    return private.own_folder() / "group-results.json"


def remembered(parts: Iterable[Sequence[bytes]], k: int, path: Path | None = None) -> None:
    """Remember what people brought to a result, each part of it apart.

    Raises `Problem` `group_differs` and remembers nothing where a part differs from one of an
    earlier result by fewer than k people, but not by none: what differs would be theirs. Raises
    those of `write_file` where it cannot be kept: then there is no result either.
    """
    path = path or place()
    kept = _read(path)
    salt = bytes.fromhex(kept["salt"])
    made = [sorted(_hash(one, salt) for one in part) for part in parts if part]
    for part in made:
        for before in kept["results"]:
            differing = _differing(part, before)
            if 0 < differing < k:
                raise Problem("group_differs", differing=differing, least=k)
    new = [part for part in made if part not in kept["results"]]
    if not new:
        return
    kept["results"] = [*kept["results"], *new][-MOST_KEPT:]
    try:
        private.make_folder(path.parent)
    except OSError as error:
        raise Problem("file_not_written", file=path, why=why(error)) from error
    write_file(path, json.dumps(kept).encode())


def _differing(one: Sequence[str], other: Sequence[str]) -> int:
    """Return by how many people two results differ; who changed an answer is one."""
    here, there = Counter(one), Counter(other)
    return max((here - there).total(), (there - here).total())


def _hash(brought: bytes, salt: bytes) -> str:
    return blake2b(brought, key=salt, size=_BYTES).hex()


def _read(path: Path) -> dict[str, Any]:
    """Return the kept results; none where the file cannot be read any more."""
    try:
        kept = json.loads(private.read(path, _LARGEST))
        bytes.fromhex(kept["salt"])
        if all(isinstance(part, list) for part in kept["results"]):
            return dict(kept)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {"salt": os.urandom(32).hex(), "results": []}
