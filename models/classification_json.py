"""Passages in and labels out as JSON lines: the form that docs/formats.md promises."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from models.classifier import Classifier
from models.errors import ClassificationError
from models.labels import Facet, PassageText, Suggestion

_LISTS = (("frameworks", Facet.FRAMEWORK), ("risks", Facet.RISK), ("levels", Facet.LEVEL))
_WINDOW = 500
"""Passages of one document that are each other's context; bounds the memory however long a document is."""


def to_json(passage: PassageText, suggestions: Sequence[Suggestion]) -> dict[str, Any]:
    """Give the labels in force of one passage, strongest first."""
    made: dict[str, Any] = {"id": passage.id, "language": passage.language}
    for name, facet in _LISTS:
        made[name] = _labels(suggestions, facet)
    purpose = next((one for one in suggestions if one.facet is Facet.PURPOSE), None)
    made["purpose"] = {"id": purpose.concept, "score": purpose.score} if purpose else {"id": "other", "score": 0.0}
    made["stakeholders"] = _labels(suggestions, Facet.STAKEHOLDER)
    return made


def classify_lines(lines: Iterable[str], classifier: Classifier) -> Iterator[dict[str, Any]]:
    """Label passages that come as JSON lines, in the same order and as soon as their document ends.

    Raises ClassificationError with the number of a line that is no object with `id` and `text`.
    """
    for document in _documents(lines):
        languages = classifier.languages(document)
        told = [replace(passage, language=language) for passage, language in zip(document, languages, strict=True)]
        for passage, suggestions in zip(told, classifier.classify_passages(told), strict=True):
            yield to_json(passage, suggestions)


def _documents(lines: Iterable[str]) -> Iterator[list[PassageText]]:
    """Group lines in sequence with the same `document`; a line without one stands alone."""
    window: list[PassageText] = []
    current: object = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        passage, document = _read(line, number)
        if window and (document is None or document != current or len(window) >= _WINDOW):
            yield window
            window = []
        window.append(passage)
        current = document
    if window:
        yield window


def _read(line: str, number: int) -> tuple[PassageText, object]:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise ClassificationError(
            f"Line {number} is not JSON ({error}). Each line has to be one JSON object."
        ) from error
    if not isinstance(entry, dict) or "id" not in entry or not isinstance(entry.get("text"), str):
        raise ClassificationError(f"Line {number} has to be a JSON object with `id` and `text`.")
    language, heading = entry.get("language"), entry.get("heading_path") or ()
    if not isinstance(language, str | None) or not isinstance(heading, list | tuple):
        raise ClassificationError(f"Line {number}: `language` has to be a text and `heading_path` a list of texts.")
    return PassageText(entry["id"], entry["text"], language, tuple(map(str, heading))), entry.get("document")


def _labels(suggestions: Sequence[Suggestion], facet: Facet) -> list[dict[str, Any]]:
    return [
        {"id": one.concept, "score": one.score, "evidence": [[span.start, span.end] for span in one.evidence]}
        for one in suggestions
        if one.facet is facet and one.in_force
    ]
