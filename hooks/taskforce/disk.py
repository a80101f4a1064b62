"""What to say and do where a file cannot be read or written."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

from .languages import Text

_FULL = Text(
    nl="de schijf is vol; maak ruimte en probeer het opnieuw",
    en="the disk is full; make room and try again",
)
_CLOSED = Text(
    nl="dit mag niet worden gelezen of veranderd; geef er de rechten voor en probeer het opnieuw",
    en="this may not be read or changed; give permission for it and try again",
)
_LOST = Text(
    nl="dit is er niet (meer); kijk de naam na, of zet het terug, en probeer het opnieuw",
    en="this is not there (any more); check the name, or put it back, and try again",
)
_IS_FOLDER = Text(
    nl="dit is een map; noem een bestand",
    en="this is a folder; name a file",
)
_ADVICE = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _CLOSED),
    errno.ENOENT: _LOST,
    errno.EISDIR: _IS_FOLDER,
}


def place_and_advice(error: OSError, otherwise: Path) -> tuple[str, Text]:
    """Return which file it is about, what is wrong with it and what to do.

    Args:
        error: What went wrong; of the many that `shutil.copytree` collects, the first is reported.
        otherwise: The place to name where the error names none, as when a disk is full.
    """
    number, message, place = (
        error.errno,
        error.strerror or str(error),
        error.filename2 or error.filename,
    )
    if isinstance(error, shutil.Error):
        _, place, message = error.args[0][0]
        match = re.match(r"\[Errno (\d+)\] ([^:]+)", message)
        number, message = (int(match[1]), match[2]) if match else (None, message)
    return str(place or otherwise), _ADVICE.get(number or 0, Text.same(message))


def replace_text(path: Path, text: str) -> None:
    """Write a file in one step, so that whatever goes wrong leaves the old one whole.

    Raises:
        OSError: It cannot be written.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)
