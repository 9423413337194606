"""The trained model says what earned a label, and its files are checked before they are used."""

import shutil
from pathlib import Path

import numpy as np
import pytest

import models
from models.classifier import Classifier
from models.context import judge, sigmoid
from models.errors import ClassificationError
from models.labels import Facet, PassageText, Suggestion
from models.linear import HEADER, WEIGHTS, load_model
from models.pipeline import build_pipeline
from models.scheme import load_taxonomy
from models.trained_member import OPINION
from models.training_data import Kind, read_examples
from tests.models.conftest import Ask

TRAINED = Path(models.__file__).parent / "trained"


def test_a_theme_is_found_where_none_of_its_terms_stands(ask: Ask) -> None:
    text = "A stranger asked my daughter for naked pictures and said he would send them to her friends unless she paid."
    assert "sextortion" in ask(text)[Facet.RISK]


def test_removing_the_evidence_lowers_the_score(classifier: Classifier) -> None:
    lower = total = 0
    examples = [one for one in read_examples() if one.kind is Kind.PASSAGES and not one.is_test and one.fold == 0]
    for example in examples[::12]:
        for one in _suggestions(classifier, example.text, example.language):
            if not one.in_force or one.facet is Facet.PURPOSE:
                continue
            assert one.evidence
            rest = example.text
            for span in reversed(one.evidence):
                rest = rest[: span.start] + rest[span.end :]
            after = [
                other.score
                for other in _suggestions(classifier, rest, example.language)
                if (other.facet, other.concept) == (one.facet, one.concept)
            ]
            total += 1
            lower += not after or after[0] < one.score
    assert total > 100
    assert lower / total >= 0.9


def test_evidence_of_the_model_is_three_spans_at_most(classifier: Classifier) -> None:
    nlp = build_pipeline("fr", load_taxonomy())
    examples = [one for one in read_examples() if one.kind is Kind.PASSAGES and one.language == "fr"]
    for example in examples[::60]:
        opinion = nlp(example.text).user_data[OPINION]
        for label in range(len(load_model().labels)):
            spans = opinion.evidence(label)
            assert len(spans) <= 3
            assert all(example.text[span.start : span.end].strip() for span in spans)


def test_a_heading_and_the_other_passages_speak_for_a_theme_too() -> None:
    nlp = build_pipeline("en", load_taxonomy())
    silent, telling = (((0, nlp(text).user_data[OPINION]),) for text in ("He paid three times.", "Sextortion of boys"))
    risk = load_model().labels.index((Facet.RISK, "sextortion"))
    alone = judge([silent], [()])[0].chances[risk]
    assert judge([silent], [telling])[0].chances[risk] > alone
    neighbours = judge([telling, silent, telling], [(), (), ()])
    unrelated = judge([silent, silent, silent], [(), (), ()])
    assert neighbours[1].chances[risk] > unrelated[1].chances[risk]
    assert judge([], []) == ()


def test_a_probability_stays_between_0_and_1() -> None:
    made = sigmoid(np.array([-1e9, 0.0, 1e9], dtype=np.float32))
    assert made[0] >= 0
    assert made[1] == 0.5
    assert made[2] <= 1


@pytest.mark.parametrize("name", [HEADER, WEIGHTS])
@pytest.mark.parametrize("content", [None, b"", b"\x00\x01 nonsense"])
def test_a_missing_or_damaged_file_is_named_with_the_command_that_restores_it(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    folder = tmp_path / "trained"
    shutil.copytree(TRAINED, folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ClassificationError, match=r"python -m models\.train") as caught:
        load_model(folder)
    assert str(folder / name) in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [('form = "', 'form = "0'), ("[context.risk]", "[context.risks]"), ('"csam", ', ""), ("own", "own_")],
)
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str) -> None:
    folder = tmp_path / "trained"
    shutil.copytree(TRAINED, folder)
    text = (folder / HEADER).read_text(encoding="utf-8")
    assert old in text
    (folder / HEADER).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ClassificationError):
        load_model(folder)


def test_the_rules_can_speak_alone() -> None:
    alone = Classifier(load_taxonomy(), rules_only=True)
    assert alone.version == "rules-2026.1"
    (some,) = alone.classify_passages([PassageText("1", "Cyberbullying of pupils is rising.", "en")])
    assert [one.concept for one in some if one.facet is Facet.RISK] == ["cyberbullying"]
    (none,) = alone.classify_passages([PassageText("1", "The meeting thanks the chair.", "en")])
    assert [one.concept for one in none] == ["other"]
    (policy,) = alone.classify_passages(
        [PassageText("1", "The ministry of our country proposes guidelines and a law against grooming.", "en")]
    )
    assert {one.facet for one in policy} >= {Facet.FRAMEWORK, Facet.RISK, Facet.LEVEL, Facet.PURPOSE}


def _suggestions(classifier: Classifier, text: str, language: str) -> tuple[Suggestion, ...]:
    return classifier.classify_passages([PassageText("1", text, language)])[0]
