from pathlib import Path

import pytest

from extractors.document import PassageKind
from tests.extractors.word.making import paragraph, read_body, table, words

BOLD = "<w:b/>"
RULED = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
INTRO = paragraph("Introduction", '<w:outlineLvl w:val="0"/>')
WHO = 'w:author="Ana"'


def rows(folder: Path, body: str, **parts: str) -> list[str]:
    blocks = read_body(folder, INTRO + body, **parts).blocks
    return [block.text for block in blocks if block.kind is PassageKind.TABLE_ROW]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_each_row_has_its_column_names_in_front(tmp_path: Path) -> None:
    body = table(("Country", "Measure"), ("Kenya", "Hotline"), ("", "Law"), first=BOLD)
    assert rows(tmp_path, body) == ["Country; Measure", "Country: Kenya; Measure: Hotline", "Law"]


def test_words_own_header_rows_are_names_even_two_of_them(tmp_path: Path) -> None:
    mark = "<w:tblHeader/>"
    body = "<w:tbl>" + row(cell("Year", '<w:gridSpan w:val="2"/>'), cell("Note"), properties=mark)
    body += (
        row(cell("2023"), cell("2024"), cell(""), properties=mark) + row(cell("4"), cell("5"), cell("up")) + "</w:tbl>"
    )
    reading = read_body(tmp_path, INTRO + body)
    assert reading.blocks[-1].text == "Year / 2023: 4; Year / 2024: 5; Note: up"
    assert [each.header for each in reading.tables[0].cells] == [True] * 5 + [False] * 3
    assert reading.tables[0].cells[0].column_span == 2


def test_a_shaded_first_row_is_a_header_row(tmp_path: Path) -> None:
    shade = '<w:shd w:fill="D9E2F3"/>'
    body = "<w:tbl>" + row(cell("Risk", shade), cell("Age", shade)) + row(cell("Grooming"), cell("9-12")) + "</w:tbl>"
    assert rows(tmp_path, body)[1] == "Risk: Grooming; Age: 9-12"


@pytest.mark.parametrize(
    ("look", "text"),
    [
        ('<w:tblLook w:firstRow="1"/>', "Risk: Grooming; Age: 9-12"),
        ('<w:tblLook w:val="04A0"/>', "Risk: Grooming; Age: 9-12"),
        ('<w:tblLook w:val="04A0" w:firstRow="0"/>', "Grooming; 9-12"),
        ('<w:tblLook w:val="?"/>', "Grooming; 9-12"),
        ("", "Grooming; 9-12"),
    ],
)
@pytest.mark.parametrize("part", ["<w:rPr><w:b/></w:rPr>", '<w:tcPr><w:shd w:fill="4472C4"/></w:tcPr>'])
def test_a_table_style_can_set_the_names_apart(tmp_path: Path, look: str, text: str, part: str) -> None:
    styles = (
        '<w:style w:type="table" w:styleId="G"><w:name w:val="Grid Table 4"/>'
        f'<w:tblStylePr w:type="lastRow"/><w:tblStylePr w:type="firstRow">{part}</w:tblStylePr></w:style>'
    )
    lines = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
    body = table(("Risk", "Age"), ("Grooming", "9-12"), properties=f'<w:tblStyle w:val="G"/>{look}{lines}')
    assert read_body(tmp_path, body, styles=styles).blocks[1].text == text


def test_three_columns_of_short_distinct_words_are_a_header_row_without_any_mark(tmp_path: Path) -> None:
    body = table(("Country", "Body", "Measure"), ("Kenya", "CA", "1,000 calls."), ("Mali", "AMRTP", "A law of 2019."))
    assert rows(tmp_path, body)[2] == "Country: Mali; Body: AMRTP; Measure: A law of 2019."


def test_a_title_row_above_the_names_is_none_of_them(tmp_path: Path) -> None:
    body = "<w:tbl>" + row(cell("Measures", '<w:gridSpan w:val="3"/>')) + row(cell("State"), cell("Law"), cell("Body"))
    body += row(cell("Fiji"), cell("2018"), cell("OSC")) + row(cell("Peru"), cell("2020"), cell("PCM")) + "</w:tbl>"
    assert rows(tmp_path, body)[2] == "State: Fiji; Law: 2018; Body: OSC"


