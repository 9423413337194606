"""Intervals hold their value, few cases never look sure, and the same seed gives the same figures."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.intervals import ALL, Estimate, Sample, differences, draw, measures, wilson

Flags = npt.NDArray[np.bool_]
ROUNDS, LEVEL = 200, 0.95


def sample(wanted: Flags, clusters: list[int] | None = None, languages: list[str] | None = None) -> Sample:
    numbers = np.array(clusters or range(len(wanted)), dtype=np.intp)
    draws = draw(numbers, languages or ["en"] * len(wanted), 1306, ROUNDS, LEVEL)
    return Sample(wanted, np.ones_like(wanted), numbers, draws, np.eye(wanted.shape[1]))


flags = st.integers(1, 25).flatmap(
    lambda rows: st.tuples(
        st.lists(st.booleans(), min_size=rows, max_size=rows),
        st.lists(st.booleans(), min_size=rows, max_size=rows),
        st.lists(st.sampled_from(["en", "fr", "und"]), min_size=rows, max_size=rows),
    )
)


@given(flags)
def test_every_interval_holds_its_value_and_lies_between_0_and_1(
    drawn: tuple[list[bool], list[bool], list[str]],
) -> None:
    found, wanted = (np.array(some)[:, None] for some in drawn[:2])
    measured = measures(found, sample(wanted, languages=drawn[2]))
    assert set(measured) == {ALL, *drawn[2]}
    for (one,) in measured.values():
        for estimate in (one.precision, one.recall, one.f1):
            if estimate:
                assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1
    (every,) = measured[ALL]
    assert every.right == int((found & wanted).sum())
    assert (every.precision is None) == (not found.any())
    assert (every.recall is None) == (not wanted.any())


@given(st.integers(0, 50), st.integers(1, 50))
def test_wilsons_interval_holds_the_share_and_narrows_with_cases(right: int, more: int) -> None:
    cases = right + more
    low, high = wilson(right, cases, LEVEL)
    wide_low, wide_high = wilson(right, cases, 0.99)
    assert 0 <= low <= right / cases <= high <= 1
    assert wide_low <= low + 1e-12
    assert wide_high >= high - 1e-12
    many_low, many_high = wilson(10 * right, 10 * cases, LEVEL)
    assert many_high - many_low < high - low


def test_without_cases_nothing_is_known() -> None:
    assert wilson(0, 0, LEVEL) == (0.0, 1.0)


def test_wilsons_interval_is_that_of_the_books() -> None:
    assert wilson(81, 263, 0.95) == pytest.approx(
        (0.2553, 0.3662), abs=1e-4
    )  # Newcombe, Statistics in Medicine 17, 1998


def test_three_right_ones_out_of_three_are_not_sure() -> None:
    right = np.ones((3, 1), dtype=np.bool_)
    (one,) = measures(right, sample(right))[ALL]
    assert one.f1 is not None
    assert (one.f1.value, one.f1.high) == (1.0, 1.0)
    assert one.f1.low < 0.7


def test_passages_of_one_document_prove_less_than_lone_ones() -> None:
    wanted = np.ones((60, 1), dtype=np.bool_)
    found = np.repeat(np.arange(6) % 2 == 0, 10)[:, None]  # a document is either understood or not
    lone, together = (
        measures(found, sample(wanted, clusters))[ALL][0].recall
        for clusters in (None, [row // 10 for row in range(60)])
    )
    assert lone
    assert together
    assert together.high - together.low > 1.5 * (lone.high - lone.low)


def test_what_was_not_told_does_not_count() -> None:
    wanted = np.array([[True], [False]])
    whole = sample(wanted)
    part = Sample(wanted, np.array([[True], [False]]), whole.clusters, whole.draws, whole.groups)
    (one,) = measures(np.array([[True], [True]]), part)[ALL]
    assert (one.right, one.found, one.support) == (1, 1, 1)


def test_labels_are_measured_together_as_their_groups_say() -> None:
    wanted, found = np.array([[True, False], [True, True]]), np.array([[True, True], [False, True]])
    apart = sample(wanted)
    both = Sample(wanted, apart.told, apart.clusters, apart.draws, np.array([[1.0], [1.0]]))
    (one,) = measures(found, both)[ALL]
    assert (one.right, one.found, one.support) == (2, 3, 3)


def test_a_difference_is_sure_where_one_is_always_better() -> None:
    wanted = np.ones((40, 2), dtype=np.bool_)
    half = np.arange(40)[:, None] % 2 == 0
    worse = np.concatenate([half, np.zeros((40, 1), dtype=np.bool_)], axis=1)
    known, unknown = differences(wanted, worse, sample(wanted))
    assert known is not None
    assert known.value == pytest.approx(1 / 3)
    assert 0 < known.low < known.value < known.high
    assert unknown == Estimate(1.0, 1.0, 1.0)
    nothing = np.zeros((3, 1), dtype=np.bool_)
    assert differences(nothing, nothing, sample(nothing)) == (None,)


def test_the_same_seed_gives_the_same_figures() -> None:
    wanted = np.random.default_rng(1).random((50, 3)) < 0.4
    found = np.random.default_rng(2).random((50, 3)) < 0.4
    assert measures(found, sample(wanted)) == measures(found, sample(wanted))
