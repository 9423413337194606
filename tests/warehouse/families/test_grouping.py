"""Who belongs together and what is in force: each rule on hand-made documents, in any order."""

import itertools
import random
from collections.abc import Collection, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.families.made import FRANCE, Made
from warehouse.families.evidence import Pair, judge
from warehouse.families.grouping import Family, Reason, Rulings, families
from warehouse.families.identity import Identity
from warehouse.families.versions import Role

PLAN = Made("plan")
BASE = PLAN.but("base", symbol="CWG-COP-20/4-E")
NOTHING_DECIDED = Rulings()


def grouped(
    made: Sequence[Made], rulings: Rulings = NOTHING_DECIDED, crowded: Collection[str] = ()
) -> tuple[Family, ...]:
    known = {one.sha256: one.identity() for one in made}
    pairs = [pair for ends in itertools.combinations(known.values(), 2) for pair in judge(*ends)]
    return families(known, pairs, rulings, crowded)


def together(made: Sequence[Made], rulings: Rulings = NOTHING_DECIDED, crowded: Collection[str] = ()) -> list[set[str]]:
    names = {one.sha256: one.name for one in made}
    found = grouped(made, rulings, crowded)
    return sorted(({names[one.standing.document] for one in family.members} for family in found), key=sorted)


def members(made: Sequence[Made]) -> dict[str, tuple[Role, bool, bool]]:
    (family,) = grouped(made)
    names = {one.sha256: one.name for one in made}
    standings = [member.standing for member in family.members]
    return {names[one.document]: (one.role, one.in_force, one.lead) for one in standings}


def test_language_versions_of_one_symbol_are_one_family() -> None:
    made = [BASE, BASE.but("fr", text="told quite differently", language="fr", symbol="CWG-COP-20/4-F")]
    assert members(made) == {"base": (Role.ORIGINAL, True, True), "fr": (Role.TRANSLATION, True, False)}


def test_the_original_language_leads_though_another_comes_first_in_the_alphabet() -> None:
    french = BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F", originals=["fr"])
    made = [BASE.but("en", originals=["fr"]), french]
    assert members(made) == {"en": (Role.TRANSLATION, True, False), "fr": (Role.ORIGINAL, True, True)}


def test_the_newest_revision_is_in_force_in_whatever_language_it_is_there() -> None:
    made = [
        BASE,
        BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F"),
        BASE.but("rev1", text="rewritten", symbol="CWG-COP-20/4(Rev.1)-E"),
        BASE.but("rev2", text="once more", language="fr", symbol="CWG-COP-20/4(Rev.2)-F"),
    ]
    assert members(made) == {
        "base": (Role.ORIGINAL, False, False),
        "fr": (Role.TRANSLATION, False, False),
        "rev1": (Role.REVISION, False, False),
        "rev2": (Role.REVISION, True, True),
    }


def test_addenda_and_corrigenda_belong_to_the_family_and_replace_nothing() -> None:
    made = [
        BASE,
        BASE.but("add1", text="more", symbol="CWG-COP-20/4(Add.1)-E"),
        BASE.but("add1rev1", text="more, revised", symbol="CWG-COP-20/4(Add.1)(Rev.1)-E"),
        BASE.but("corr1", text="read this for that", symbol="CWG-COP-20/4(Corr.1)-E"),
    ]
    assert members(made) == {
        "base": (Role.ORIGINAL, True, True),
        "add1": (Role.ADDENDUM, False, False),
        "add1rev1": (Role.ADDENDUM, True, False),
        "corr1": (Role.CORRIGENDUM, True, False),
    }


def test_an_addendum_alone_speaks_for_its_family() -> None:
    made = [BASE.but("add1", symbol="CWG-COP-20/4(Add.1)-E"), BASE.but("corr1", symbol="CWG-COP-20/4(Corr.1)-E")]
    assert {name: lead for name, (_, _, lead) in members(made).items()} == {"add1": True, "corr1": False}


def test_two_files_of_one_version_are_a_document_and_its_copy() -> None:
    pdf = BASE.but("pdf", media_type="application/pdf", changed=[7])
    assert members([BASE, pdf]) == {"base": (Role.ORIGINAL, True, True), "pdf": (Role.COPY, False, False)}


def test_a_copy_without_a_symbol_is_of_the_version_that_it_is_most_like() -> None:
    made = [
        BASE,
        BASE.but("rev1", changed=[2, 3], symbol="CWG-COP-20/4(Rev.1)-E"),
        BASE.but("copy", symbol=None),
    ]
    assert members(made)["copy"] == (Role.COPY, False, False)
    assert members(made)["rev1"] == (Role.REVISION, True, True)


def test_without_symbols_the_later_date_replaces_the_earlier() -> None:
    made = [PLAN, PLAN.but("later", changed=[5], dated=date(2026, 1, 7))]
    assert members(made) == {"plan": (Role.ORIGINAL, False, False), "later": (Role.REVISION, True, True)}


def test_without_symbols_language_versions_are_one_family() -> None:
    made = [PLAN, PLAN.but("fr", language="fr")]
    assert members(made) == {"plan": (Role.ORIGINAL, True, True), "fr": (Role.TRANSLATION, True, False)}


def test_the_same_text_of_two_members_stays_two_families() -> None:
    assert together([PLAN, PLAN.but("fr", sources=(FRANCE,))]) == [{"fr"}, {"plan"}]


