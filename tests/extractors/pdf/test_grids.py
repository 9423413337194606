from collections.abc import Sequence
from itertools import pairwise

import pytest

from extractors.document import PassageKind, Table
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from extractors.reading import Reading
from tests.extractors.pdf.conftest import MakePdf

_RULED = "td, th { border: 0; border-bottom: 1pt solid black; text-align: left } table { border-top: 1pt solid black }"
_BOOKTABS = """td, th { border: 0; text-align: left }
table { border-top: 1pt solid black; border-bottom: 1pt solid black }
thead { border-bottom: 0.5pt solid black } td, th { padding: 2pt 9pt }"""
_PROSE = "Children have a right to be safe online, and States told the group what they do about it. " * 6


def _rows(table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def _html(rows: Sequence[Sequence[str]], head: bool = True) -> str:
    made = ["".join(f"<td>{text}</td>" for text in row) for row in rows]
    if head:
        made[0] = "".join(f"<th>{text}</th>" for text in rows[0])
        return f"<table><thead><tr>{made[0]}</tr></thead>" + "".join(f"<tr>{row}</tr>" for row in made[1:]) + "</table>"
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


def _read(make_pdf: MakePdf, html: str, style: str = "") -> Reading:
    return read_pdf(make_pdf(html, style), Options())


_MEASURES = [
    ["Country", "Measure", "Children"],
    ["Kenya", "A hotline for reports", "1,200"],
    ["Costa Rica", "Lessons in primary schools", "350"],
    ["Egypt", "A law against grooming", "90"],
]


@pytest.mark.parametrize("style", [_RULED, _BOOKTABS])
def test_rules_between_rows_make_a_table(make_pdf: MakePdf, style: str) -> None:
    reading = _read(make_pdf, f"<p>{_PROSE}</p>{_html(_MEASURES)}<p>{_PROSE}</p>", style)
    assert [_rows(table) for table in reading.tables] == [_MEASURES]
    rows = [block.text for block in reading.blocks if block.kind is PassageKind.TABLE_ROW]
    assert rows[-1] == "Country: Egypt; Measure: A law against grooming; Children: 90"


def test_a_cell_of_two_lines_between_rules_is_one_row(make_pdf: MakePdf) -> None:
    rows = [*_MEASURES, ["Senegal", "Training for judges<br>and for the police", "40"]]
    reading = _read(make_pdf, _html(rows), _RULED)
    assert _rows(reading.tables[0])[-1] == ["Senegal", "Training for judges and for the police", "40"]


def test_a_wrapped_cell_in_a_table_without_inner_rules_is_one_row(make_pdf: MakePdf) -> None:
    rows = [*_MEASURES, ["Senegal", "Training for judges<br>and for the police", "40"]]
    reading = _read(make_pdf, _html(rows), _BOOKTABS)
    assert _rows(reading.tables[0])[-1] == ["Senegal", "Training for judges and for the police", "40"]


def test_a_header_over_two_columns_spans_them(make_pdf: MakePdf) -> None:
    html = """<table><thead><tr><th>Region</th><th colspan=2>Children reached in all</th></tr>
    <tr><th></th><th>2024</th><th>2025</th></tr></thead>
    <tr><td>Africa</td><td>1,200</td><td>1,900</td></tr><tr><td>Americas</td><td>350</td><td>410</td></tr></table>"""
    table = _read(make_pdf, html, _BOOKTABS).tables[0]
    assert [cell.column_span for cell in table.cells if cell.text == "Children reached in all"] == [2]
    assert _rows(table)[2:] == [["Africa", "1,200", "1,900"], ["Americas", "350", "410"]]


def test_a_ruled_box_of_one_column_with_several_rows_is_a_table(make_pdf: MakePdf) -> None:
    rows = [["List of services"], ["A hotline for children"], ["Lessons in schools"], ["Advice to parents"]]
    reading = _read(make_pdf, _html(rows, head=False))
    assert [_rows(table) for table in reading.tables] == [rows]


@pytest.mark.parametrize("rows", [[[_PROSE]], [["Box 1: What States do"], [_PROSE]], [[_PROSE]] * 3])
def test_boxed_text_is_no_table(make_pdf: MakePdf, rows: list[list[str]]) -> None:
    reading = _read(make_pdf, _html(rows, head=False))
    assert not reading.tables
    assert sum(block.text.count("right to be safe") for block in reading.blocks) == 6 * sum(_PROSE in r for r in rows)


def test_a_table_in_a_cell_stands_apart(make_pdf: MakePdf) -> None:
    inner = "<table><tr><td>e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>"
    rows = [["a", "b", "c"], ["d", inner, "i"], ["j", "k", "l"]]
    reading = _read(make_pdf, _html(rows, head=False), "td { padding: 0 5pt } table table { width: 100% }")
    assert [_rows(table) for table in reading.tables] == [
        [["a", "b", "c"], ["d", "", "i"], ["j", "k", "l"]],
        [["e", "f"], ["g", "h"]],
    ]


def test_a_table_below_text_in_a_cell_stands_apart(make_pdf: MakePdf) -> None:
    inner = "Text of the cell<table><tr><td>e</td><td>f</td></tr><tr><td>g</td><td>h</td></tr></table>More text"
    reading = _read(make_pdf, _html([["a", "b"], [inner, "i"]], head=False))
    assert [_rows(table) for table in reading.tables] == [
        [["a", "b"], ["Text of the cell More text", "i"]],
        [["e", "f"], ["g", "h"]],
    ]
    assert " ".join(block.text for block in reading.blocks).count("Text of the cell") == 1


def test_a_table_with_open_sides_keeps_its_outer_columns(make_pdf: MakePdf) -> None:
    style = "td { border: 1pt solid black } td:first-child { border-left: 0 } td:last-child { border-right: 0 }"
    reading = _read(make_pdf, _html(_MEASURES, head=False), style)
    assert [_rows(table) for table in reading.tables] == [_MEASURES]


def test_rules_between_paragraphs_make_no_table(make_pdf: MakePdf) -> None:
    reading = _read(make_pdf, f"<hr><p>{_PROSE}</p>" * 4 + "<hr>")
    assert not reading.tables


def test_two_columns_of_text_between_rules_are_no_table(make_pdf: MakePdf) -> None:
    reading = _read(make_pdf, f"<hr><div class=columns>{_PROSE * 2}</div>" * 3 + "<hr>")
    assert not reading.tables


def test_places_to_sign_are_no_table(make_pdf: MakePdf) -> None:
    name = "<td><hr>{}<br>{}<br>{}</td>"
    people = [("Ms Amina Yusuf", "Director", "Kenya"), ("Mr Jean Diop", "Minister", "Senegal")]
    html = "<table style='width: 100%'><tr>" + "".join(name.format(*one) for one in people) + "</tr></table>"
    reading = _read(
        make_pdf, f"<p>{_PROSE}</p>{html}{html}", "td { border: 0; padding: 20pt } hr { border-top: 1pt solid }"
    )
    assert not reading.tables


def test_a_contents_page_between_rules_is_no_table(make_pdf: MakePdf) -> None:
    lines = "".join(f"<tr><td>Chapter on measures ............</td><td>{page}</td></tr>" for page in range(1, 9))
    assert not _read(make_pdf, f"<table style='width: 100%'>{lines}</table>", _RULED).tables


def test_lists_between_rules_are_no_table(make_pdf: MakePdf) -> None:
    items = "".join(f"<tr><td style='width: 30pt'>{n}.</td><td>An item of a list</td></tr>" for n in range(1, 6))
    assert not _read(make_pdf, f"<table style='width: 100%'>{items}</table>", _RULED).tables


def test_every_word_of_a_page_with_tables_is_read_once(make_pdf: MakePdf) -> None:
    words = [f"w{number:03}" for number in range(60)]
    chunks = [words[start:end] for start, end in pairwise(range(0, 61, 12))]
    rules = _html([chunk[:3] for chunk in (chunks[0], chunks[0][3:], chunks[0][6:], chunks[0][9:])], head=False)
    boxed = _html([[word] for word in chunks[1]], head=False).replace("<table", "<table class=all")
    inner = _html([chunks[2][:3], chunks[2][3:6]], head=False).replace("<table", "<table class=all")
    outer = _html([chunks[2][6:9], [*chunks[2][9:11], f"{chunks[2][11]} {inner}"]], head=False)
    html = f"<p>{' '.join(chunks[3])}</p>{rules}<br>{boxed}<br>{outer.replace('<table', '<table class=all', 1)}"
    reading = _read(make_pdf, f"{html}<p>{' '.join(chunks[4])}</p>", _RULED + ".all td { border: 1pt solid black }")
    found = " ".join(
        [block.text for block in reading.blocks if block.kind is not PassageKind.TABLE_ROW]
        + [cell.text for table in reading.tables for cell in table.cells]
    ).split()
    assert sorted(found) == words


def test_colour_behind_words_makes_no_table(make_pdf: MakePdf) -> None:
    style = "span { background: silver; display: inline-block } p { margin: 0; line-height: 1 }"
    lines = "".join(f"<p><span>{n}.</span><span>&nbsp;</span><span>Item</span></p>" for n in range(1, 5))
    assert not _read(make_pdf, lines, style).tables


def test_the_boxes_of_a_form_are_no_table(make_pdf: MakePdf) -> None:
    line = "<tr><td class=text>{0}. Money that children were sent by strangers</td><td>{0}</td><td>&nbsp;</td></tr>"
    html = "<table>" + "".join(line.format(number) for number in range(1, 9)) + "</table>"
    reading = _read(make_pdf, html, "td { width: 30pt } .text { border: 0; width: 300pt }")
    assert not reading.tables
    assert sum(block.text.count("strangers") for block in reading.blocks) == 8


@pytest.mark.parametrize("style", [_RULED, _BOOKTABS])
def test_rules_between_arabic_rows_make_a_table_counted_from_the_right(make_pdf: MakePdf, style: str) -> None:
    rows = [
        ["البلد", "التدبير", "الأطفال"],
        ["كينيا", "خط ساخن للإبلاغ", "1200"],
        ["مصر", "قانون لحماية الأطفال", "350"],
        ["السنغال", "تدريب المعلمين", "90"],
    ]
    reading = _read(make_pdf, f"<div dir=rtl>{_html(rows)}</div>", style.replace("left", "right"))
    assert [_rows(table) for table in reading.tables] == [rows]


def test_rules_between_chinese_rows_make_a_table(make_pdf: MakePdf) -> None:
    rows = [
        ["国家", "措施", "儿童"],
        ["肯尼亚", "举报热线", "1200"],
        ["埃及", "保护儿童的法律", "350"],
        ["巴拿马", "培训", "90"],
    ]
    assert [_rows(table) for table in _read(make_pdf, _html(rows), _BOOKTABS).tables] == [rows]


def test_a_cell_over_the_whole_width_names_no_column(make_pdf: MakePdf) -> None:
    banner = "<tr><td colspan=3>Measures that members reported to the group in the year 2025</td></tr>"
    html = _html(_MEASURES, head=False).replace("<table>", f"<table>{banner}").replace("<td", "<td style='width: 60mm'")
    reading = _read(make_pdf, html)
    rows = [block.text for block in reading.blocks if block.kind is PassageKind.TABLE_ROW]
    assert rows[0] == "Measures that members reported to the group in the year 2025"
    assert rows[-1] == "Country: Egypt; Measure: A law against grooming; Children: 90"


def test_lists_of_figures_in_tall_cells_are_read_group_by_group(make_pdf: MakePdf) -> None:
    contests = [
        [f"CONTEST {column}{number}<br>YES {9 - number}7<br>NO {number}5" for number in range(4)] for column in "AB"
    ]
    cells = "".join(f"<td style='width: 70mm; vertical-align: top'>{'<br><br>'.join(each)}</td>" for each in contests)
    reading = _read(make_pdf, f"<table><tr><td colspan=2>Precinct 5 of Acton</td></tr><tr>{cells}</tr></table>")
    rows = [block.text for block in reading.blocks if block.kind is PassageKind.TABLE_ROW]
    assert rows == ["Precinct 5 of Acton", *(text.replace("<br>", " ") for each in contests for text in each)]


def test_a_row_of_tall_cells_with_sentences_stays_one_row(make_pdf: MakePdf) -> None:
    texts = ["<br><br>".join([_PROSE[:90]] * 4)] * 2
    reading = _read(make_pdf, _html([["Measure", "Result"], texts]), "td { width: 70mm }")
    assert reading.tables[0].rows == 2


def test_a_table_whose_sides_are_drawn_beside_its_header_only_keeps_its_outer_columns(make_pdf: MakePdf) -> None:
    style = """th { border: 1pt solid black; background: #7ac } td { border: 1pt solid black }
    td:first-child { border-left: 0 } td:last-child { border-right: 0 }"""
    assert [_rows(table) for table in _read(make_pdf, _html(_MEASURES), style).tables] == [_MEASURES]
