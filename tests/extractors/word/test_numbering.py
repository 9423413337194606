from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import PassageKind
from extractors.word.counting import counted
from tests.extractors.word.making import paragraph, read_body


def level(at: int, fmt: str, text: str, more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{fmt}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(identity: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(list_id: int, at: int = 0, text: str = "x") -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>')


LEGAL = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))


def numbers(folder: Path, body: str, numbering: str, styles: str = "") -> list[str | None]:
    return [block.number for block in read_body(folder, body, numbering=numbering, styles=styles).blocks]


def test_levels_count_and_start_anew_under_a_higher_one(tmp_path: Path) -> None:
    body = "".join(item(1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert numbers(tmp_path, body, LEGAL + num(1, 1)) == ["1", "1.1", "1.2", "a)", "b)", "2", "2.1", "a)"]


def test_a_level_without_its_higher_ones_shows_their_start(tmp_path: Path) -> None:
    assert numbers(tmp_path, item(1, 1) + item(1, 0), LEGAL + num(1, 1)) == ["1.1", "2"]


def test_two_lists_of_one_definition_go_on_counting_unless_one_says_where_it_starts(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    definitions = LEGAL + num(1, 1) + num(2, 1) + num(3, 1, override)
    body = item(1) + item(1) + item(2) + item(3) + item(3)
    assert numbers(tmp_path, body, definitions) == ["1", "2", "3", "1", "2"]


def test_an_override_may_bring_a_level_of_its_own(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Part %1", start=4)}</w:lvlOverride>'
    assert numbers(tmp_path, item(1) + item(1), LEGAL + num(1, 1, override)) == ["Part IV", "Part V"]


def test_a_level_may_never_restart_or_restart_only_after_a_certain_one(tmp_path: Path) -> None:
    never = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    assert numbers(tmp_path, item(1) + item(1, 1) + item(1) + item(1, 1), never + num(1, 1)) == ["1", "1", "2", "2"]
    after_first = abstract(
        1,
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(item(1, at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert numbers(tmp_path, body, after_first + num(1, 1)) == ["1", "1", "1", "2", "2", "2", "1"]


def test_legal_numbering_writes_higher_levels_in_digits(tmp_path: Path) -> None:
    mixed = abstract(1, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert numbers(tmp_path, item(1) + item(1, 1), mixed + num(1, 1)) == ["I", "1.1"]


def test_bullets_are_list_items_without_number(tmp_path: Path) -> None:
    (block,) = read_body(tmp_path, item(1), numbering=abstract(1, level(0, "bullet", "•")) + num(1, 1)).blocks
    assert (block.kind, block.number) == (PassageKind.LIST_ITEM, None)


def test_a_level_that_prints_no_letter_or_digit_is_a_bullet(tmp_path: Path) -> None:
    assert numbers(tmp_path, item(1), abstract(1, level(0, "decimal", "–")) + num(1, 1)) == [None]


def test_a_style_can_bring_the_list_and_its_level(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="N2"><w:name w:val="heading 2"/><w:basedOn w:val="N1"/></w:style>'
    )
    linked = abstract(
        1, level(0, "decimal", "%1.", '<w:pStyle w:val="N1"/>'), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="N2"/>')
    )
    body = paragraph("A", '<w:pStyle w:val="N1"/>') + paragraph("B", '<w:pStyle w:val="N2"/>')
    off = paragraph("C", '<w:pStyle w:val="N2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    blocks = read_body(tmp_path, body + off, numbering=linked + num(1, 1), styles=styles).blocks
    assert [(block.kind, block.level, block.number) for block in blocks] == [
        (PassageKind.HEADING, 1, "1"),
        (PassageKind.HEADING, 2, "1.1"),
        (PassageKind.HEADING, 2, None),
    ]


def test_a_style_based_on_a_linked_one_keeps_its_level(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Para own"/><w:basedOn w:val="P"/></w:style>'
    )
    linked = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:pStyle w:val="P"/>'))
    body = paragraph("A", '<w:pStyle w:val="P"/>') + paragraph("B", '<w:pStyle w:val="Q"/>')
    assert numbers(tmp_path, body, linked + num(1, 1), styles) == ["1.1", "1.2"]


def test_an_override_of_the_start_holds_at_every_new_start(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = "".join(item(1, at) for at in (0, 1, 1, 0, 1))
    assert numbers(tmp_path, body, LEGAL + num(1, 1, override)) == ["1", "1.5", "1.6", "2", "2.5"]


def test_a_numbering_style_stands_for_another_definition(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    definitions = LEGAL + abstract(2, more='<w:numStyleLink w:val="Legal"/>') + num(1, 1) + num(2, 2)
    assert numbers(tmp_path, item(2) + item(2, 1), definitions, styles) == ["1", "1.1"]


def test_broken_definitions_leave_a_paragraph_without_number(tmp_path: Path) -> None:
    broken = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="99"/><w:lvl w:ilvl="x"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum>'
        + num(1, 1, '<w:lvlOverride w:ilvl="77"/>')
        + num(2, 9)
    )
    assert numbers(tmp_path, item(1) + item(1, 5) + item(2) + item(7), broken) == ["0", None, None, None]


@pytest.mark.parametrize(
    ("count", "number_format", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "upperRoman", "IX"),
        (9000, "upperRoman", "9000"),
        (2, "russianLower", "б"),
        (21, "chineseCounting", "二十一"),
        (10, "chineseCounting", "十"),
        (105, "ideographDigital", "一〇五"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "(3)"),
        (12, "hindiNumbers", "١٢"),
        (5, "none", ""),
        (0, "lowerLetter", ""),
        (1000, "lowerLetter", "1000"),
        (5, "cardinalText", "5"),
    ],
)
def test_counts_are_written_in_words_formats(count: int, number_format: str, text: str) -> None:
    assert counted(count, number_format) == text


@given(st.integers(1, 4999))
def test_roman_numbers_add_up(count: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values[sign] for sign in counted(count, "lowerRoman")]
    total = sum(-here if here < after else here for here, after in zip(digits, [*digits[1:], 0], strict=True))
    assert total == count


@pytest.mark.parametrize(
    ("typed", "number", "text"),
    [
        ("2.3<w:tab/>", "2.3", "Text"),
        ("12<w:tab/>", "12", "Text"),
        ("a)<w:tab/>", "a)", "Text"),
        ("iv)<w:tab/>", "iv)", "Text"),
        ("(b) ", "(b)", "Text"),
        ("b)\u00a0", "b)", "Text"),
        ("1. ", "1", "Text"),
        ("3.2.1 ", "3.2.1", "Text"),
        ("б) ", "б)", "Text"),
        ("三、", "三", "Text"),
        ("A. ", "A", "Text"),
        ("a. ", "a", "Text"),
        ("٣- ", "٣", "نص"),
        ("أ) ", "أ)", "نص"),
        ("1、", "1", "Text"),
        ("• ", None, "Text"),
        ("2bis<w:tab/>", "2bis", "Text"),
        ("a bis) ", "a bis)", "Text"),
        ("1 ", "1", "to maintain the group"),
        ("2 ", "2", "de poursuivre"),
        ("3\u00a0", "3", "que se siga"),
        ("–<w:tab/>", None, "Text"),
    ],
)
def test_a_typed_number_is_a_number(tmp_path: Path, typed: str, number: str | None, text: str) -> None:
    inner = typed.replace("<w:tab/>", "</w:t><w:tab/><w:t>")
    (block,) = read_body(tmp_path, f'<w:p><w:r><w:t xml:space="preserve">{inner}{text}</w:t></w:r></w:p>').blocks
    assert (block.kind, block.number, block.text) == (PassageKind.LIST_ITEM, number, text)


@pytest.mark.parametrize(
    "text",
    [
        "2018 was a year",
        "5 to 10 children",
        "12 de octubre de 2025",
        "3 to be",
        "1.5 million children",
        "12 January 2018",
        "A child",
        "i am",
        "3)",
    ],
)
def test_a_date_or_an_amount_is_no_number(tmp_path: Path, text: str) -> None:
    (block,) = read_body(tmp_path, paragraph(text)).blocks
    assert (block.kind, block.number, block.text) == (PassageKind.PARAGRAPH, None, text)


def test_a_typed_number_that_is_itself_new_stays_in_the_text(tmp_path: Path) -> None:
    body = "<w:p><w:ins><w:r><w:t>2.3</w:t><w:tab/></w:r></w:ins><w:r><w:t>Text</w:t></w:r></w:p>"
    (block,) = read_body(tmp_path, body).blocks
    assert (block.number, block.text, block.text_before) == ("2.3", "2.3\tText", "Text")


def test_the_number_of_an_amended_paragraph_is_not_in_its_text(tmp_path: Path) -> None:
    new = "<w:p><w:ins><w:r><w:t>c) that images are made</w:t></w:r></w:ins></w:p>"
    old = "<w:p><w:del><w:r><w:delText>2 to report</w:delText></w:r></w:del></w:p>"
    changed = (
        "<w:p><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins>"
        "<w:r><w:tab/><w:t>to go on</w:t></w:r></w:p>"
    )
    blocks = read_body(tmp_path, new + old + changed).blocks
    assert [(block.number, block.text, block.text_before) for block in blocks] == [
        ("c)", "that images are made", ""),
        ("2", "", "to report"),
        ("3", "to go on", "2\tto go on"),
    ]
