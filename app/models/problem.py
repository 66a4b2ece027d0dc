"""Something that went wrong in a way the person in front of the screen can understand."""


class Problem(Exception):
    """A known difficulty, named by a code; `app.errors` turns it into a sentence.

    Raised by every room below the views. A `Problem` never means a bug: the sentence that
    belongs to `code` says what happened and what can be done.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})"
