"""One classifier for all tests: building six pipelines takes seconds."""

from collections.abc import Callable

import pytest

from models.classifier import Classifier
from models.labels import Facet, PassageText

Found = dict[Facet, set[str]]
Ask = Callable[..., Found]


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    return Classifier.load()


@pytest.fixture(scope="session")
def ask(classifier: Classifier) -> Ask:
    """Give a function that labels one passage and tells the concepts in force by facet."""

    def labels(text: str, language: str | None = "en", heading: tuple[str, ...] = ()) -> Found:
        (suggestions,) = classifier.classify_passages([PassageText("1", text, language, heading)])
        return {facet: {one.concept for one in suggestions if one.facet is facet and one.in_force} for facet in Facet}

    return labels
