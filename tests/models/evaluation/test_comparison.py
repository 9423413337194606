"""A model is worse only where that is no chance."""

import numpy as np

from models.evaluation.cases import Case, Cases
from models.evaluation.comparison import compare
from models.evaluation.intervals import ALL
from models.evaluation.verdicts import Verdicts
from models.labels import Facet

LABELS = ((Facet.FRAMEWORK, "legal"), (Facet.RISK, "csam"))
FACETS = frozenset({Facet.FRAMEWORK, Facet.RISK})


def cases(number: int) -> Cases:
    some = [Case(str(place), ("en", "fr")[place % 2], frozenset(LABELS), FACETS) for place in range(number)]
    return Cases(tuple((one,) for one in some), LABELS)


def verdicts(found: np.ndarray) -> Verdicts:
    return Verdicts("a", found, found.astype(np.float32), np.ones(2, dtype=np.float32))


def test_equal_models_are_neither_worse_nor_better() -> None:
    all_found = verdicts(np.ones((60, 2), dtype=np.bool_))
    made = compare(cases(60), all_found, all_found)
    assert {(one.facet, one.language) for one in made} == {
        (facet, language) for facet in FACETS for language in (ALL, "en", "fr")
    }
    assert not any(one.is_worse or one.is_better for one in made)


def test_a_language_that_got_worse_is_found_and_one_miss_is_chance() -> None:
    before = np.ones((200, 2), dtype=np.bool_)
    after = before.copy()
    after[:100:2, 1] = False  # risk, English only
    after[1, 0] = False  # one framework in French
    made = {(one.facet, one.language): one for one in compare(cases(200), verdicts(before), verdicts(after))}
    assert [key for key, one in made.items() if one.is_worse] == [(Facet.RISK, ALL), (Facet.RISK, "en")]
    assert made[Facet.FRAMEWORK, "fr"].change.value < 0
    back = compare(cases(200), verdicts(after), verdicts(before))
    assert {(one.facet, one.language) for one in back if one.is_better} == {(Facet.RISK, ALL), (Facet.RISK, "en")}
