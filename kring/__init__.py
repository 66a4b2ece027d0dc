"""The one name Kring has in an environment; it starts the program.

The rooms of the program are in `app`. In this folder that stands beside `kring`; installed, it
stands in it, so that no other package can have a module of the same name.
"""

import sys
from pathlib import Path


def main() -> int:
    """Start Kring with the words of the command line; returns the exit code."""
    here = Path(__file__).resolve().parent
    place = here if (here / "app").is_dir() else here.parent
    sys.path.insert(0, str(place))
    from app.application import main as start

    return start()
