"""What was agreed to, as it stands in a `.kring` file that was handed in."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from app.models.consent import Consent

_Line = Annotated[str, msgspec.Meta(max_length=120)]


class ConsentStruct(msgspec.Struct, forbid_unknown_fields=True):
    """As it is read; what is not said may be absent."""

    purpose: Literal["lesson", "research"]
    by: _Line = ""
    until: date | None = None
    wall: bool = False
    withdrawal: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{32})?$")] = ""


class _Only(msgspec.Struct):
    handed_in: ConsentStruct | None = None


def plain(consent: Consent) -> dict[str, Any]:
    """Return it as it is written."""
    kept = {key: value for key, value in asdict(consent).items() if value not in (None, "")}
    return kept | ({} if consent.until is None else {"until": consent.until.isoformat()})


def consent_in(content: bytes) -> Consent | None:
    """Return the consent in the content of a file that `from_json` took."""
    found = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Only).handed_in
    return None if found is None else Consent(**msgspec.structs.asdict(found))
