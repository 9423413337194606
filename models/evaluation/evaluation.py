"""The whole evaluation: passages, the model, the baselines, the figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.classifier import Classifier
from models.evaluation.baselines import can_fit, majority, tfidf
from models.evaluation.cases import read_cases, third_cases
from models.evaluation.gates import load_gates
from models.evaluation.quality import Assessment, Json, assess, load_settings
from models.evaluation.verdicts import classify_cases, with_languages
from models.scheme import load_taxonomy
from models.training_data import Example, read_examples
from models.trust import Trust, fingerprint, load_trust

STAGES = 6
"""Times that `progress` is called."""
MODEL, UNCALIBRATED, RULES = "model", "uncalibrated", "rules"
THIRD = "the test third of models/training"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures as JSON, and what may be trusted by them."""

    figures: Json
    trust: Trust


def evaluate(
    file: Path | None = None,
    examples: Sequence[Example] | None = None,
    classifiers: tuple[Classifier, Classifier] | None = None,
    progress: Callable[[], object] = lambda: None,
) -> Evaluation:
    """Evaluate on the test third, or on labelled passages in a file of the user's own.

    Of another collection of `examples`, their test third is judged and the rest is what the baselines learn from.
    `classifiers` are the one to be judged and the one of the rules alone, where they are loaded already.
    Raises ClassificationError for a file that cannot be used.
    """
    taxonomy = load_taxonomy()
    known = tuple(examples if examples is not None else read_examples())
    classifier, rules = classifiers or (Classifier(taxonomy), Classifier(taxonomy, rules_only=True))
    cases = with_languages(read_cases(file, taxonomy), classifier) if file else third_cases(known, taxonomy)
    progress()
    model = classify_cases(cases, classifier, MODEL)
    progress()
    uncalibrated = classify_cases(cases, classifier.without_calibration(), UNCALIBRATED)
    progress()
    baselines = [classify_cases(cases, rules, RULES)]
    progress()
    learning = [one for one in known if not one.is_test]
    if can_fit():
        baselines.append(tfidf(cases, learning, load_settings()["tfidf"]))
    baselines.append(majority(cases, learning))
    progress()
    trusted = load_trust().labels if file else None
    made = assess(cases, model, baselines, taxonomy, load_gates(), trusted=trusted, uncalibrated=uncalibrated)
    progress()
    return Evaluation(_figures(made, classifier, file), Trust(classifier.version, made.passed))


def _figures(made: Assessment, classifier: Classifier, file: Path | None) -> Json:
    data: dict[str, Any] = {"source": file.name if file else THIRD, "invented": file is None, **made.figures["data"]}
    head = {"version": classifier.version, "fingerprint": fingerprint(), "taxonomy": classifier.taxonomy.version}
    return {"model": head, **made.figures, "data": data}
