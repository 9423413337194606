"""Training gives a model that can be loaded, and the same texts give the same bytes."""

from pathlib import Path

import numpy as np
import pytest

from models.labels import Facet
from models.linear import HEADER, WEIGHTS, load_model
from models.training_data import Kind, read_examples

pytest.importorskip("sklearn", reason="training needs scikit-learn, of the extra `dev`")

from models.fitting import best_threshold, fit_context, matrix
from models.train import load_settings, train


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    examples = [one for one in read_examples() if not one.is_test]
    some = [*examples[::60], *[one for one in examples if one.kind is Kind.DOCUMENTS][:30]]
    for name in ("first", "second"):
        train(some, load_settings(), tmp_path / name)
    for file in (HEADER, WEIGHTS):
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()
    model = load_model(tmp_path / "first")
    assert len(model.labels) == model.weights.shape[1]
    assert set(model.thresholds) == set(Facet)


def test_training_and_use_make_the_same_values_of_a_text() -> None:
    model = load_model()
    names = ["c:law", "p:law+pornography", "w:en:act", "never seen"]
    rows, values = model.vector(names)
    row = matrix([names], model.rows, load_settings()).toarray()[0]
    assert np.allclose(row[rows], values, atol=1e-3)
    assert np.count_nonzero(row) == len(rows)


def test_a_threshold_is_the_best_at_which_precision_is_high_enough() -> None:
    chances = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.1])
    right = np.array([True, True, False, True, False, False])
    assert best_threshold(chances, right, 0.0)[0] == pytest.approx(0.55, abs=0.06)
    assert best_threshold(chances, right, 0.9)[0] == pytest.approx(0.75, abs=0.06)
    assert best_threshold(chances, ~right, 1.0)[0] == 0.5


def test_surroundings_never_speak_against_a_label() -> None:
    chance = np.random.default_rng(5)
    around = np.concatenate([chance.normal(size=(200, 2, 5)), np.ones((200, 2, 1))], axis=-1).astype(np.float32)
    right = around[..., 0] - around[..., 2] > 0
    figures = fit_context(around, right)
    assert figures[0] > 0
    assert (figures[1:4] >= 0).all()
