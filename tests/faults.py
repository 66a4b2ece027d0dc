"""Faults that tell a name, to see that nothing prints it: in a module that imports nothing else."""


def fall(name: str) -> None:
    """Fail, with a name in what is said of it."""
    raise KeyError(f"no partner {name}")


class Broken:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        raise ValueError("Ouders Sam")
