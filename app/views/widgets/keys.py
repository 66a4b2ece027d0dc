"""Keys that mean the same in several views: those that rate, and undo."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from app.document import Document
from app.models.network import Partner, rules_of
from app.models.values import PartnerValues
from app.words import say

# Keys of commands that texts elsewhere tell too.
LEGEND: Final = "Ctrl+Shift+L"
RATE: Final = "Ctrl+R"
TIE: Final = "Ctrl+T"
FULL_SCREEN: Final = "F11"

# Where the digits of the top row lie, by the number that the system gives to the key in a place.
# A sign stands for a digit only where it comes from there: `-` is next to the row on most
# keyboards, and on the 6 of a French one.
_TOP_ROW: Final = {
    "xcb": {10 + number: (number + 1) % 10 for number in range(10)},
    "wayland": {10 + number: (number + 1) % 10 for number in range(10)},
    "windows": {2 + number: (number + 1) % 10 for number in range(10)},
}
# What a keyboard gives for Shift and a digit of the top row: US and Dutch, British, German,
# Scandinavian, Italian, Spanish keyboards. Where these differ, the place of the key decides, and
# the first where that is not known.
_WITH_SHIFT: Final = {
    "!": (1,),
    "@": (2,),
    '"': (2,),
    "#": (3,),
    "§": (3,),
    "£": (3,),
    "·": (3,),
    "$": (4,),
    "¤": (4,),
    "%": (5,),
    "^": (6,),
    "&": (7, 6),
    "/": (7,),
    "*": (8,),
    "(": (9, 8),
    ")": (9,),
}
# On French and Belgian keyboards the top row gives these, and the digits only with Shift. On other
# keyboards they are signs of a text.
_WITHOUT_SHIFT: Final = {
    "à": (0,),
    "&": (1,),
    "é": (2,),
    '"': (3,),
    "'": (4,),
    "(": (5,),
    "-": (6,),
    "§": (6,),
    "è": (7,),
    "!": (8,),
    "_": (8,),
    "ç": (9,),
}
# With Num Lock, Shift turns the digits of the keypad into these.
_KEYPAD_WITH_SHIFT: Final = {
    Qt.Key.Key_End: 1,
    Qt.Key.Key_Down: 2,
    Qt.Key.Key_PageDown: 3,
    Qt.Key.Key_Left: 4,
    Qt.Key.Key_Clear: 5,
    Qt.Key.Key_Right: 6,
    Qt.Key.Key_Home: 7,
    Qt.Key.Key_Up: 8,
    Qt.Key.Key_PageUp: 9,
}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


def key_name(keys: str) -> str:
    """Return the name on a key, or on keys pressed together: *Ctrl+R*."""
    if keys == "Space":
        return say("Space")
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def with_key(text: str, keys: str) -> str:
    """Return a text with the key that does the same: *To the map (Esc)*."""
    return f"{text} ({key_name(keys)})"


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed alone, or with Shift."""
    return not event.modifiers() & ~(_SHIFT | _KEYPAD)


def rate_by_key(document: Document, event: QKeyEvent) -> bool:
    """Rate the selected partners by a key; tell whether the key was one of these.

    A digit sets how often there is contact, Shift with one how important it is, S sets the star,
    or takes it away where all have it. A key that rates is taken even where the map cannot be
    edited: the document says so. Nothing is taken while no partner is selected, nor together
    with Control, Alt or Command.
    """
    ids = document.selection
    if not ids or not is_plain(event):
        return False
    shifted = bool(event.modifiers() & _SHIFT)
    if event.key() == Qt.Key.Key_S:
        if not event.isAutoRepeat():
            starred = all(partner.named_important for partner in document.selected)
            document.set_partners(ids, named_important=not starred)
        return True
    digit = digit_of(event, shifted=shifted)
    field = _rated(shifted=shifted)
    rule = rules_of(Partner)[field]
    if digit is None or not rule.least <= digit <= rule.most:
        return False
    document.set_partners(ids, **cast("PartnerValues", {field: digit}))
    return True


def digits_of(field: str) -> str:
    """Return the digits that answer a field: *1 – 5*."""
    rule = rules_of(Partner)[field]
    return f"{rule.least} – {rule.most}"


def rated_field(event: QKeyEvent) -> str:
    """Return the answer that a key of `rate_by_key` sets."""
    if event.key() == Qt.Key.Key_S:
        return "named_important"
    return _rated(shifted=bool(event.modifiers() & _SHIFT))


def rates(event: QKeyEvent) -> bool:
    """Tell whether a key is one that rates with a digit."""
    shifted = bool(event.modifiers() & _SHIFT)
    return is_plain(event) and digit_of(event, shifted=shifted) is not None


def digit_of(event: QKeyEvent, *, shifted: bool) -> int | None:
    """Return the digit a key stands for on any of the known keyboards, or None."""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return key - Qt.Key.Key_0
    # A sign, or a key that moves, is no more than that where no scale has such an answer.
    asked = ("importance",) if shifted else ("importance", "frequency")
    most = max(rules_of(Partner)[field].most for field in asked)
    if event.modifiers() & _KEYPAD:
        moved = _KEYPAD_WITH_SHIFT.get(Qt.Key(key), most + 1) if shifted else most + 1
        return moved if moved <= most else None
    signs = (_WITH_SHIFT if shifted else _WITHOUT_SHIFT).get(event.text(), ())
    digits = [digit for digit in signs if digit <= most]
    row = _TOP_ROW.get(QGuiApplication.platformName())
    if row is not None and event.nativeScanCode():
        place = row.get(event.nativeScanCode())
        return place if place in digits else None
    return digits[0] if digits and (shifted or _has_signs_on_top()) else None


def _rated(*, shifted: bool) -> str:
    return "importance" if shifted else "frequency"


def _has_signs_on_top() -> bool:
    """Tell whether the keyboard has signs where others have digits, by the language it is for."""
    locale = QGuiApplication.inputMethod().locale()
    country, tongue = QLocale.Country, QLocale.Language
    french = locale.language() == tongue.French and locale.territory() == country.France
    return french or locale.territory() == country.Belgium


def is_undo(event: QEvent) -> bool:
    """Tell whether this is the key of undo or redo, or the question whether a field keeps it."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        and (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
        )
    )
