"""A new model from the texts of Rapporteur and the decisions of people, installed only where nothing got worse."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import WorkspaceError
from flows.settings import Settings
from flows.trained_models import REPORT, free_name, model_in_use, use_model
from flows.workspace import Workspace
from models.classifier import Classifier
from models.decided import Contradiction, Decided, decided_examples, followed
from models.evaluation.baselines import can_fit
from models.evaluation.cases import Cases, third_cases
from models.evaluation.comparison import Difference, compare
from models.evaluation.gates import load_gates
from models.evaluation.quality import passing_labels
from models.evaluation.verdicts import Verdicts, classify_cases
from models.linear import load_model
from models.scheme import Taxonomy, load_taxonomy
from models.succession import load_succession
from models.training_data import Example, read_examples
from models.trust import Trust, write_trust
from warehouse.connection import open_snapshot
from warehouse.decided_labels import decided_labels

STAGES = 4
"""Times that `progress` is called."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What became of a training."""

    name: str
    decisions: int
    passages: int
    contradictions: tuple[Contradiction, ...]
    differences: tuple[Difference, ...]

    @property
    def worse(self) -> tuple[Difference, ...]:
        """Give the facets and languages that got worse for sure."""
        return tuple(one for one in self.differences if one.is_worse)

    @property
    def is_installed(self) -> bool:
        """Tell whether the new model is in use from the next run on."""
        return not self.worse


def learn(
    workspace: Workspace,
    settings: Settings,
    progress: Callable[[], object] = lambda: None,
    examples: Sequence[Example] | None = None,
) -> Lesson:
    """Train with the decisions in the warehouse, compare with the model in use, and use the new one if it is no worse.

    Both models are judged on the test third of Rapporteur's own texts (or of `examples`), which neither learned from.
    Raises WorkspaceError where there is nothing to learn from, or what trains is not installed.
    """
    check_can_train()
    taxonomy, succession = load_taxonomy(settings.taxonomy), load_succession(settings.taxonomy)
    with open_snapshot(workspace.warehouse) as connection:
        decisions = decided_labels(connection)
    decided, contradictions = decided_examples(decisions, taxonomy, succession)
    if not decided:
        raise WorkspaceError(
            "Nobody has decided on labels yet, so there is nothing to learn. Begin with: rapporteur review labels"
        )
    progress()
    known = tuple(followed(one, succession) for one in (read_examples() if examples is None else examples))
    name = free_name(workspace, load_model().version)
    folder = _train([*(one for one in known if not one.is_test), *decided], name, workspace, taxonomy)
    progress()
    cases = third_cases(known, taxonomy)
    before = classify_cases(cases, Classifier.load(settings.taxonomy, model_in_use(workspace)), "before")
    progress()
    classifier = Classifier.load(settings.taxonomy, folder)
    after = classify_cases(cases, classifier, name)
    made = Lesson(name, len(_distinct(decisions)), len(decided), contradictions, compare(cases, before, after))
    progress()
    _keep(folder, made, cases, after, classifier.version)
    if made.is_installed:
        use_model(workspace, name)
    return made


def check_can_train() -> None:
    """Raise WorkspaceError, which says what to install, where nothing can be trained."""
    if not can_fit():
        raise WorkspaceError(
            "Training needs scikit-learn, which is not installed. Install it with: pip install 'rapporteur[train]'"
        )


def _train(examples: Sequence[Example], name: str, workspace: Workspace, taxonomy: Taxonomy) -> Path:
    from models.train import load_settings, train  # noqa: PLC0415 - it needs scikit-learn, which is optional

    folder = workspace.models / name
    unfinished = workspace.models / f".{name}"
    shutil.rmtree(unfinished, ignore_errors=True)
    workspace.models.mkdir(exist_ok=True)
    train(examples, replace(load_settings(), version=name), unfinished, taxonomy, tell=lambda _: None)
    unfinished.rename(folder)
    return folder


def _keep(folder: Path, made: Lesson, cases: Cases, after: Verdicts, version: str) -> None:
    report = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "decisions": made.decisions,
        "passages": made.passages,
        "contradictions": len(made.contradictions),
        "installed": made.is_installed,
        "differences": [asdict(one) for one in made.differences],
    }
    (folder / REPORT).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    # The report is one of the files that the fingerprint is made of, so what is trusted comes last.
    write_trust(Trust(version, passing_labels(cases, after, load_gates())), folder)


def _distinct(decisions: Sequence[Decided]) -> set[int]:
    return {one.number for one in decisions}
