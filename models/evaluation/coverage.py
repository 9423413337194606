"""How many texts there are of each label and language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from models.labels import Facet
from models.scheme import LANGUAGES, Taxonomy
from models.training_data import Example


@dataclass(frozen=True, slots=True)
class Coverage:
    """Texts of a label in a language: to learn from, and in the test third."""

    facet: Facet
    concept: str
    language: str
    learning: int
    test: int


def coverage(examples: Sequence[Example], taxonomy: Taxonomy) -> tuple[Coverage, ...]:
    """Count the texts of each label in each of the six languages, in the order of the taxonomy."""
    counts = Counter((*label, one.language, one.is_test) for one in examples for label in one.labels)
    return tuple(
        Coverage(
            concept.facet,
            concept.id,
            language,
            counts[concept.facet, concept.id, language, False],
            counts[concept.facet, concept.id, language, True],
        )
        for concept in taxonomy.concepts
        for language in LANGUAGES
    )
