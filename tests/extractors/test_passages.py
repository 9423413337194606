from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import PassageKind, Revision, RevisionKind
from extractors.passages import make_passages
from extractors.reading import Block

SHA = "0" * 64


def _paragraph(text: str, **more: object) -> Block:
    return Block(PassageKind.PARAGRAPH, text, **more)  # type: ignore[arg-type]


def _heading(text: str, level: int | None) -> Block:
    return Block(PassageKind.HEADING, text, level=level)


def test_passages_stand_under_their_headings() -> None:
    blocks = [
        _heading("Plan", 1),
        _heading("Risks", 2),
        _paragraph("Grooming is one."),
        _heading("Answers", 2),
        _paragraph("Helplines are one."),
        _heading("Annex", None),
        _paragraph("A table follows."),
    ]
    passages = make_passages(SHA, blocks)[1]
    assert [passage.heading_path for passage in passages] == [
        (),
        ("Plan",),
        ("Plan", "Risks"),
        ("Plan",),
        ("Plan", "Answers"),
        (),
        ("Annex",),
    ]
    assert [passage.paragraph for passage in passages] == [1, 2, 3, 4, 5, 6, 7]


def test_ids_are_the_same_on_every_run_and_differ_for_equal_texts() -> None:
    blocks = [_paragraph("Noted."), _paragraph("Noted.")]
    ids = [passage.id for passage in make_passages(SHA, blocks)[1]]
    assert ids == [passage.id for passage in make_passages(SHA, blocks)[1]]
    assert len(set(ids)) == 2
    assert all(len(each) == 16 and int(each, 16) >= 0 for each in ids)
    assert ids[0] not in {passage.id for passage in make_passages("1" * 64, blocks)[1]}


def test_an_id_does_not_change_with_what_stands_before() -> None:
    alone = make_passages(SHA, [_paragraph("Noted.")])[1][0].id
    assert make_passages(SHA, [_paragraph("First."), _paragraph("Noted.")])[1][1].id == alone


def test_blocks_without_text_give_no_passage() -> None:
    assert make_passages(SHA, [_paragraph(""), _paragraph(" \n"), _paragraph("\u200b\ufeff")])[1] == ()


def test_a_deleted_paragraph_is_kept_for_its_deletion() -> None:
    deletion = Revision(RevisionKind.DELETION, (0, 4), "Gone", "A", None)
    passage = make_passages(SHA, [_paragraph("", text_before="Gone", revisions=(deletion,))])[1][0]
    assert (passage.text, passage.text_before) == ("", "Gone")


def test_each_passage_has_its_own_language() -> None:
    blocks = [
        _paragraph("The members of the group are invited to share what they have learned."),
        _paragraph("The group will meet in the spring to agree on the report to the Council."),
        _paragraph("Les membres sont invités à faire connaître les mesures qu'ils ont prises."),
    ]
    language, passages = make_passages(SHA, blocks)
    assert language == "en"
    assert [passage.language for passage in passages] == ["en", "en", "fr"]


def test_a_table_row_keeps_its_place() -> None:
    row = Block(PassageKind.TABLE_ROW, "Country: Kenya\tYear: 2025", page=3, table=0, row=2)
    passage = make_passages(SHA, [row])[1][0]
    assert (passage.text, passage.page, passage.table, passage.row) == ("Country: Kenya\tYear: 2025", 3, 0, 2)


_TEXTS = st.text(alphabet=st.sampled_from("ab. !\n\tЯж é́文。\x00\u200f\ud800"), max_size=40)


@given(st.lists(st.builds(_paragraph, _TEXTS), max_size=12))
@settings(deadline=None)
def test_passages_have_text_and_ids_of_their_own(blocks: list[Block]) -> None:
    passages = make_passages(SHA, blocks)[1]
    assert all(passage.text.strip() for passage in passages)
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        passage.text.encode()
