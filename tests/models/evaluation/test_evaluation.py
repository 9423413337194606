"""An evaluation of a slice of the data: all figures are there, and the same seed gives the same bytes."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from models.classifier import Classifier
from models.errors import ClassificationError
from models.evaluation import evaluation as whole
from models.evaluation.evaluation import STAGES, Evaluation, evaluate
from models.evaluation.files import Places, write_evaluation
from models.labels import Facet
from models.scheme import LANGUAGES
from models.training_data import Example, Kind, read_examples
from models.trust import Trust
from tests.models.evaluation.made import write


@pytest.fixture(scope="module")
def some() -> Sequence[Example]:
    examples = list(read_examples())
    pages = [one for one in examples if one.kind is Kind.DOCUMENTS]
    tested = [one for one in pages if one.is_test]
    return [*[one for one in examples if one.kind is not Kind.DOCUMENTS][::25], *pages[:20], *tested[:20]]


@pytest.fixture(scope="module")
def both(classifier: Classifier) -> tuple[Classifier, Classifier]:
    return classifier, Classifier(classifier.taxonomy, rules_only=True)


@pytest.fixture(scope="module")
def made(some: Sequence[Example], both: tuple[Classifier, Classifier]) -> Evaluation:
    stages: list[int] = []
    done = evaluate(examples=some, classifiers=both, progress=lambda: stages.append(1))
    assert len(stages) == STAGES
    return done


def test_each_facet_is_measured_against_three_baselines(made: Evaluation) -> None:
    assert set(made.figures["facets"]) == {facet.value for facet in Facet}
    for facet, members in made.figures["facets"].items():
        assert list(members) == ["model", "rules", "tfidf", "majority"]
        assert members["model"]["all"]["support"] > 10, facet
        assert set(members["model"]) == {"all", *LANGUAGES}
    ahead = made.figures["ahead"]["majority"]["risk"]
    assert ahead[0] > 0.2
    assert ahead[1] <= ahead[0] <= ahead[2]


def test_purposes_are_given_to_each_passage_once(made: Evaluation) -> None:
    for member in ("model", "tfidf", "majority"):
        measured = made.figures["facets"]["purpose"][member]["all"]
        assert measured["found"] == measured["support"] == made.figures["data"]["passages"]


def test_passages_alone_and_of_documents_are_all_passages(made: Evaluation) -> None:
    kinds = made.figures["kinds"].values()
    assert sum(one["passages"] for one in kinds) == made.figures["data"]["passages"]
    for facet, members in made.figures["facets"].items():
        assert sum(one["facets"][facet]["support"] for one in kinds) == members["model"]["all"]["support"]
    assert all(one["passages"] > 5 for one in kinds)


def test_what_waits_is_what_does_not_pass(made: Evaluation) -> None:
    review = made.figures["review"]["all"]
    for facet, one in review["facets"].items():
        assert 0 <= one["trusted"] <= one["labels"] == made.figures["facets"][facet]["model"]["all"]["found"]
    assert review["to_review"] <= review["with_subject"] <= review["passages"]
    passed = {(one.language, one.facet.value, one.concept) for one in made.trust.labels}
    trusted = made.figures["trusted"]
    assert passed == {(code, facet, one) for code in trusted for facet in trusted[code] for one in trusted[code][facet]}


def test_the_same_seed_gives_the_same_bytes(
    made: Evaluation, some: Sequence[Example], both: tuple[Classifier, Classifier], tmp_path: Path
) -> None:
    again = evaluate(examples=some, classifiers=both)
    for name, one in (("first", made), ("second", again)):
        write_evaluation(one, Places(tmp_path / name, tmp_path / name / "card.md"))
    files = sorted(path.relative_to(tmp_path / "first") for path in (tmp_path / "first").rglob("*.*"))
    assert [str(one) for one in files] == ["card.md", "pictures/reliability.svg", "quality.json", "quality.md"]
    for file in files:
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes(), file
    assert json.loads((tmp_path / "first/quality.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(made.figures)
    )


def test_the_page_says_that_the_texts_are_invented_and_every_table_is_whole(made: Evaluation, tmp_path: Path) -> None:
    write_evaluation(made, Places(tmp_path, tmp_path / "card.md"))
    page = (tmp_path / "quality.md").read_text(encoding="utf-8")
    assert "invented" in page.split("## The hardest errors")[1].split("###")[0]
    assert "$" not in re.sub(r"> .*", "", page)
    for lines in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines.splitlines()}) == 1, lines


def test_a_file_of_ones_own_tells_only_what_was_looked_at(
    tmp_path: Path, both: tuple[Classifier, Classifier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "can_fit", lambda: False)
    lines = [
        {"text": "The ministry adopted a law against the grooming of children online.", "risks": ["grooming"]},
        {"text": "Das Ministerium hat ein Gesetz gegen Grooming beschlossen.", "language": "de", "risks": ["grooming"]},
        {"text": "Lunch is at noon.", "language": "en", "risks": []},
    ]
    made = evaluate(write(tmp_path, "own.jsonl", *lines), classifiers=both)
    members = made.figures["facets"]["risk"]
    assert list(members) == ["model", "rules", "majority"]
    assert members["model"]["en"]["right"] == 1
    assert members["model"]["de"]["found"] == 0
    assert made.figures["facets"]["framework"]["model"]["all"]["f1"] is None
    assert made.figures["data"]["source"] == "own.jsonl"
    write_evaluation(made, Places(tmp_path, tmp_path / "card.md"))
    assert "invented" not in (tmp_path / "quality.md").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_an_error_in_words(made: Evaluation, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    nobody = replace(made, trust=Trust("", frozenset()))
    with pytest.raises(ClassificationError, match="--into"):
        write_evaluation(nobody, Places(tmp_path / "taken", tmp_path / "card.md"))
