"""What a way of labelling says of passages, as one table for all that is measured."""

from dataclasses import dataclass, replace

import numpy as np

from models.classifier import Classifier
from models.evaluation.cases import Cases, Flags
from models.labels import PassageText
from models.linear import Floats

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Labels that were given; rows and columns are those of the Cases."""

    name: str
    found: Flags
    """In force."""
    scores: Floats
    """0 where the label was not even suggested."""
    thresholds: Floats
    """Of each column."""


def classify_cases(cases: Cases, classifier: Classifier, name: str) -> Verdicts:
    """Label the passages, each document with its own context."""
    columns = {label: column for column, label in enumerate(cases.labels)}
    found = np.zeros((len(cases.counted), len(columns)), dtype=np.bool_)
    scores = np.zeros(found.shape, dtype=np.float32)
    thresholds = np.zeros(len(columns), dtype=np.float32)
    row = 0
    for document in cases.documents:
        passages = [PassageText("", one.text, one.language, one.heading_path) for one in document]
        for case, suggestions in zip(document, classifier.classify_passages(passages), strict=True):
            if not case.counted:
                continue
            for one in suggestions:
                column = columns[one.facet, one.concept]
                found[row, column] = one.in_force
                scores[row, column] = one.score
                thresholds[column] = one.threshold
            row += 1
    return Verdicts(name, found, scores, thresholds)


def with_languages(cases: Cases, classifier: Classifier) -> Cases:
    """Tell the language of passages that state none, each document by itself."""
    made = []
    for document in cases.documents:
        languages = classifier.languages([PassageText("", one.text, one.language) for one in document])
        made.append(tuple(replace(one, language=told) for one, told in zip(document, languages, strict=True)))
    return Cases(tuple(made), cases.labels)
