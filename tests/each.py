"""Walks through many cases within one test, where a case takes less time than a test around it."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

Test = Callable[..., None]


def each(names: str, cases: Iterable[Any] | Callable[[], Iterable[Any]]) -> Callable[[Test], Test]:
    """Give a test its cases as `parametrize` does; all of those that fail are told.

    For what needs no fixture of its own: fixtures are made once for all cases. Cases that take
    time to find are given as what finds them: whoever only collects the test does without.
    """
    wanted = names.replace(",", " ").split()

    def decorate(test: Test) -> Test:
        @wraps(test)
        def walk(**fixtures: Any) -> None:
            failed: list[Exception] = []
            for case in cases() if callable(cases) else cases:
                given = case if len(wanted) > 1 else (case,)
                try:
                    test(**dict(zip(wanted, given, strict=True)), **fixtures)
                except Exception as error:  # noqa: BLE001 (told with its case, beside the others)
                    error.add_note(f"with {dict(zip(wanted, given, strict=True))!r}"[:500])
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} cases", failed)

        whole = signature(test)
        rest = [one for name, one in whole.parameters.items() if name not in wanted]
        walk.__signature__ = whole.replace(parameters=rest)  # type: ignore[attr-defined]
        return walk

    return decorate
