"""What people write, as text that can be kept: without control characters, on one line."""

import json
import unicodedata
from collections.abc import Sequence

from flows.errors import CorrectionError


def plain(written: str) -> str:
    """Return a text on one line, composed (NFC), without control characters and space at its ends.

    Raises CorrectionError for half characters, which a terminal with another encoding than UTF-8 makes.
    """
    try:
        written.encode("utf-8")
    except UnicodeEncodeError as error:
        raise CorrectionError(
            f"{written!r} is not text in UTF-8. Set the terminal to UTF-8, or use a sheet (rapporteur review headers)."
        ) from error
    printed = (each for each in written if each.isspace() or unicodedata.category(each) != "Cc")
    return unicodedata.normalize("NFC", " ".join("".join(printed).split()))


def as_list(values: Sequence[object]) -> str:
    """Return a list as the warehouse keeps it; empty where there is nothing in it."""
    return json.dumps(list(values), ensure_ascii=False) if values else ""
