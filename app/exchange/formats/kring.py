"""Kring's own file."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.files import is_map
from app.exchange.formats.draft import Draft, Format
from app.exchange.formats.source import Source
from app.exchange.kring_file import from_json
from app.models.problem import Problem


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if is_map(source.content)]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            whole = from_json(source.content, source.path)
            title = whole.network.title or source.stem
            yield Draft(source.path, "kring", title, [], ready=whole)
        except Problem as problem:
            yield problem


FORMAT: Final = Format("kring", "Kring", _takes, _read)
