"""Texts keep their part whatever file they stand in, and phrases tell frameworks and risks only."""

from collections import Counter

from models.labels import Facet
from models.training_data import FOLDS, Example, Kind, read_examples


def test_about_a_third_is_kept_for_the_test_and_the_folds_are_about_equal() -> None:
    examples = list(read_examples())
    passages = [one for one in examples if one.kind is not Kind.PHRASES]
    assert 0.3 < sum(one.is_test for one in passages) / len(passages) < 0.37
    assert not any(one.is_test for one in examples if one.kind is Kind.PHRASES)
    folds = Counter(one.fold for one in examples)
    assert set(folds) == set(range(FOLDS))
    assert max(folds.values()) < 1.3 * min(folds.values())


def test_a_document_stays_in_one_fold_and_in_one_part() -> None:
    folds: dict[str, set[tuple[int, bool]]] = {}
    for one in read_examples():
        if one.document:
            folds.setdefault(one.document, set()).add((one.fold, one.is_test))
    assert folds
    assert all(len(some) == 1 for some in folds.values())


def test_phrases_tell_frameworks_and_risks_only() -> None:
    phrase = Example("a", "en", Kind.PHRASES, frozenset(), None, None)
    assert [facet for facet in Facet if phrase.tells(facet)] == [Facet.FRAMEWORK, Facet.RISK]
