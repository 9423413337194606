"""What stands before a document number on its line, and on the line above."""

import re

from extractors.header.block import block_patterns
from extractors.header.dates import find_dates
from extractors.header.label_words import open_words
from extractors.header.meeting import find_body_name

_ROWS, _LONGEST_ROW, _LONGEST_ABOVE = 8, 110, 60
_WORD_START = re.compile(r"\s(?=[A-ZÀ-ÝА-Я\u0621-\u064a\u4e00-\u9fff])")
_LONGEST_NAME = 100


def before_symbol(text: str, place: int) -> re.Match[str] | None:
    """Match what may stand before a number on the line of that place; None where it makes the number a reference."""
    match = block_patterns().before_symbol.fullmatch(text)
    if match is None:
        # The body, or the days of its meeting, may stand before it: "... Child Online Protection Document C20/7-E".
        label = block_patterns().document_label.search(text)
        if label and (_belongs_before(text[: label.start()].rstrip()) or (place <= 1 and _is_body(text))):
            return block_patterns().before_symbol.fullmatch(label[0].lstrip())
        match = _before_in_row(text, place) if place <= _ROWS and len(text) <= _LONGEST_ROW else None
    return match


def _before_in_row(text: str, place: int) -> re.Match[str] | None:
    # Two columns of the block read as one line: "Geneva, 10-20 June 2019 Revision 1 to Document C19/66-E".
    for word in _WORD_START.finditer(text):
        match = block_patterns().before_symbol.fullmatch(text, word.end())
        if match is None or match["reference"] or not any(map(str.isalpha, match[0])):
            continue
        left = text[: word.end()].rstrip()
        closed = left.count("(") == left.count(")") and left[-1:] not in ",;:(—–-"
        last = left.rsplit(" ", 1)[-1].casefold()
        return match if closed and last not in open_words() and not last.endswith(".") else None
    bare = place <= 1 and len(text) <= _LONGEST_ABOVE and not any(map(str.isdigit, text)) and not says_reply(text)
    words = text.split()
    if bare and words and words[-1].casefold() not in open_words() and text.rstrip()[-1] not in ",;:(（—–-/":
        return block_patterns().before_symbol.fullmatch("")
    return None


def revision_at_end(text: str) -> re.Match[str] | None:
    """Match the words at the end of a line that say of which revision the number on the next line is."""
    # "Agenda item: PL 1.9 Corrigendum 1 to", above "Document C16/38-E".
    starts = [0, *(word.end() for word in _WORD_START.finditer(text))] if len(text) <= _LONGEST_ROW else []
    matches = (block_patterns().before_symbol.fullmatch(text, start) for start in starts)
    return next((match for match in matches if match and match["revision"]), None)


def _is_body(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and block_patterns().body.match(text) is not None


def _belongs_before(text: str) -> bool:
    dates = find_dates(text)
    if block_patterns().any_agenda.fullmatch(text):
        return True  # "Agenda item: PL 2.3Document C20/57-E"
    return find_body_name(text) is not None or bool(dates and dates[-1].last and dates[-1].span[1] == len(text))


def says_reply(text: str) -> bool:
    """Tell whether a line answers a circular."""
    return block_patterns().reply.search(text) is not None
