"""What can go wrong, in a sentence a person understands, with what to do next."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.models.problem import Problem

# One sentence a code. {file}, {line} and so on stand for the values the problem carries.
_SENTENCES: Final[Mapping[str, str]] = {
    # --- records and maps
    # --- the library
    # --- files
    # --- commands
}


def sentence(problem: Problem) -> str:
    """Return what `problem` means, in the language of the app."""
    template = QCoreApplication.translate("Problem", _SENTENCES[problem.code])
    return template.format_map({name: _shown(value) for name, value in problem.values.items()})


def _shown(value: object) -> str:
    if isinstance(value, PurePath):
        return value.name
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"


_ = QT_TRANSLATE_NOOP
