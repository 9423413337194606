"""What the trained model sees of a passage: named features, each with the words that it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from models.concepts import READING, Reading
from models.matching import CHILDREN, HITS

Places = Sequence[tuple[int, int]]
"""Half-open spans of tokens."""
FORM = "2"
"""Changes whenever the names or the meaning of features change; a model made for another form cannot be used."""
_NEAR = 10
"""Tokens between two concepts that are still taken as a pair."""
_BEGINNING = 3
_NUMBER = "#"


def features(doc: Doc) -> Mapping[str, Places]:
    """Give the features of a doc that went through a pipeline, each with the tokens that it stands on.

    Names begin with their kind: `c` concept, `p` pair of nearby concepts, `h` hit of the rules, `w` stem, `b` two stems
    in sequence, `s` stem at the beginning.
    """
    reading: Reading = doc.user_data[READING]
    made: dict[str, list[tuple[int, int]]] = {}
    for name, *places in (*_hits(doc), *_concepts(reading), *_words(doc.lang_, reading)):
        made.setdefault(name, []).extend(places)
    return made


_Found = Iterator[tuple[str, *tuple[tuple[int, int], ...]]]


def _hits(doc: Doc) -> _Found:
    for span in doc.spans[HITS]:
        facet, concept, _ = span.label_.split("\t", 2)
        yield f"h:{facet}:{concept}", (span.start, span.end)
    for span in doc.spans[CHILDREN]:
        yield "h:child", (span.start, span.end)


def _concepts(reading: Reading) -> _Found:
    found = reading.concepts
    for number, (concept, start, end) in enumerate(found):
        yield f"c:{concept}", (start, end)
        for place in range(number + 1, len(found)):
            other, other_start, other_end = found[place]
            if other_start - end > _NEAR:
                break
            if other != concept:
                yield f"p:{min(concept, other)}+{max(concept, other)}", (start, end), (other_start, other_end)
    for concept, start, end in reading.inner:
        yield f"c:{concept}", (start, end)


def _words(language: str, reading: Reading) -> _Found:
    stems = [_NUMBER if stem[:1].isdigit() else stem for stem in reading.stems]
    for stem, token in zip(stems, reading.tokens, strict=True):
        yield f"w:{language}:{stem}", (token, token + 1)
    for (stem, token), (after, next_token) in pairwise(zip(stems, reading.tokens, strict=True)):
        if next_token == token + 1:
            yield f"b:{language}:{stem} {after}", (token, next_token + 1)
    for stem, token in zip(stems[:_BEGINNING], reading.tokens, strict=False):
        yield f"s:{language}:{stem}", (token, token + 1)
