"""After calibration, of suggestions with 0.8 eight in ten are right; what would not get better stays as it is."""

import numpy as np
import pytest

from models.calibrating import UNCHANGED, calibrated, fit_calibration
from models.context import sigmoid
from models.evaluation.calibration import calibration
from models.linear import load_model

LANGUAGES = ("en", "fr")


def drawn(slopes: dict[str, float], texts: int) -> tuple[np.ndarray, np.ndarray, list[str], list[int]]:
    """Draw log-odds, and labels that are right as often as the log-odds times the slope of the language say."""
    chance = np.random.default_rng(11)
    languages = [language for language in slopes for _ in range(texts)]
    odds = chance.normal(size=(len(languages), 3)).astype(np.float32) * 2
    true = sigmoid(odds * np.array([[slopes[language]] for language in languages], dtype=np.float32))
    return odds, chance.random(odds.shape) < true, languages, [place % 5 for place in range(len(languages))]


def test_scores_become_honest_language_by_language() -> None:
    odds, right, languages, folds = drawn({"en": 0.4, "fr": 2.0}, 2000)
    everything = np.ones_like(right)
    lines = fit_calibration(odds, right, everything, languages, folds, strength=20.0)
    assert lines["en"][0] == pytest.approx(0.4, abs=0.05)
    assert lines["fr"][0] == pytest.approx(2.0, abs=0.2)
    before = calibration(sigmoid(odds), right, everything, 10).error
    after = calibration(calibrated(odds, languages, lines), right, everything, 10).error
    assert before is not None
    assert after is not None
    assert after < before / 3


def test_a_language_with_little_data_is_drawn_to_the_facet() -> None:
    odds, right, languages, folds = drawn({"en": 0.5, "fr": 0.5}, 1000)
    few = [place for place, language in enumerate(languages) if language == "en"] + [1001, 1002, 1003]
    counts = np.ones((len(few), 3), dtype=np.bool_)
    some = [languages[place] for place in few]
    lines = fit_calibration(odds[few], right[few], counts, some, [folds[place] for place in few], strength=20.0)
    assert lines["fr"][0] == pytest.approx(lines["en"][0], abs=0.2) or lines["fr"] == UNCHANGED


def test_what_is_honest_and_what_nothing_is_known_of_stays() -> None:
    odds, right, languages, folds = drawn({"en": 1.0}, 1000)
    lines = fit_calibration(odds, right, np.ones_like(right), languages, folds, strength=20.0)
    assert lines["en"][0] == pytest.approx(1.0, abs=0.08)
    nothing = fit_calibration(odds, right, np.zeros_like(right), languages, folds, strength=20.0)
    assert nothing["en"] == pytest.approx(UNCHANGED)
    assert (calibrated(odds, languages, {}) == sigmoid(odds)).all()


def test_the_model_keeps_its_lines_by_language_and_label() -> None:
    model = load_model()
    assert set(model.calibration) == {"ar", "en", "es", "fr", "ru", "zh"}
    assert all(one.shape == (len(model.labels), 2) and (one[:, 0] > 0).all() for one in model.calibration.values())
    assert (model.no_calibration == [1.0, 0.0]).all()
