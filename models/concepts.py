"""The spaCy component that finds the glossary's concepts, one set of ids for all six languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from models.glossary import glossary
from models.matching import LEFT_OUT
from models.normalisation import stemmer

READING = "reading"
"""Key of a doc's `user_data` that holds its Reading."""

_WHOLE = "="
"""Marks the key of an expression that is matched word by word."""
_Match = tuple[int, int, int]
"""Key of the expression, first place and place after the last."""


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
        self._nlp = nlp
        self._stops = frozenset() if nlp.lang == "zh" else frozenset(nlp.Defaults.stop_words)
        expressions = [(concept, self._tokens(text)) for concept, text in glossary(str(nlp.lang))]
        self._stem = stemmer(str(nlp.lang), {token.text for _, tokens in expressions for token in tokens})
        self._full, self._whole = PhraseMatcher(nlp.vocab), PhraseMatcher(nlp.vocab)
        self._concepts: dict[int, list[str]] = {}
        self._add(expressions)

    def __call__(self, doc: Doc) -> Doc:
        """Put the Reading into the doc's user data."""
        away = {place for span in doc.spans.get(LEFT_OUT, ()) for place in range(span.start, span.end)}
        kept = [token for token in doc if token.i not in away and not token.is_space]
        stems = [self._stem(token.text) for token in kept]
        stops = [token.lower_ in self._stops for token in kept]
        full = [place for place, stop in enumerate(stops) if not stop]
        found = [(key, full[start], full[end - 1] + 1) for key, start, end in self._found(self._full, stems, full)]
        found += self._found(self._whole, stems, range(len(stems)))
        tokens = [token.i for token in kept]
        longest, inner = (
            [
                (concept, tokens[start], tokens[end - 1] + 1)
                for key, start, end in some
                for concept in self._concepts[key]
            ]
            for some in _by_length(found)
        )
        doc.user_data[READING] = Reading(stems, tokens, longest, inner)
        return doc

    def _found(self, matcher: PhraseMatcher, stems: Sequence[str], places: Sequence[int]) -> list[_Match]:
        return matcher(Doc(self._nlp.vocab, words=[stems[place] or "-" for place in places])) if places else []

    def _add(self, expressions: Iterable[tuple[str, list[Token]]]) -> None:
        keys: dict[tuple[PhraseMatcher, tuple[str, ...]], list[str]] = {}
        for concept, tokens in expressions:
            full = [token for token in tokens if token.lower_ not in self._stops]
            is_whole = len(full) < min(len(tokens), 2)
            stems = tuple(self._stem(token.text) or "-" for token in (tokens if is_whole else full))
            concepts = keys.setdefault((self._whole if is_whole else self._full, stems), [])
            if stems and concept not in concepts:
                concepts.append(concept)
        for (matcher, stems), concepts in keys.items():
            if concepts:
                key = " ".join((_WHOLE, *stems) if matcher is self._whole else stems)
                self._concepts[self._nlp.vocab.strings.add(key)] = concepts
                matcher.add(key, [Doc(self._nlp.vocab, words=list(stems))])

    def _tokens(self, text: str) -> list[Token]:
        return [token for token in self._nlp.make_doc(text) if not token.is_space]


@Language.factory("concepts")
def make_concept_matcher(nlp: Language, name: str) -> ConceptMatcher:
    """Make the component for a pipeline's configuration."""
    del name
    return ConceptMatcher(nlp)


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
