"""The glossary has its concepts in six languages, and the rules name only concepts that it has."""

import pytest

from models.glossary import load_glossary, subject_concepts
from models.rules import load_rules
from models.scheme import LANGUAGES
from models.strengths import load_concept_strengths


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_an_expression_in_each_language(language: str) -> None:
    glossary = load_glossary(language)
    assert len(glossary) > 1900
    assert [concept for concept, texts in glossary.items() if not all(text.strip() for text in texts)] == []


def test_rules_and_strengths_name_concepts_of_the_glossary() -> None:
    known = load_glossary("en").keys()
    assert load_rules().child_concepts <= known
    assert load_concept_strengths().keys() <= known
    assert subject_concepts() < known
