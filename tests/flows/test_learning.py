"""A workspace learns from its people's decisions, keeps every model, and uses a new one only if nothing got worse."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="training needs scikit-learn, of the extra `train`")

from extractors.document import Document, Header, MediaType
from flows.cli.doctor import examine
from flows.cli.models import print_models, print_use
from flows.errors import WorkspaceError
from flows.learning import Lesson, learn
from flows.settings import Settings
from flows.trained_models import REPORT, SHIPPED, free_name, model_in_use, trained_models, use_model
from flows.workspace import Workspace, create_workspace
from models.classifier import Classifier
from models.errors import ClassificationError
from models.labels import Facet
from models.linear import WEIGHTS, load_model
from models.training_data import Example, Kind, read_examples
from models.trust import load_trust
from tests.warehouse.made import entry, passages
from warehouse.anchoring import Anchor
from warehouse.connection import open_warehouse
from warehouse.decided_labels import decided_labels
from warehouse.label_decisions import LabelDecision, decide_labels
from warehouse.label_places import Verdict
from warehouse.load import load_batch

TEXT = "The zorbling of pupils on the new platforms has to end, says the ministry."
LABEL = (Facet.RISK, "anonymity_encryption")


@pytest.fixture(scope="module")
def examples() -> Sequence[Example]:
    return [one for one in read_examples() if one.kind is Kind.PASSAGES and one.language == "en"][::10]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = create_workspace(tmp_path_factory.mktemp("workspace"))
    sha256 = "a" * 64
    document = Document(sha256, MediaType.PDF, "en", 1, Header(), passages(sha256, (TEXT,)), ())
    with open_warehouse(made.warehouse) as connection:
        load_batch(connection, [entry(document)])
    return made


@pytest.fixture(scope="module")
def lesson(workspace: Workspace, examples: Sequence[Example]) -> Lesson:
    with pytest.raises(WorkspaceError, match="rapporteur review labels"):
        learn(workspace, Settings(), examples=examples)
    decide(workspace)
    return learn(workspace, Settings(), examples=examples)


def decide(workspace: Workspace) -> None:
    with open_warehouse(workspace.warehouse) as connection:
        anchor = Anchor("aaaaaaaa-1", 1, TEXT, "", "", (), 1, 1)
        decision = LabelDecision(
            "a" * 64, *LABEL, "Anonymity", "2026.1", Verdict.ADD, anchor, "en", None, "Ann", "It says so."
        )
        decide_labels(connection, [decision])
        (one,) = decided_labels(connection)
    assert (one.text, one.label, one.holds, one.by) == (TEXT, LABEL, True, "Ann")


def test_a_model_that_is_worse_is_kept_and_not_used(workspace: Workspace, lesson: Lesson) -> None:
    assert lesson.worse
    assert not lesson.is_installed
    assert model_in_use(workspace) is None
    assert [one.name for one in trained_models(workspace)] == [SHIPPED, lesson.name]
    report = json.loads((workspace.models / lesson.name / REPORT).read_text(encoding="utf-8"))
    assert report["installed"] is False
    assert report["decisions"] == report["passages"] == 1


def test_a_model_that_is_not_worse_is_used_and_the_one_before_stays(
    workspace: Workspace, lesson: Lesson, examples: Sequence[Example], capsys: pytest.CaptureFixture[str]
) -> None:
    use_model(workspace, lesson.name)
    second = learn(workspace, Settings(), examples=examples)
    assert second.is_installed
    assert second.name != lesson.name
    folder = model_in_use(workspace)
    assert folder == workspace.models / second.name
    assert (workspace.models / lesson.name / WEIGHTS).is_file()
    classifier = Classifier.load(None, folder)
    assert classifier.version == f"rules-2026.1+{second.name}"
    assert load_trust(folder).model == classifier.version
    assert print_models(workspace.root, as_json=True) == 0
    assert [one["in_use"] for one in json.loads(capsys.readouterr().out)] == [False, False, True]
    assert print_use(workspace.root, SHIPPED) == 0
    assert model_in_use(workspace) is None


def test_what_people_decided_is_learned(lesson: Lesson, workspace: Workspace) -> None:
    model = load_model(workspace.models / lesson.name)
    assert model.weights[model.rows["w:en:zorbl"], model.labels.index(LABEL)] > 0
    assert "w:en:zorbl" not in load_model().rows


def test_a_model_that_cannot_be_used_is_not_chosen(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path)
    with pytest.raises(WorkspaceError, match="There are: rapporteur"):
        use_model(workspace, "none")
    broken = workspace.models / "linear-3-d1"
    broken.mkdir(parents=True)
    (broken / REPORT).write_text("{}", encoding="utf-8")
    assert free_name(workspace, "linear-3") == "linear-3-d2"
    with pytest.raises(ClassificationError, match="rapporteur models use rapporteur"):
        use_model(workspace, "linear-3-d1")
    assert model_in_use(workspace) is None
    (workspace.models / "in-use").write_text("gone", encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"'gone'.* is missing"):
        model_in_use(workspace)
    findings = {one.subject: one for one in examine(tmp_path, Settings())}
    assert "rapporteur models use rapporteur" in (findings["Trust gate"].remedy or "")
