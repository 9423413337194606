"""Document numbers whose marks right-to-left text has shifted."""

import re

from extractors.header.symbol import FoundSymbol, Suffix, Symbol
from extractors.header.symbol_grammar import grammar, letters, plain_marks

_TOKEN = re.compile(r"[A-Z][A-Za-z0-9()./-]*\d[A-Za-z0-9()./-]*")
_PIECE = re.compile(r"[A-Za-z]+|\d+")
_SUFFIX_PIECES = 2


def find_turned(text: str) -> FoundSymbol | None:
    """Find a document number whose marks right-to-left text has shifted: "C-18/26A"; its letters stand in order.

    Only for lines of right-to-left text: elsewhere such a number is another one.
    """
    for token in _TOKEN.finditer(plain_marks(text)):
        pieces = _PIECE.findall(token[0])
        heads = [place for place, piece in enumerate(pieces) if piece.isdigit()]
        if not heads or heads[0] == 0:
            continue
        symbol = _from_pieces(pieces, heads[0])
        if symbol is not None:
            return FoundSymbol(symbol, token.span(), str(symbol))
    return None


def _from_pieces(pieces: list[str], first: int) -> Symbol | None:
    body = grammar().spellings.get(letters("".join(pieces[:first])))
    rest = pieces[first + 1 :]
    if body is None or grammar().bodies[body].meeting == "none":
        return None
    series = rest.pop(0).upper() if rest and rest[0].upper() in grammar().series else None
    if not rest or not rest[0].isdigit():
        return None
    number, *marks = rest
    language = marks.pop() if marks and marks[-1] in grammar().languages else None
    kinds = [kind for kind in grammar().suffix_kinds if marks[:1] == [kind]]
    if len(marks) != (_SUFFIX_PIECES if kinds else 0) or (kinds and not marks[1].isdigit()):
        return None
    suffixes = (Suffix(kinds[0], int(marks[1])),) if kinds else ()
    return Symbol(body, number.lstrip("0") or "0", pieces[first], series, suffixes, language)
