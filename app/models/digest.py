"""Digests: what stands for a content, or an id, and leads to nobody.

`hashlib` brings OpenSSL, which takes 4 MB, and none of these is made by it. So nothing else here
imports it, and it comes with the first digest that is asked for.
"""

from pathlib import Path


def blake2s(content: bytes, *, key: bytes = b"", size: int = 32) -> bytes:
    """Return a digest of `size` bytes, 32 at most; with a key nobody makes it who has it not."""
    from hashlib import blake2s

    return blake2s(content, key=key, digest_size=size).digest()


def blake2b(content: bytes, *, key: bytes, size: int) -> bytes:
    """Return a digest of `size` bytes, 64 at most, made with a key."""
    from hashlib import blake2b

    return blake2b(content, key=key, digest_size=size).digest()


def sha256(content: bytes) -> bytes:
    """Return a digest of 32 bytes."""
    from hashlib import sha256

    return sha256(content).digest()


def sha256_of_file(path: Path) -> bytes:
    """Return a digest of what a file holds, which may be more than fits in memory."""
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
