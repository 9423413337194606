"""Which passages another taxonomy bears on: those with a label that is gone, or a term that came or went."""

from collections.abc import Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language

from models.french import register_french
from models.labels import Facet
from models.matching import HITS, ExpressionMatcher
from models.scheme import LANGUAGES, Taxonomy
from models.succession import Label, Succession
from models.terms import Expression, Role

_Term = tuple[Facet, str, str]


@dataclass(frozen=True, slots=True)
class Effects:
    """What differs between two versions of the taxonomy."""

    labels: frozenset[Label]
    """Concepts that are gone, and those whose place among the risks changed."""
    terms: dict[str, frozenset[str]]
    """By language, the terms that came, went, or stand under another concept now."""


def effects(old: Taxonomy, new: Taxonomy, succession: Succession) -> Effects:
    """Compare two versions of the taxonomy."""
    before = {(one.facet, one.id): one for one in old.concepts}
    now = {(one.facet, one.id): one for one in new.concepts}
    moved = {label for label in before.keys() & now.keys() if before[label].group != now[label].group}
    gone = {label for label in succession.gone if label not in now} | (before.keys() - now.keys())
    terms = {language: _terms(old, language) ^ _terms(new, language) for language in LANGUAGES}
    return Effects(
        frozenset(moved | gone),
        {language: frozenset(term for _, _, term in some) for language, some in terms.items() if some},
    )


class TermFinder:
    """Tells whether a text has one of the terms that differ."""

    def __init__(self, differing: Effects) -> None:
        self._terms = differing.terms
        self._matchers: dict[str, tuple[Language, ExpressionMatcher]] = {}

    def finds(self, text: str, language: str) -> bool:
        """Tell whether a passage has a term that came or went."""
        if language not in self._terms:
            return False
        nlp, matcher = self._matcher(language)
        doc = matcher(nlp(text))
        return bool(doc.spans[HITS])

    def _matcher(self, language: str) -> tuple[Language, ExpressionMatcher]:
        if language not in self._matchers:
            register_french()
            nlp = spacy.blank(language)
            nlp.add_pipe("sentencizer")
            matcher = ExpressionMatcher(nlp)
            matcher.add([Expression(term, Role.TERM, Facet.RISK, "any") for term in sorted(self._terms[language])])
            self._matchers[language] = nlp, matcher
        return self._matchers[language]


def _terms(taxonomy: Taxonomy, language: str) -> frozenset[_Term]:
    def each() -> Iterator[_Term]:
        for one in taxonomy.concepts:
            for term in one.terms.get(language, ()):
                yield one.facet, one.id, term

    return frozenset(each())
