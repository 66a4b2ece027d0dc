"""Why the system refused something with a file, and what a person can do about it.

The one table from what the system answers (`errno`) to a sentence. It stands behind what could
not be done: *a.pdf could not be written. The disk is full. Free some space and try again.*
"""

import errno
import os
from collections.abc import Mapping
from typing import Final

from app.models.text_form import isolated
from app.words import filled, marked, say

_BY_NAME: Final[Mapping[str, tuple[str, ...]]] = {
    marked("Too many files are open on this computer. Close some programs and try again."): (
        "EMFILE",
        "ENFILE",
        "EUSERS",
    ),
    marked("This computer has no memory left. Close some programs and try again."): (
        "ENOMEM",
        "ENOBUFS",
        "ENOSR",
    ),
    marked("The disk is full. Free some space and try again."): ("ENOSPC", "EDQUOT"),
    marked("A file that large is not allowed there. Choose another drive."): (
        "EFBIG",
        "EOVERFLOW",
    ),
    marked("You have no permission for that. Choose another place, or ask your IT support."): (
        "EACCES",
        "EPERM",
        "ENOTCAPABLE",
        "ENOKEY",
        "EKEYEXPIRED",
        "EKEYREVOKED",
        "EKEYREJECTED",
    ),
    marked("You can only read what is there. Choose another place."): ("EROFS",),
    marked("The file or its folder is not there. Check the name and the folder."): ("ENOENT",),
    marked("Its drive is not there. Connect it and try again."): (
        "ENODEV",
        "ENXIO",
        "ENOMEDIUM",
        "EUNATCH",
    ),
    marked("Something else is already there. Choose another name or folder."): (
        "EEXIST",
        "EISDIR",
        "ENOTDIR",
        "ENOTEMPTY",
    ),
    marked("Another program is busy with it. Close it there and try again."): (
        "EBUSY",
        "ETXTBSY",
        "EAGAIN",
        "EWOULDBLOCK",
        "EDEADLK",
        "EDEADLOCK",
        "EALREADY",
        "EINPROGRESS",
    ),
    marked("That name cannot be used there. Choose a shorter or plainer one."): (
        "ENAMETOOLONG",
        "EILSEQ",
        "EINVAL",
    ),
    marked("Its links go round in a circle. Choose another place."): ("ELOOP",),
    marked("The network drive it is on does not answer. Check the connection and try again."): (
        "ESTALE",
        "ECOMM",
        "ECONNABORTED",
        "ECONNREFUSED",
        "ECONNRESET",
        "EHOSTDOWN",
        "EHOSTUNREACH",
        "ENETDOWN",
        "ENETRESET",
        "ENETUNREACH",
        "ENOLINK",
        "ENONET",
        "ENOTCONN",
        "EPIPE",
        "EREMCHG",
        "ESHUTDOWN",
        "ETIME",
        "ETIMEDOUT",
    ),
    marked("The drive gives an error. Check that it is connected properly and try again."): (
        "EIO",
        "EBADMSG",
        "EMEDIUMTYPE",
        "EREMOTEIO",
        "EUCLEAN",
    ),
    marked("That drive cannot do what Kring needs. Choose another place."): (
        "ENOSYS",
        "EOPNOTSUPP",
        "ENOTSUP",
        "ENOLCK",
        "EXDEV",
        "EMLINK",
    ),
    marked("It was interrupted. Try again."): ("EINTR", "ECANCELED", "ERESTART"),
}

_SENTENCES: Final[Mapping[int, str]] = {
    number: sentence
    for sentence, names in _BY_NAME.items()
    for name in names
    if (number := getattr(errno, name, None)) is not None
}


def reason(number: int) -> str:
    """Return why the system refused, in the language of the app."""
    if number in _SENTENCES:
        return say(_SENTENCES[number])
    # Its own words, in its own language: better than a guess.
    text = say("The system says: “{said}”. Try again, or choose another place.")
    return filled(text, said=isolated(os.strerror(number)))
