"""The reliability curve tells how often suggestions of a score are right."""

import numpy as np
import pytest

from models.evaluation.calibration import calibration


def test_suggestions_are_put_into_steps_by_their_scores() -> None:
    scores = np.array([[0.82, 0.88, 0.31, 1.0, 0.0]], dtype=np.float32)
    right = np.array([[True, False, False, True, True]])
    made = calibration(scores, right, np.ones_like(right), steps=10)
    assert [(one.suggestions, one.right) for one in made.steps] == [(1, 0.0), (2, 0.5), (1, 1.0)]
    assert made.steps[1].score == pytest.approx(0.85)
    assert made.error == pytest.approx((0.31 + 2 * 0.35 + 0.0) / 4)


def test_what_was_not_suggested_or_not_told_has_no_part() -> None:
    scores = np.array([[0.9, 0.9]], dtype=np.float32)
    right = np.array([[True, False]])
    made = calibration(scores, right, np.array([[True, False]]), steps=10)
    assert [(one.suggestions, one.right) for one in made.steps] == [(1, 1.0)]
    nothing = calibration(scores * 0, right, right, steps=10)
    assert (nothing.steps, nothing.error) == ((), None)