def test_two_different_texts_under_one_symbol_are_not_merged() -> None:
    other = BASE.but("other", text="survey")
    assert together([BASE, other]) == [{"base"}, {"other"}]
    ids = {family.id for family in grouped([BASE, other])}
    assert len(ids) == 2


def test_of_colliding_documents_the_one_whose_text_fits_stays_with_its_translation() -> None:
    made = [BASE, BASE.but("other", text="survey"), BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F")]
    assert together(made) == [{"base", "fr"}, {"other"}]


def test_one_wrong_symbol_does_not_break_the_family_that_it_fell_into() -> None:
    made = [
        BASE,
        BASE.but("fr", text="a", language="fr", symbol="CWG-COP-20/4-F"),
        BASE.but("ru", text="b", language="ru", symbol="CWG-COP-20/4-R"),
        BASE.but("wrong", text="c", language="es", symbol="CWG-COP-20/4-S", sources=(FRANCE,)),
    ]
    assert together(made) == [{"base", "fr", "ru"}, {"wrong"}]


def test_a_symbol_that_a_crowd_bears_tells_nothing() -> None:
    made = [BASE, BASE.but("rev1", text="rewritten", symbol="CWG-COP-20/4(Rev.1)-E")]
    assert together(made, crowded=["CWG-COP-20/4"]) == [{"base"}, {"rev1"}]


def test_people_merge_and_split() -> None:
    french = BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F")
    other = PLAN.but("other", text="survey")
    merged = frozenset({frozenset({BASE.sha256, other.sha256})})
    alone = frozenset({french.sha256})
    assert together([BASE, french, other], Rulings(together=merged)) == [{"base", "fr", "other"}]
    assert together([BASE, french, other], Rulings(alone=alone)) == [{"base"}, {"fr"}, {"other"}]
    assert together([BASE, french, other], Rulings(together=merged, alone=alone)) == [{"base", "other"}, {"fr"}]
    apart = Rulings(apart=frozenset({frozenset({BASE.sha256, french.sha256})}))
    assert together([BASE, french], apart) == [{"base"}, {"fr"}]


def test_each_member_says_why_it_is_there() -> None:
    made = [BASE, BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F"), BASE.but("copy", symbol=None)]
    (family,) = grouped(made)
    reasons = {one.standing.document: (one.reason, one.linked_to) for one in family.members}
    assert reasons == {
        BASE.sha256: (None, None),
        made[1].sha256: (Reason.SYMBOL, BASE.sha256),
        made[2].sha256: (Reason.NEAR_DUPLICATE, BASE.sha256),
    }


def test_the_id_of_a_family_with_a_symbol_stays_as_members_come() -> None:
    made = [BASE, BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F"), BASE.but("a copy", symbol=None)]
    assert len({grouped(made[:many])[0].id for many in (1, 2, 3)}) == 1


POOL = (
    BASE,
    BASE.but("fr", language="fr", symbol="CWG-COP-20/4-F"),
    BASE.but("rev1", changed=[4], symbol="CWG-COP-20/4(Rev.1)-E", dated=date(2026, 1, 5)),
    BASE.but("copy", symbol=None, changed=[9]),
    BASE.but("collides", text="survey"),
    BASE.but("campaign", symbol=None, sources=(FRANCE,)),
    PLAN.but("alone", text="alone"),
    PLAN.but("alone fr", text="alone", language="fr"),
    PLAN.but("alone later", text="alone", dated=date(2026, 1, 7), changed=[3]),
    PLAN.but("nameless", text="nameless", sources=(), symbol="CWG-COP-20/4-E", sure=0.6),
)


@pytest.fixture(scope="module")
def known() -> dict[str, Identity]:
    return {one.sha256: one.identity() for one in POOL}


@pytest.fixture(scope="module")
def judged(known: dict[str, Identity]) -> list[Pair]:
    return [pair for ends in itertools.combinations(known.values(), 2) for pair in judge(*ends)]


def chosen(made: list[Made], known: dict[str, Identity], judged: list[Pair]) -> tuple[Family, ...]:
    keys = [one.sha256 for one in made]
    pairs = [pair for pair in judged if pair.document in keys and pair.other in keys]
    return families({key: known[key] for key in keys}, pairs, Rulings())


@given(st.permutations(POOL), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_families_are_the_same_in_any_order(
    known: dict[str, Identity], judged: list[Pair], made: list[Made], chance: random.Random
) -> None:
    shuffled = chance.sample(judged, len(judged))
    assert set(chosen(made, known, shuffled)) == set(chosen(list(POOL), known, judged))


@given(st.lists(st.sampled_from(POOL), unique_by=lambda one: one.name, min_size=1))
@settings(max_examples=40, deadline=None)
def test_every_document_is_in_one_family_that_one_member_leads(
    known: dict[str, Identity], judged: list[Pair], made: list[Made]
) -> None:
    found = chosen(made, known, judged)
    assert sorted(one.standing.document for family in found for one in family.members) == sorted(
        one.sha256 for one in made
    )
    for family in found:
        assert [one.standing.document for one in family.members if one.standing.lead] == [family.lead]
        assert any(one.standing.in_force for one in family.members)
    assert len({family.id for family in found}) == len(found)
