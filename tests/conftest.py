"""What all tests share: no screen, no waiting, no traces on the computer they run on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "nl_NL.UTF-8"
