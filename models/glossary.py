"""The spaCy component that finds the concepts of the interlingual glossary, by which one language lends to another."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from models.normalisation import normaliser
from models.terms import is_acronym

CONCEPTS = "concepts"
"""Name of the span group that holds the glossary's concepts; a span's label is the concept's id."""
_INSTITUTION = "concepts_institution.tsv"
_RISK = "concepts_risk.tsv"
_COLUMNS = ("en", "fr", "es", "ru", "ar", "zh")
"""Order of the languages in a line of the glossary, after the id."""


@cache
def load_glossary(language: str) -> Mapping[str, tuple[str, ...]]:
    """Read the expressions of each of the glossary's concepts in one language."""
    glossary: dict[str, tuple[str, ...]] = {}
    for concept, *cells in (*_rows(_INSTITUTION), *_rows(_RISK)):
        glossary[concept] = tuple(cells[_COLUMNS.index(language)].split("|"))
    return glossary


@cache
def subject_concepts() -> frozenset[str]:
    """Give the concepts of risks: they tell what a passage is about, not who acts, where or what for."""
    return frozenset(row[0] for row in _rows(_RISK))


class GlossaryMatcher:
    """Matches the glossary's expressions on stems; where they overlap the longest counts."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._normal_form = normaliser(str(nlp.lang))
        self._matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
        self._acronyms = PhraseMatcher(nlp.vocab, attr="ORTH")
        for concept, texts in load_glossary(str(nlp.lang)).items():
            acronyms = [text for text in texts if is_acronym(text)]
            self._matcher.add(concept, [self._pattern(text) for text in texts if text not in acronyms])
            self._acronyms.add(concept, [nlp.make_doc(text) for text in acronyms])

    def __call__(self, doc: Doc) -> Doc:
        """Put the concepts found into the doc's span group."""
        for token in doc:
            token.lemma_ = self._normal_form(token.text)
        doc.spans[CONCEPTS] = list(self._longest(doc))
        return doc

    def _longest(self, doc: Doc) -> Iterator[Span]:
        """Yield the spans that no longer one holds; concepts that share an expression both count."""
        matches = (*self._matcher(doc), *self._acronyms(doc))
        found = [Span(doc, start, end, label=key) for key, start, end in matches]
        kept = {(span.start, span.end) for span in filter_spans(found)}
        yield from (span for span in found if (span.start, span.end) in kept)

    def _pattern(self, text: str) -> Doc:
        forms = [self._normal_form(token.text) for token in self._nlp.make_doc(text)]
        pattern = Doc(self._nlp.vocab, words=forms)
        for token, form in zip(pattern, forms, strict=True):
            token.lemma_ = form
        return pattern


def _rows(name: str) -> list[list[str]]:
    text = resources.files("models").joinpath("lexicon", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@Language.factory("glossary")
def make_glossary_matcher(nlp: Language, name: str) -> GlossaryMatcher:
    """Make the component for a pipeline's configuration."""
    del name
    return GlossaryMatcher(nlp)
