"""Errors are told as a reader would want them: what was taken for what, and the hardest ones by language."""

import numpy as np

from models.evaluation.cases import Case, Cases
from models.evaluation.mistakes import confusions, mistakes
from models.evaluation.verdicts import Verdicts
from models.labels import Facet
from models.scheme import load_taxonomy

LABELS = tuple((one.facet, one.id) for one in load_taxonomy().concepts)


def cases(*given: tuple[str, ...]) -> Cases:
    made = [
        (Case(f"Passage {number}.", "en", frozenset((Facet.RISK, one) for one in some), frozenset(Facet)),)
        for number, some in enumerate(given)
    ]
    return Cases(tuple(made), LABELS)


def verdicts(*given: dict[str, float], name: str = "model") -> Verdicts:
    scores = np.array([[some.get(one, 0.0) for _, one in LABELS] for some in given], dtype=np.float32)
    return Verdicts(name, scores >= 0.5, scores, np.full(len(LABELS), 0.5, dtype=np.float32))


def test_a_missed_label_is_confused_with_what_was_given_wrongly() -> None:
    asked = cases(("grooming",), ("grooming",), ("grooming", "csam"))
    made = confusions(asked, verdicts({"csam": 0.9}, {"hate_speech": 0.8}, {"csam": 0.9}), load_taxonomy(), 5)
    assert [(one.wanted, one.found, one.siblings, one.passages, one.support) for one in made] == [
        ("grooming", "csam", True, 1, 3),
        ("grooming", "hate_speech", False, 1, 3),
    ]


def test_the_surest_wrong_label_and_the_miss_that_others_found_come_first() -> None:
    asked = cases(("grooming",), ("csam",), (), ())
    model = verdicts({}, {}, {"csam": 0.7}, {"csam": 0.9, "grooming": 0.8})
    rules = verdicts({}, {"csam": 1.0}, {}, {}, name="rules")
    made = mistakes(asked, model, [rules], most=1)
    assert [(one.text, one.concept, one.missed) for one in made] == [
        ("Passage 3.", "csam", False),
        ("Passage 1.", "csam", True),
    ]
    assert (made[0].wanted, made[0].found) == ((), ("csam", "grooming"))
