"""Decisions of people become texts to learn from: the latest counts, and contradictions are listed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.decided import Decided, decided_examples, followed
from models.labels import Facet
from models.scheme import load_taxonomy
from models.succession import Change, ChangeKind, Label, Succession
from models.training_data import Example, Kind

START = datetime(2026, 11, 1, tzinfo=UTC)
CSAM, GROOMING = (Facet.RISK, "csam"), (Facet.RISK, "grooming")


def decided(number: int, label: Label = CSAM, text: str = "One text.", *, holds: bool = True, days: int = 0) -> Decided:
    return Decided(number, "a" * 64, text, "en", label, holds, START + timedelta(days=days), "Ann")


def examples(*decisions: Decided, succession: Succession | None = None) -> dict[str, Example]:
    made, _ = decided_examples(decisions, load_taxonomy(), succession or Succession())
    return {one.text: one for one in made}


def test_only_what_was_decided_is_known() -> None:
    (one,) = examples(decided(1), decided(2, GROOMING, holds=False)).values()
    assert one.labels == {CSAM}
    assert one.knows(CSAM)
    assert one.knows(GROOMING)
    assert not one.knows((Facet.RISK, "cyberbullying"))
    assert not one.is_test
    assert not any(one.tells(facet) for facet in Facet)


def test_the_latest_decision_on_the_same_words_counts_and_the_contradiction_is_listed() -> None:
    some = [decided(1, days=2), decided(2, text="One  text.", holds=False, days=5), decided(3, GROOMING)]
    made, contradictions = decided_examples(some, load_taxonomy(), Succession())
    assert made[0].labels == {GROOMING}
    (one,) = contradictions
    assert one.label == CSAM
    assert [each.number for each in one.decisions] == [1, 2]


def test_a_purpose_that_holds_excludes_the_others() -> None:
    (one,) = examples(decided(1, (Facet.PURPOSE, "evidence"))).values()
    assert one.knows((Facet.PURPOSE, "challenge"))
    (none,) = examples(decided(1, (Facet.PURPOSE, "evidence"), holds=False)).values()
    assert not none.knows((Facet.PURPOSE, "challenge"))


def test_what_was_decided_on_a_concept_of_before_counts_for_what_it_became() -> None:
    merge = Change(ChangeKind.MERGE, Facet.RISK, ("old", "older"), ("csam",), None, "2027.1", 1)
    split = Change(ChangeKind.SPLIT, Facet.RISK, ("wide",), ("csam", "grooming"), None, "2027.1", 2)
    succession = Succession((merge, split))
    old, wide = (Facet.RISK, "old"), (Facet.RISK, "wide")
    assert examples(decided(1, old), succession=succession)["One text."].labels == {CSAM}
    assert examples(decided(1, old, holds=False), succession=succession) == {}
    assert examples(decided(1, wide), succession=succession) == {}
    text = Example("text", "en", Kind.PASSAGES, frozenset({old, wide, GROOMING}), None, None)
    assert followed(text, succession).labels == {CSAM, GROOMING}
    assert followed(text, Succession()) is text


def test_a_language_outside_the_six_teaches_nothing() -> None:
    foreign = Decided(1, "a" * 64, "Um texto.", "pt", CSAM, holds=True, at=START, by="Ann")
    assert examples(foreign) == {}


@given(
    st.lists(
        st.builds(decided, st.integers(1, 99), st.sampled_from([CSAM, GROOMING]), st.sampled_from(["a", "b"]),
                  holds=st.booleans(), days=st.integers(0, 9)),
        max_size=8,
    )
)  # fmt: skip
def test_the_order_of_decisions_does_not_matter(some: list[Decided]) -> None:
    def made(decisions: list[Decided]) -> dict[str, tuple[object, ...]]:
        return {text: (one.labels, one.decided) for text, one in examples(*decisions).items()}

    unique = list({one.number: one for one in some}.values())
    assert made(unique) == made(unique[::-1])