def test_a_table_without_names_joins_its_cells(tmp_path: Path) -> None:
    assert rows(tmp_path, table(("One 1", "Two 2"), ("Three 3", "Four 4"))) == ["One 1; Two 2", "Three 3; Four 4"]


def test_a_form_reads_as_label_and_value(tmp_path: Path) -> None:
    assert rows(tmp_path, table(("Name:", "Ana"), ("Country:", "Chile"))) == ["Name: Ana", "Country: Chile"]
    label = f"<w:tc><w:p>{words('Name', BOLD)}</w:p></w:tc>"
    assert rows(tmp_path, "<w:tbl>" + row(label, cell("Ana")) + row(label, cell("Li")) + "</w:tbl>")[0] == "Name: Ana"


def test_a_cell_merged_downwards_stands_once_and_is_repeated_in_its_rows(tmp_path: Path) -> None:
    body = "<w:tbl>" + row(cell("Country"), cell("Measure"), properties="<w:tblHeader/>")
    body += row(cell("Kenya", '<w:vMerge w:val="restart"/>'), cell("Law")) + row(
        cell("", "<w:vMerge/>"), cell("Hotline")
    )
    body += "</w:tbl>"
    reading = read_body(tmp_path, INTRO + body)
    assert [block.text for block in reading.blocks[2:]] == [
        "Country: Kenya; Measure: Law",
        "Country: Kenya; Measure: Hotline",
    ]
    assert [(each.text, each.row_span) for each in reading.tables[0].cells if each.row == 1] == [
        ("Kenya", 2),
        ("Law", 1),
    ]


def test_a_row_may_begin_late(tmp_path: Path) -> None:
    body = (
        "<w:tbl>"
        + row(cell("A 1"), cell("B 1"))
        + row(cell("B 2"), properties='<w:gridBefore w:val="1"/>')
        + "</w:tbl>"
    )
    reading = read_body(tmp_path, INTRO + body)
    assert [(each.row, each.column) for each in reading.tables[0].cells] == [(0, 0), (0, 1), (1, 1)]


def test_a_table_inside_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = table(("in 1", "in 2"))
    body = f"<w:tbl><w:tr><w:tc>{paragraph('outer 1')}{inner}</w:tc>{cell('outer 2')}</w:tr></w:tbl>"
    reading = read_body(tmp_path, INTRO + body)
    assert [block.text for block in reading.blocks[1:]] == ["outer 1; outer 2", "in 1; in 2"]
    assert [block.table for block in reading.blocks[1:]] == [0, 1]
    assert reading.tables[0].cells[0].text == "outer 1"


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    reading = read_body(tmp_path, table(("In a frame.",)))
    assert reading.tables == ()
    assert (reading.blocks[0].kind, reading.blocks[0].text) == (PassageKind.PARAGRAPH, "In a frame.")


def test_a_table_that_arranges_the_head_of_a_document_is_no_table(tmp_path: Path) -> None:
    body = table(("Council Working Group", "Document CWG-COP-14/3-E"), ("Source:", "Kenya"), ("", ""), first=BOLD)
    reading = read_body(tmp_path, body)
    assert reading.tables == ()
    assert [(block.kind, block.text) for block in reading.blocks] == [
        (PassageKind.PARAGRAPH, "Council Working Group"),
        (PassageKind.PARAGRAPH, "Document CWG-COP-14/3-E"),
        (PassageKind.PARAGRAPH, "Source: Kenya"),
    ]
    assert [line.cells for line in reading.front] == [
        ("Council Working Group", "Document CWG-COP-14/3-E"),
        ("Source:", "Kenya"),
    ]


@pytest.mark.parametrize("side", ["left", "end"])
def test_a_table_whose_cells_have_lines_is_a_table_even_at_the_head(tmp_path: Path, side: str) -> None:
    line = f'<w:tcBorders><w:{side} w:val="single"/></w:tcBorders>'
    body = f"<w:tbl>{row(cell('Country', line), cell('Kenya', line))}</w:tbl>"
    reading = read_body(tmp_path, body)
    assert [(block.kind, block.text) for block in reading.blocks] == [(PassageKind.TABLE_ROW, "Country; Kenya")]


