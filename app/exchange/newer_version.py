"""What is said of a file that a newer Kring made."""

import re
from pathlib import Path

from app.models.problem import Problem


def newer(file: Path, written_by: object) -> Problem:
    """Return the problem of a file of a newer Kring, named where the file says which."""
    said = written_by if isinstance(written_by, str) else ""
    if re.fullmatch(r"Kring \d[\w.]{0,20}", said, re.ASCII):
        return Problem("file_newer_named", file=file, program=said)
    return Problem("file_newer", file=file)
