"""The spaCy component that finds the glossary's concepts, one set of ids for all six languages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from models.matching import LEFT_OUT
from models.normalisation import stemmer
from models.stemmed_glossary import NO_STEM, Stems, load_stemmed, stop_words

READING = "reading"
"""Key of a doc's `user_data` that holds its Reading."""

_Match = tuple[Sequence[str], int, int]
"""Concepts of the expression, first place and place after the last."""


@dataclass(slots=True)
class _Node:
    """A place in the tree of expressions: what may follow, and the concepts of the expression that ends here."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a passage that count, by their stems, and the concepts that they name."""

    stems: Sequence[str]
    tokens: Sequence[int]
    """Place of each stem's token in the doc."""
    concepts: Sequence[tuple[str, int, int]]
    """Concept, first token and token after the last, in sequence; of the expressions in a place, the longest."""
    inner: Sequence[tuple[str, int, int]]
    """The same of the expressions that lie within longer ones."""


class ConceptMatcher:
    """Matches the glossary on stems; words without meaning of their own may stand inside an expression.

    An expression with only one word of meaning ("told no one") must stand as it is: that word alone means less.
    """

    def __init__(self, nlp: Language) -> None:
        expressions = load_stemmed(nlp)
        self._stops = stop_words(nlp)
        self._stem = stemmer(str(nlp.lang), expressions.known)
        self._full, self._whole = _tree(expressions.full), _tree(expressions.whole)

    def __call__(self, doc: Doc) -> Doc:
        """Put the Reading into the doc's user data."""
        away = {place for span in doc.spans.get(LEFT_OUT, ()) for place in range(span.start, span.end)}
        kept = [token for token in doc if token.i not in away and not token.is_space]
        stems = [self._stem(token.text) for token in kept]
        full = [place for place, token in enumerate(kept) if token.lower_ not in self._stops]
        found = [
            (concepts, full[start], full[end - 1] + 1)
            for concepts, start, end in _found(self._full, [stems[place] for place in full])
        ]
        found += _found(self._whole, stems)
        tokens = [token.i for token in kept]
        longest, inner = (
            [(concept, tokens[start], tokens[end - 1] + 1) for concepts, start, end in some for concept in concepts]
            for some in _by_length(found)
        )
        doc.user_data[READING] = Reading(stems, tokens, longest, inner)
        return doc


@Language.factory("concepts")
def make_concept_matcher(nlp: Language, name: str) -> ConceptMatcher:
    """Make the component for a pipeline's configuration."""
    del name
    return ConceptMatcher(nlp)


def _tree(expressions: Mapping[Stems, tuple[str, ...]]) -> _Node:
    root = _Node()
    for stems, concepts in expressions.items():
        node = root
        for stem in stems:
            node = node.after.setdefault(stem, _Node())
        node.concepts = concepts
    return root


def _found(root: _Node, stems: Sequence[str]) -> Iterator[_Match]:
    words = [stem or NO_STEM for stem in stems]
    for start in range(len(words)):
        node, place = root.after.get(words[start]), start + 1
        while node is not None:
            if node.concepts:
                yield node.concepts, start, place
            node = node.after.get(words[place]) if place < len(words) else None
            place += 1


def _by_length(found: Iterable[_Match]) -> tuple[list[_Match], list[_Match]]:
    """Part the matches into those that are the longest in their place and those that lie within another."""
    longest: list[_Match] = []
    inner: list[_Match] = []
    reach = -1
    for match in sorted(found, key=lambda one: (one[1], -one[2])):
        is_longest = match[2] > reach or match[1:] == longest[-1][1:]
        (longest if is_longest else inner).append(match)
        reach = max(reach, match[2])
    return longest, inner