def test_a_ruled_table_with_names_at_the_head_is_read_as_columns(tmp_path: Path) -> None:
    question = table(("Question", "Reply"), ("Is there a law?", "Yes"), first=BOLD, properties=RULED)
    assert read_body(tmp_path, question).blocks[1].text == "Question: Is there a law?; Reply: Yes"
    styles = f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr>{RULED}</w:tblPr></w:style>'
    styled = table(
        ("Question", "Reply"), ("Is there a law?", "Yes"), first=BOLD, properties='<w:tblStyle w:val="Grid"/>'
    )
    assert read_body(tmp_path, styled, styles=styles).blocks[1].text == "Question: Is there a law?; Reply: Yes"


def test_a_caption_above_or_below_names_its_table(tmp_path: Path) -> None:
    data = table(("1", "2"))
    above = read_body(tmp_path, INTRO + paragraph("Table 3 – Calls by year") + data)
    assert (above.blocks[1].kind, above.tables[0].caption) == (PassageKind.CAPTION, "Table 3 – Calls by year")
    styles = '<w:style w:type="paragraph" w:styleId="Beschr"><w:name w:val="caption"/></w:style>'
    caption = paragraph("Calls by year", '<w:pStyle w:val="Beschr"/>')
    below = read_body(tmp_path, INTRO + data + caption, styles=styles)
    assert below.tables[0].caption == "Calls by year"
    apart = read_body(tmp_path, INTRO + paragraph("Table 3 – Calls by year") + paragraph("") + data)
    assert apart.tables[0].caption == "Table 3 – Calls by year"
    figure = read_body(tmp_path, INTRO + paragraph("Figure 1: Calls") + data)
    assert figure.tables[0].caption is None


def test_tracked_changes_in_cells_have_their_spans_in_the_rows_text(tmp_path: Path) -> None:
    new = f"<w:tc><w:p>{words('a ')}<w:ins {WHO}>{words('new ')}</w:ins>{words('law')}</w:p></w:tc>"
    body = (
        "<w:tbl>" + row(cell("State"), cell("Law"), properties="<w:tblHeader/>") + row(cell("Fiji"), new) + "</w:tbl>"
    )
    block = read_body(tmp_path, INTRO + body).blocks[-1]
    assert (block.text, block.text_before) == ("State: Fiji; Law: a new law", "State: Fiji; Law: a law")
    start, end = block.revisions[0].span
    assert block.text[start:end] == "new "


def test_a_deleted_row_is_not_in_force_and_not_lost(tmp_path: Path) -> None:
    gone = row(cell("old"), cell("row"), properties=f"<w:del {WHO}/>")
    reading = read_body(tmp_path, INTRO + "<w:tbl>" + gone + row(cell("new"), cell("line")) + "</w:tbl>")
    found = [(block.text, block.text_before, block.table, block.row) for block in reading.blocks[1:]]
    assert found == [("", "old; row", 0, 0), ("new; line", None, 0, 1)]
    only = read_body(tmp_path, INTRO + "<w:tbl>" + gone + "</w:tbl>")
    assert only.tables == ()
    assert (only.blocks[1].kind, only.blocks[1].text_before) == (PassageKind.PARAGRAPH, "old; row")


def test_a_row_too_long_for_a_passage_is_cut_between_paragraphs(tmp_path: Path) -> None:
    long = "".join(paragraph(" ".join(["word"] * 120)) for _ in range(4))
    body = "<w:tbl>" + row(cell("Question"), cell("Reply"), properties="<w:tblHeader/>")
    body += f"<w:tr>{cell('Why?')}<w:tc>{long}</w:tc></w:tr></w:tbl>"
    pieces = rows(tmp_path, body)[1:]
    assert [piece.split(":")[0] for piece in pieces] == ["Question", "Reply", "Reply"]
    assert max(len(piece.split()) for piece in pieces) <= 251


def test_lists_in_cells_keep_their_numbers(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = paragraph("first", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = f"<w:tbl><w:tr><w:tc>{listed}{listed}</w:tc>{cell('x')}</w:tr></w:tbl>"
    assert rows(tmp_path, body, numbering=numbering) == ["a) first\nb) first; x"]
