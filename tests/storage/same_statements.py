"""Lets SQLAlchemy make each statement once for all libraries: half of the time one takes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool.impl import StaticPool
from sqlalchemy.util import LRUCache

from app.storage import content


@contextmanager
def same_statements() -> Iterator[None]:
    first = create_engine("sqlite://")
    first.connect().close()  # only then it knows its SQLite
    first.dispose()
    made: dict[str, Any] = {"compiled_cache": LRUCache(500)}

    def shared(_url: str, *, creator: Callable[..., Any], poolclass: type[StaticPool]) -> Engine:
        return Engine(poolclass(creator), first.dialect, first.url, execution_options=made)

    with patch.object(content, "create_engine", shared):
        yield
