"""Names of organisations by their form: legal forms, and words that begin or end the names of institutions."""

import re

from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.meeting import find_body_name

_TRADE_MARK = re.compile(r"[™®©]")
_PARTED = re.compile(r"\s+[|–—]\s+")
_NO_NAME = re.compile(r"[\d@/:：]|www\.|[.;!?。]$(?<!\.\w\.)(?<!Inc\.)(?<!Ltd\.)")
_LONGEST, _MOST_WORDS = 80, 10
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}")


def letterhead_name(text: str) -> str | None:
    """Give the name of an organisation that stands at the head of a page, without its department; None for others."""
    name = _PARTED.split(text)[0]
    bare = _TRADE_MARK.sub("", name).strip()
    if not 2 <= len(bare) <= _LONGEST or _NO_NAME.search(bare) or len(bare.split()) > _MOST_WORDS:
        return None
    patterns = block_patterns()
    if find_dates(text) or find_body_name(bare) or patterns.placeholder.fullmatch(bare):
        return None
    if patterns.salutation.fullmatch(bare) or patterns.addressee.fullmatch(bare) or bare[0].islower():
        return None
    return bare if not is_unit(bare) else None


def is_organisation_name(text: str) -> bool:
    """Tell whether a line is plainly the name of an organisation, by its legal form or the word for what it is."""
    name = letterhead_name(text)
    if name is None:
        return False
    told = block_patterns().organisations.search(name) is not None
    return told or (block_patterns().organisations_end.search(name) is not None and not _SMALL_WORD.search(name))


def is_institution(text: str) -> bool:
    """Tell whether a line is the name of a university or the like, perhaps with its department."""
    return len(text) <= _LONGEST and block_patterns().institutions.search(text) is not None and not _reads_on(text)


def is_unit(text: str) -> bool:
    """Tell whether a line is a part of an organisation: a faculty, a department, a secretariat."""
    return block_patterns().units.match(text) is not None


def _reads_on(text: str) -> bool:
    return _NO_NAME.search(text) is not None or len(_SMALL_WORD.findall(text)) > 1
