"""What two documents have to do with each other: each rule on hand-made pairs."""

from datetime import date

import pytest

from extractors.document import Source
from tests.warehouse.families.made import FRANCE, KENYA, Made
from warehouse.families.evidence import Pair, PairKind, judge

PLAN = Made("plan")


def verdict(first: Made, second: Made) -> list[PairKind]:
    return [pair.kind for pair in judge(first.identity(), second.identity())]


def test_a_lightly_edited_text_of_one_member_is_nearly_the_same() -> None:
    assert verdict(PLAN, PLAN.but("edited", changed=[5])) == [PairKind.NEAR_DUPLICATE]


def test_the_order_of_the_two_does_not_matter() -> None:
    edited = PLAN.but("edited", changed=[5, 6])
    assert list(judge(PLAN.identity(), edited.identity())) == list(judge(edited.identity(), PLAN.identity()))


def test_another_text_of_the_same_member_has_nothing_to_do_with_it() -> None:
    assert verdict(PLAN, PLAN.but("other", text="survey")) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"sources": (FRANCE,)}, PairKind.SIMILAR),
        ({"met": date(2027, 1, 13)}, PairKind.SIMILAR),
        ({"sources": (KENYA, FRANCE)}, PairKind.DOUBTFUL_DUPLICATE),
        ({"sources": ()}, PairKind.DOUBTFUL_DUPLICATE),
        ({"sources": (Source("Ministry of Health, Nairobi", "KEN"),)}, PairKind.DOUBTFUL_DUPLICATE),
        ({"dated": date(2024, 1, 1)}, PairKind.DOUBTFUL_DUPLICATE),
        ({"changed": range(1, 7)}, PairKind.DOUBTFUL_DUPLICATE),
        ({"changed": range(1, 9)}, PairKind.SIMILAR),
        ({"dated": date(2026, 1, 7)}, PairKind.NEAR_DUPLICATE),
        ({"dated": None, "met": None}, PairKind.NEAR_DUPLICATE),
        ({"sources": (Source("Kenya", "KEN"),)}, PairKind.NEAR_DUPLICATE),
    ],
)
def test_the_same_words_are_one_document_only_where_nothing_speaks_against_it(
    change: dict[str, object], kind: PairKind
) -> None:
    assert verdict(PLAN, PLAN.but("same", **change)) == [kind]


def test_texts_with_symbols_of_their_own_are_never_one() -> None:
    first = PLAN.but("a", symbol="CWG-COP-20/4-E")
    assert verdict(first, PLAN.but("b", symbol="CWG-COP-21/9-E")) == [PairKind.SIMILAR]


def test_texts_that_name_no_source_are_one_only_where_they_are_all_but_identical() -> None:
    nameless = PLAN.but("nameless", sources=())
    assert verdict(nameless, PLAN.but("same", sources=())) == [PairKind.NEAR_DUPLICATE]
    assert verdict(nameless, PLAN.but("edited", sources=(), changed=[3, 4])) == [PairKind.DOUBTFUL_DUPLICATE]


def test_a_form_filled_in_with_other_numbers_is_doubted() -> None:
    filled = PLAN.but("again", numbers="other")
    assert verdict(PLAN, filled) == [PairKind.DOUBTFUL_DUPLICATE]


def test_a_translation_is_told_by_numbers_and_build() -> None:
    found = list(judge(PLAN.identity(), PLAN.but("fr", language="fr").identity()))
    assert [pair.kind for pair in found] == [PairKind.TRANSLATION]
    assert found[0].similarity > 0.9


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({}, [PairKind.TRANSLATION]),
        ({"changed": [3]}, [PairKind.TRANSLATION]),
        ({"sources": (FRANCE,)}, []),
        ({"met": date(2027, 1, 13)}, []),
        ({"symbol": "CWG-COP-20/9-F"}, []),
        ({"dated": date(2026, 1, 7)}, [PairKind.TRANSLATION]),
        ({"dated": date(2026, 1, 7), "changed": [1, 2, 3]}, [PairKind.DOUBTFUL_TRANSLATION]),
        ({"sources": (KENYA, FRANCE)}, [PairKind.DOUBTFUL_TRANSLATION]),
        ({"sources": ()}, [PairKind.TRANSLATION]),
        ({"sources": (), "dated": date(2024, 1, 1)}, [PairKind.DOUBTFUL_TRANSLATION]),
        ({"text": "survey"}, []),
    ],
)
def test_the_same_numbers_in_another_language_are_one_document_only_where_nothing_speaks_against_it(
    change: dict[str, object], kinds: list[PairKind]
) -> None:
    assert verdict(PLAN.but("en", symbol="CWG-COP-20/4-E"), PLAN.but("fr", **{"language": "fr", **change})) == kinds


def test_without_numbers_one_build_of_one_day_is_doubted() -> None:
    bare = PLAN.but("bare", figures=False)
    assert verdict(bare, bare.but("fr", language="fr")) == [PairKind.DOUBTFUL_TRANSLATION]
    assert verdict(bare, bare.but("fr", language="fr", dated=date(2025, 1, 1))) == []
    assert verdict(bare, bare.but("fr", language="fr", text="survey")) == []


def test_two_quite_different_texts_under_one_symbol_collide() -> None:
    first = PLAN.but("a", symbol="CWG-COP-20/4-E")
    assert verdict(first, PLAN.but("b", text="survey", symbol="CWG-COP-20/4-E")) == [PairKind.SYMBOL_COLLISION]
    assert verdict(first, PLAN.but("b", text="survey", symbol="CWG-COP-20/4(Rev.1)-E")) == []
    assert verdict(first, PLAN.but("b", text="survey", symbol="CWG-COP-20/4(Add.1)-E")) == []
    assert verdict(first, PLAN.but("b", text="survey", language="fr", symbol="CWG-COP-20/4-F")) == []


def test_documents_of_two_members_under_one_symbol_collide_in_any_language() -> None:
    first = PLAN.but("a", symbol="CWG-COP-20/4-E")
    other = PLAN.but("b", text="survey", language="fr", symbol="CWG-COP-20/4-F", sources=(FRANCE,))
    assert verdict(first, other) == [PairKind.SYMBOL_COLLISION]


def test_a_symbol_in_a_running_header_needs_a_source_or_a_text_that_bears_it_out() -> None:
    first = PLAN.but("a", symbol="CWG-COP-20/4-E")
    stale = PLAN.but("b", symbol="CWG-COP-20/4(Rev.1)-E", sure=0.6, text="survey", sources=())
    assert verdict(first, stale) == [PairKind.SYMBOL_COLLISION]
    assert verdict(first, stale.but("c", sources=(KENYA,))) == []
    assert PairKind.SYMBOL_COLLISION not in verdict(first, stale.but("d", text="plan"))


def test_texts_too_short_to_tell_are_not_compared() -> None:
    short = PLAN.but("short", paragraphs=1, figures=False, text="x")
    assert verdict(short, short.but("again")) in ([], [PairKind.NEAR_DUPLICATE])
    empty = PLAN.but("empty", paragraphs=0)
    assert verdict(empty, empty.but("again")) == []


def test_a_pair_says_why() -> None:
    (pair,) = judge(PLAN.identity(), PLAN.but("same", sources=(FRANCE,)).identity())
    assert isinstance(pair, Pair)
    assert pair.note == "The texts are alike; they come from different members."
