from hypothesis import given
from hypothesis import strategies as st

from extractors.document import RevisionKind
from extractors.word.wording import Change, Segment, in_force, joined, plain, stripped, without_prefix, worded

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


def test_a_prefix_comes_off_only_where_it_was_always_there() -> None:
    insertion = Change(RevisionKind.INSERTION, None, None)
    assert without_prefix([Segment("1."), Segment(" a")], 3) == [Segment("a")]
    assert without_prefix([Segment("1"), Segment(". a", insertion)], 3) is None


def test_plain_wording_forgets_its_changes() -> None:
    assert plain([Segment("a"), Segment("b", Change(RevisionKind.INSERTION, None, None))]) == [Segment("ab")]
    assert plain([]) == []
