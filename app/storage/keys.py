"""What a password protects: one random key, wrapped by a password and by a recovery code.

The key seals (XChaCha20-Poly1305); password and code only wrap it (Argon2id), so that another
password needs nothing sealed anew. A wrong password is told by the wrapping itself, and never
taken for damage.
"""

from os import urandom
from random import SystemRandom
from typing import Final, NamedTuple

from app.models.digest import blake2b
from app.models.text_form import in_form

PASSWORD: Final = "password"  # noqa: S105 (the name of a way in)
CODE: Final = "code"

_KEY, _SALT, _NONCE = 32, 16, 24

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of a recovery code: five bits each, without what looks like something else."""
_LOOKS_LIKE: Final = str.maketrans("OIL", "011")
_GROUPS, _IN_GROUP = 8, 4


class Cost(NamedTuple):
    """What it takes to try one password: rounds, and bytes of memory."""

    rounds: int
    memory: int


USUAL: Final = Cost(3, 128 << 20)
"""About half a second on a laptop, for who knows the password as for who guesses."""
MOST: Final = Cost(20, 1 << 30)
"""What a file may ask for; one that asks for more was not written by Kring."""


class Wrapped(NamedTuple):
    """The key as one way in can open it."""

    way: str
    """`PASSWORD` or `CODE`."""
    salt: bytes
    rounds: int
    memory: int
    wrapped: bytes


def new_key() -> bytes:
    """Return a random key."""
    return urandom(_KEY)


def name_of(key: bytes) -> bytes:
    """Return a name for this key that says nothing about it."""
    return blake2b(b"which key", key=key, size=16)


def wrap(key: bytes, way: str, secret: str, cost: Cost) -> Wrapped:
    """Return the key as only `secret` opens it."""
    from nacl import bindings

    salt, nonce = urandom(_SALT), urandom(_NONCE)
    from_secret = _derived(secret, salt, cost)
    encrypt = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt
    return Wrapped(way, salt, *cost, nonce + encrypt(key, way.encode(), nonce, from_secret))


def unwrap(wrapped: Wrapped, secret: str) -> bytes | None:
    """Return the key, or None where this is not the secret. Raises `ValueError` for no envelope."""
    cost = Cost(wrapped.rounds, wrapped.memory)
    if not 1 <= cost.rounds <= MOST.rounds or not 8192 <= cost.memory <= MOST.memory:
        raise ValueError(cost)
    if len(wrapped.salt) != _SALT:
        raise ValueError(wrapped.salt)
    return _opened(wrapped.wrapped, wrapped.way.encode(), _derived(secret, wrapped.salt, cost))


def seal(key: bytes, number: int, content: bytes) -> bytes:
    """Return a piece so that only the key opens it, and only as the piece of this number."""
    from nacl import bindings

    nonce = urandom(_NONCE)
    encrypt = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt
    return nonce + encrypt(content, number.to_bytes(8, "big"), nonce, key)


def unseal(key: bytes, number: int, sealed: bytes) -> bytes:
    """Return the sealed content. Raises `ValueError` where a bit of it is not as it was."""
    content = _opened(sealed, number.to_bytes(8, "big"), key)
    if content is None:
        raise ValueError(number)
    return content


def new_code() -> str:
    """Return a recovery code of 160 bits, in groups that can be read from paper."""
    letters = [SystemRandom().choice(_LETTERS) for _ in range(_GROUPS * _IN_GROUP)]
    groups = ("".join(letters[at : at + _IN_GROUP]) for at in range(0, len(letters), _IN_GROUP))
    return "-".join(groups)


def read_code(typed: str) -> str | None:
    """Return a typed recovery code as it was given out, or None where this can be none."""
    plain = in_form("NFKC", typed).upper().translate(_LOOKS_LIKE)
    letters = [letter for letter in plain if letter.isalnum()]
    if len(letters) != _GROUPS * _IN_GROUP or not set(letters) <= set(_LETTERS):
        return None
    groups = ("".join(letters[at : at + _IN_GROUP]) for at in range(0, len(letters), _IN_GROUP))
    return "-".join(groups)


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import argon2id

    # One keyboard types é as one sign, another as two.
    typed = in_form("NFC", secret).encode("utf-8", "surrogatepass")
    return argon2id.kdf(_KEY, typed, salt, opslimit=cost.rounds, memlimit=cost.memory)


def _opened(sealed: bytes, about: bytes, key: bytes) -> bytes | None:
    from nacl import bindings, exceptions

    decrypt = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt
    try:
        return decrypt(sealed[_NONCE:], about, sealed[:_NONCE], key)
    except (exceptions.CryptoError, exceptions.ValueError, exceptions.TypeError):
        return None
