"""No text escapes translation: found by running screens and writers, not by reading the code."""

import json
import os
import subprocess
import sys

from app import RESOURCES

SCREENS = os.environ.get("KRING_SCREENS", "draw-gap insight").split()
"""Each screen takes some seconds: `python -m tests.untranslated` walks through all of them."""


def test_whatever_reaches_a_person_was_marked_to_be_translated() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.untranslated", *SCREENS],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    assert json.loads(found.stdout) == []
