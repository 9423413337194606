from hypothesis import given
from hypothesis import strategies as st

from extractors.document import RevisionKind
from extractors.word.wording import (
    Change,
    Segment,
    in_force,
    joined,
    merged,
    plain,
    stripped,
    without_number,
    worded,
)

CHANGES = st.one_of(
    st.none(), st.builds(Change, st.sampled_from(RevisionKind), st.sampled_from(["A", None]), st.none())
)
SEGMENTS = st.lists(st.builds(Segment, st.text(" ab\n", min_size=1, max_size=4), CHANGES), max_size=8)


@given(SEGMENTS)
def test_every_revision_lies_at_its_span(segments: list[Segment]) -> None:
    wording = worded(segments)
    before = wording.text if wording.text_before is None else wording.text_before
    for revision in wording.revisions:
        gone = revision.kind in {RevisionKind.DELETION, RevisionKind.MOVE_FROM}
        assert (before if gone else wording.text)[slice(*revision.span)] == revision.text


@given(SEGMENTS)
def test_nothing_but_white_space_at_the_ends_is_stripped(segments: list[Segment]) -> None:
    assert in_force(stripped(segments)).strip() == in_force(segments).strip()
    wording = worded(stripped(segments))
    before = wording.text if wording.text_before is None else wording.text_before
    assert before.strip() == "".join(text for text, change in segments if change is None or change.gone).strip()


@given(st.lists(SEGMENTS, max_size=5))
def test_a_separator_stands_only_between_two_that_hold_text(parts: list[list[Segment]]) -> None:
    wording = worded(joined(parts, "|"))
    force = [in_force(part) for part in parts]
    assert wording.text == "|".join(text for text in force if text)
    before = ["".join(text for text, change in part if change is None or change.gone) for part in parts]
    if wording.text_before is not None:
        assert wording.text_before == "|".join(text for text in before if text)


INSERTION = Change(RevisionKind.INSERTION, "A", None)
DELETION = Change(RevisionKind.DELETION, "A", None)


def test_a_number_comes_off_whatever_was_changed_around_it() -> None:
    assert without_number([Segment("1."), Segment(" a")], 3) == [Segment("a")]
    assert without_number([Segment("1."), Segment(" ", DELETION), Segment("\ta")], 3) == [Segment("a")]
    assert without_number([Segment("c) that", INSERTION)], 3) == [Segment("that", INSERTION)]
    assert without_number([Segment("2 to report", DELETION)], 2) == [Segment("to report", DELETION)]


def test_a_number_that_was_changed_stays_in_the_text_before() -> None:
    renumbered = [Segment("2", DELETION), Segment("3", INSERTION), Segment(" to go on")]
    assert worded(without_number(renumbered, 2) or []).text_before == "2 to go on"
    assert worded(without_number(renumbered, 2) or []).text == "to go on"


def test_a_number_that_is_all_that_was_put_in_stays() -> None:
    assert without_number([Segment("1", INSERTION), Segment("\tto go on")], 2) is None


@given(SEGMENTS, st.integers(1, 5))
def test_a_number_off_the_front_leaves_the_rest_in_force(segments: list[Segment], length: int) -> None:
    rest = without_number(segments, length)
    if rest is not None and in_force(segments):
        assert in_force(rest) == in_force(segments)[length:]


@given(SEGMENTS)
def test_merged_segments_hold_the_same_wording(segments: list[Segment]) -> None:
    assert worded(merged(segments)) == worded(segments)


def test_plain_wording_forgets_its_changes() -> None:
    assert plain([Segment("a"), Segment("b", Change(RevisionKind.INSERTION, None, None))]) == [Segment("ab")]
    assert plain([]) == []
