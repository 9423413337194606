from pathlib import Path

from extractors.document import PassageKind, ProposalKind
from extractors.reading import Block
from extractors.word.proposals import with_proposals
from tests.extractors.word.making import paragraph, read_body, table


def proposals(*lines: str) -> list[str | None]:
    blocks = [
        Block(PassageKind.HEADING, line[1:], level=1)
        if line.startswith("#")
        else Block(PassageKind.LIST_ITEM, line[1:])
        if line.startswith("-")
        else Block(PassageKind.PARAGRAPH, line)
        for line in lines
    ]
    return [block.proposal and block.proposal.value for block in with_proposals(blocks)]


def test_a_mark_on_a_line_of_its_own_holds_until_the_reasons() -> None:
    lines = (
        "Intro",
        "MOD\tAFCP/46A1/1",
        "#RESOLUTION 179",
        "The Conference,",
        "#resolves",
        "to act",
        "Reasons:\tWhy.",
        "End",
    )
    assert proposals(*lines) == [None, "MOD", "MOD", "MOD", "MOD", "MOD", None, None]


def test_a_mark_holds_until_the_next_one() -> None:
    assert proposals("ADD", "one", "SUP", "two", "NOC") == ["ADD", "ADD", "SUP", "SUP", "NOC"]


def test_without_reasons_a_heading_after_the_text_ends_the_provision() -> None:
    assert proposals("MOD", "#ARTICLE 5", "text", "#Conclusion", "more") == ["MOD", "MOD", "MOD", None, None]


def test_a_deeper_heading_belongs_to_the_provision() -> None:
    blocks = [
        Block(PassageKind.HEADING, "Annex", level=1),
        Block(PassageKind.PARAGRAPH, "MOD\tACP/7/1"),
        Block(PassageKind.PARAGRAPH, "Title"),
        Block(PassageKind.HEADING, "considering", level=3),
        Block(PassageKind.PARAGRAPH, "that it is so"),
        Block(PassageKind.HEADING, "Annex 2", level=1),
    ]
    assert [block.proposal is None for block in with_proposals(blocks)] == [True, False, False, False, False, True]


def test_what_is_not_added_or_suppressed_ends_an_added_or_suppressed_provision() -> None:
    blocks = [
        Block(PassageKind.PARAGRAPH, "SUP"),
        Block(PassageKind.PARAGRAPH, "", text_before="2 to report"),
        Block(PassageKind.PARAGRAPH, "3 to go on"),
        Block(PassageKind.PARAGRAPH, "ADD"),
        Block(PassageKind.PARAGRAPH, "4 to begin", text_before=""),
        Block(PassageKind.FOOTNOTE, "A note."),
        Block(PassageKind.PARAGRAPH, "5 to go on"),
    ]
    found = [block.proposal and block.proposal.value for block in with_proposals(blocks)]
    assert found == ["SUP", "SUP", None, "ADD", "ADD", "ADD", None]


def test_a_mark_at_a_paragraphs_start_holds_for_it_and_its_items() -> None:
    assert proposals("MOD\t1.2\tMembers shall", "-a) first", "-b) second", "Other") == ["MOD", "MOD", "MOD", None]
    assert proposals("ADD 5.441B In Africa", "SUP") == ["ADD", "SUP"]


def test_words_that_look_like_marks_are_none() -> None:
    assert proposals("Mod is short", "ADD more value to it", "MODEL law", "NOC") == [None, None, None, "NOC"]


def test_marks_are_read_from_a_file_in_paragraphs_and_rows(tmp_path: Path) -> None:
    body = paragraph("MOD") + paragraph("Text") + paragraph("Motifs: parce que")
    body += table(("SUP", "13.1", "Old provision"))
    blocks = read_body(tmp_path, body).blocks
    assert [block.proposal for block in blocks] == [ProposalKind.MOD, ProposalKind.MOD, None, ProposalKind.SUP]


def test_a_line_between_a_mark_and_a_heading_is_the_title_of_what_is_marked() -> None:
    blocks = [
        Block(PassageKind.HEADING, "Annex", level=1),
        Block(PassageKind.PARAGRAPH, "MOD\tACP/7/1"),
        Block(PassageKind.PARAGRAPH, "ITU's role in child online protection"),
        Block(PassageKind.HEADING, "considering", level=3),
        Block(PassageKind.LIST_ITEM, "that it is so;", number="a)"),
        Block(PassageKind.PARAGRAPH, "MOD\tACP/7/2"),
        Block(PassageKind.PARAGRAPH, "to act"),
        Block(PassageKind.HEADING, "resolves", level=3),
        Block(PassageKind.PARAGRAPH, "MOD\tACP/7/3"),
    ]
    found = with_proposals(blocks)
    assert (found[2].kind, found[2].level) == (PassageKind.HEADING, 2)
    assert found[6].kind is PassageKind.PARAGRAPH


def test_a_heading_between_two_marked_provisions_belongs_to_the_second() -> None:
    assert proposals("MOD", "1 text", "ADD", "2 text", "#resolves", "MOD", "3 text")[4] == "MOD"
    assert proposals("MOD", "1 text", "Reasons: none", "#ARTICLE 5", "MOD", "3 text")[3] is None
    assert proposals("#ARTICLE 5", "MOD", "3 text")[0] is None
