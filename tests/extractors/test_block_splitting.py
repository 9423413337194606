import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.block_cleaning import GONE, clean_block
from extractors.block_splitting import MOST_WORDS, count_words, split_block
from extractors.document import PassageKind, Revision, RevisionKind
from extractors.reading import Block


def _block(text: str, **more: object) -> Block:
    return Block(PassageKind.PARAGRAPH, text, **more)  # type: ignore[arg-type]


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    sentence = "The group noted the contribution with thanks and asked the secretariat to share it. "
    pieces = list(split_block(_block((sentence * 40).strip(), number="2.3")))
    assert len(pieces) > 1
    assert all(piece.text.endswith("share it.") and count_words(piece.text) <= MOST_WORDS for piece in pieces)
    assert [piece.number for piece in pieces] == ["2.3"] + [None] * (len(pieces) - 1)


def test_chinese_is_cut_at_its_full_stops() -> None:
    pieces = list(split_block(_block("各成员国应采取措施保护上网儿童的安全与权利。" * 60)))
    assert len(pieces) > 1
    assert all(piece.text.endswith("。") for piece in pieces)


def test_a_short_paragraph_a_row_and_a_heading_stay_whole() -> None:
    long = "A sentence of several words is repeated here. " * 60
    blocks = [_block("Short. One."), Block(PassageKind.TABLE_ROW, long), Block(PassageKind.HEADING, long)]
    assert [list(split_block(block)) for block in blocks] == [[block] for block in blocks]


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    pieces = list(split_block(_block("word " * 1200 + "end")))
    assert len(pieces) > 2
    assert all(count_words(piece.text) <= 2 * MOST_WORDS for piece in pieces)


def test_an_abbreviation_is_no_sentence_end() -> None:
    text = "According to Art. Twelve of No. Five and Dr. Smith the group " + "goes on " * 300
    first = next(iter(split_block(_block(text.strip()))))
    assert not first.text.endswith(("Art.", "No.", "Dr."))


_PARTS = st.lists(
    st.tuples(
        st.sampled_from(["keep", RevisionKind.INSERTION, RevisionKind.DELETION]),
        st.sampled_from(
            ["The group agreed. ", "members ", "Noted the report. ", "é́ ", "\x00x ", "各国同意。", "and so on; "]
        ),
        st.integers(1, 120),
    ),
    max_size=8,
)


def _tracked(parts: list[tuple[str | RevisionKind, str, int]]) -> Block:
    text = before = ""
    revisions = []
    for kind, words, times in parts:
        run = words * times
        if kind == RevisionKind.INSERTION:
            revisions.append(Revision(RevisionKind.INSERTION, (len(text), len(text) + len(run)), run, "A", None))
            text += run
        elif kind == RevisionKind.DELETION:
            revisions.append(Revision(RevisionKind.DELETION, (len(before), len(before) + len(run)), run, "A", None))
            before += run
        else:
            text, before = text + run, before + run
    return _block(text, text_before=before if revisions else None, revisions=tuple(revisions))


@given(_PARTS)
@settings(deadline=None, max_examples=60)
def test_pieces_hold_the_whole_text_and_their_revisions_theirs(
    parts: list[tuple[str | RevisionKind, str, int]],
) -> None:
    block = clean_block(_tracked(parts))
    pieces = list(split_block(block))
    for whole, texts in (
        (block.text, [piece.text for piece in pieces]),
        (block.text_before or "", [piece.text_before or "" for piece in pieces]),
    ):
        assert "".join("".join(texts).split()) == "".join(whole.split())
    for piece in pieces:
        assert piece.text.strip() or len(pieces) == 1
        for revision in piece.revisions:
            text = piece.text_before if revision.kind in GONE else piece.text
            assert text is not None
            assert text[slice(*revision.span)] == revision.text
    assert sum(len(piece.revisions) for piece in pieces) == len(block.revisions)


@given(_PARTS)
@settings(deadline=None, max_examples=60)
def test_cleaning_keeps_revisions_in_their_places(parts: list[tuple[str | RevisionKind, str, int]]) -> None:
    block = clean_block(_tracked(parts))
    for revision in block.revisions:
        text = block.text_before if revision.kind in GONE else block.text
        assert text is not None
        assert text[slice(*revision.span)] == revision.text
    starts = [revision.span for revision in block.revisions]
    assert all(one <= two for one, two in pairwise(starts))


def test_the_time_for_a_paragraph_grows_no_faster_than_its_length() -> None:
    text = "word " * 200_000 + "end"
    places = range(0, 1_000_000, 10)
    revisions = tuple(Revision(RevisionKind.INSERTION, (at, at + 4), "word", "A", None) for at in places)
    before = "".join(text[at + 4 : at + 10] for at in places) + text[1_000_000:]
    started = time.monotonic()
    pieces = list(split_block(_block(text, text_before=before, revisions=revisions)))
    assert time.monotonic() - started < 60  # minutes where each piece looks at all revisions
    assert sum(len(piece.revisions) for piece in pieces) == len(revisions)
