from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from extractors.document import PassageKind, ProposalKind
from extractors.errors import EncryptedDocument, ExtractionError, LimitExceeded, ProgramMissing, UnreadableDocument
from extractors.options import Limits, Options
from extractors.pdf.reader import read_pdf
from extractors.reading import Block, Reading
from tests.extractors.pdf.conftest import MakePdf, raw_file

_SENTENCE = "Members exchange views on the risks that children face online and on the frameworks that answer them. "
_RUNNING = "@page { @top-center { content: 'COP/20-E' } @bottom-center { content: counter(page) } }"
_ORDINARY = """
<h1>Protecting children online</h1>
<p>Document COP/20-E</p>
<h2>1 Introduction</h2>
<p>1.1 {long}</p>
<p>1.2 The second paragraph has a note<span class="note">A note of the ministry.</span> and goes on. {long}</p>
<ol type="a" style="list-style-type: lower-alpha"><li>the first measure;</li><li>the second measure.</li></ol>
<ul><li>a bullet of its own</li></ul>
<h2>2 Results</h2>
<p>Table 1 – Measures by country</p>
<table><thead><tr><th>Country</th><th>Measure</th><th>Year</th></tr></thead>
<tr><td>Kenya</td><td>A hotline</td><td>2024</td></tr><tr><td>Fiji</td><td>School lessons</td><td>2025</td></tr>
<tr><td colspan="2">All together</td><td>2026</td></tr></table>
<p>{long}</p><p style="break-before: page">{long}</p><p style="break-before: page">{long}</p>
<p style="break-before: page">{long}</p>
"""


@pytest.fixture(scope="module")
def ordinary(make_pdf: MakePdf) -> Reading:
    return read_pdf(make_pdf(_ORDINARY.format(long=_SENTENCE * 4), _RUNNING), Options())


def _of(reading: Reading, kind: PassageKind) -> list[Block]:
    return [block for block in reading.blocks if block.kind is kind]


def test_headings_have_levels_and_numbers(ordinary: Reading) -> None:
    headings = _of(ordinary, PassageKind.HEADING)
    assert [(block.text, block.number) for block in headings] == [
        ("Protecting children online", None),
        ("Introduction", "1"),
        ("Results", "2"),
    ]
    assert headings[0].level == 1
    assert headings[1].level == headings[2].level == 2


def test_numbered_paragraphs_are_list_items_as_in_word_files(ordinary: Reading) -> None:
    numbered = _of(ordinary, PassageKind.LIST_ITEM)[:2]
    assert [block.number for block in numbered] == ["1.1", "1.2"]
    assert numbered[0].text == (_SENTENCE * 4).strip()


def test_list_items_have_their_sign(ordinary: Reading) -> None:
    assert [(block.number, block.text) for block in _of(ordinary, PassageKind.LIST_ITEM)[2:]] == [
        ("a", "the first measure;"),
        ("b", "the second measure."),
        (None, "a bullet of its own"),
    ]


def test_footnotes_stand_apart_with_their_reference(ordinary: Reading) -> None:
    assert [(block.number, block.text) for block in _of(ordinary, PassageKind.FOOTNOTE)] == [
        ("1", "A note of the ministry.")
    ]
    assert "has a note and goes on" in " ".join(block.text for block in ordinary.blocks)


def test_table_rows_make_sense_alone(ordinary: Reading) -> None:
    rows = _of(ordinary, PassageKind.TABLE_ROW)
    assert rows[1].text == "Country: Kenya; Measure: A hotline; Year: 2024"
    assert (rows[1].table, rows[1].row) == (0, 1)
    table = ordinary.tables[0]
    assert (table.rows, table.columns, table.caption) == (4, 3, "Table 1 – Measures by country")
    assert [cell.text for cell in table.cells if cell.header] == ["Country", "Measure", "Year"]
    assert [cell.column_span for cell in table.cells if cell.text == "All together"] == [2]


def test_furniture_is_kept_out_of_the_blocks(ordinary: Reading) -> None:
    assert any("COP/20-E" in text for text in ordinary.furniture)
    assert sum("COP/20-E" in block.text for block in ordinary.blocks) == 1
    assert not [block for block in ordinary.blocks if block.text.isdigit()]
    assert [line.furniture for line in ordinary.front if line.cells == ("COP/20-E",)] == [True]


def test_a_table_over_two_pages_is_one_table(make_pdf: MakePdf) -> None:
    rows = "".join(f"<tr><td>Country {n}</td><td>Measure number {n}</td></tr>" for n in range(60))
    html = f"<table><thead><tr><th>Country</th><th>Measure</th></tr></thead>{rows}</table>"
    reading = read_pdf(make_pdf(html), Options())
    assert [table.rows for table in reading.tables] == [61]
    assert reading.blocks[60].text == "Country: Country 59; Measure: Measure number 59"
    assert (reading.blocks[1].page, reading.blocks[60].page) == (1, 2)


def test_columns_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    words = " ".join(f"word{n}" for n in range(700))
    html = f"<h1>A title over both columns</h1><div class='columns'><p>{words}</p></div>"
    reading = read_pdf(make_pdf(html), Options())
    text = " ".join(block.text for block in reading.blocks)
    assert text == f"A title over both columns {words}"
    assert len(reading.blocks) == 2


def test_hyphenation_is_undone(make_pdf: MakePdf) -> None:
    text = "The telecommunication administrations of neighbouring countries co-operate internationally. " * 6
    html = f"<div lang='en' style='width: 60mm; hyphens: auto; text-align: justify'><p>{text}</p></div>"
    reading = read_pdf(make_pdf(html), Options())
    assert reading.blocks[0].text == text.strip()


def test_paragraphs_go_on_over_pages(make_pdf: MakePdf) -> None:
    words = " ".join(f"word{n}" for n in range(900))
    reading = read_pdf(make_pdf(f"<p>{words}.</p>"), Options())
    assert [block.text for block in reading.blocks] == [f"{words}."]
    assert reading.blocks[0].page == 1
    assert reading.pages == 3


def test_arabic_is_in_reading_order(make_pdf: MakePdf) -> None:
    text = "تعرض هذه المساهمة ما اتخذته الإدارة من تدابير لحماية الأطفال على الإنترنت (2025) مع منظمة UNICEF وشركائها."
    reading = read_pdf(make_pdf(f"<div dir='rtl'><p>{text}</p></div>"), Options())
    assert [block.text for block in reading.blocks] == [text]


def test_chinese_has_no_false_spaces(make_pdf: MakePdf) -> None:
    text = "各成员国就儿童在网上面临的风险以及应对这些风险的法律、技术、教育和政策框架交换了意见。" * 4
    reading = read_pdf(make_pdf(f"<p lang='zh'>{text}</p>"), Options())
    assert [block.text for block in reading.blocks] == [text]


def test_the_letterhead_comes_as_cells(make_pdf: MakePdf) -> None:
    html = """<table style='width: 100%'><tr><td style='border: 0; width: 65%'>Agenda item: 3</td>
    <td style='border: 0'>Document COP-20/4-E</td></tr></table><p>Some text of the document.</p>"""
    reading = read_pdf(make_pdf(html), Options())
    assert reading.front[0].cells == ("Agenda item: 3", "Document COP-20/4-E")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_pages_read_as_upright_ones(make_pdf: MakePdf, tmp_path: Path, turn: int) -> None:
    file = make_pdf(f"<p>{_SENTENCE}</p>")
    with pikepdf.open(file.path) as document:
        document.pages[0].rotate(turn, relative=True)
        document.save(tmp_path / "turned.pdf")
    reading = read_pdf(raw_file(tmp_path / "turned.pdf"), Options())
    assert [block.text for block in reading.blocks] == [_SENTENCE.strip()]


def test_what_the_file_says_of_itself_is_kept(make_pdf: MakePdf, tmp_path: Path) -> None:
    file = make_pdf(f"<h1>A heading</h1><p>{_SENTENCE}</p>")
    with pikepdf.open(file.path) as document:
        document.docinfo["/Title"] = "A title"
        document.docinfo["/CreationDate"] = "D:20260113120000+01'00'"
        document.attachments["figures.csv"] = b"a,b"
        document.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r)])
        document.save(tmp_path / "told.pdf")
    reading = read_pdf(raw_file(tmp_path / "told.pdf"), Options())
    assert reading.properties.title == "A title"
    assert reading.properties.created == "2026-01-13T12:00:00+01:00"
    assert reading.embedded == ("figures.csv",)
    assert reading.page_labels == ("i",)
    assert [(entry.title, entry.level, entry.page) for entry in reading.outline] == [("A heading", 1, 1)]


@pytest.mark.parametrize("password", ["", "secret"])
def test_only_a_real_password_keeps_a_file_closed(make_pdf: MakePdf, tmp_path: Path, password: str) -> None:
    with pikepdf.open(make_pdf(f"<p>{_SENTENCE}</p>").path) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="owner", user=password))
    file = raw_file(tmp_path / "locked.pdf")
    if password:
        with pytest.raises(EncryptedDocument, match="password"):
            read_pdf(file, Options())
    else:
        assert read_pdf(file, Options()).blocks[0].text == _SENTENCE.strip()


def test_a_damaged_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing that helps")
    with pytest.raises(UnreadableDocument, match="damaged"):
        read_pdf(raw_file(path), Options())


def test_too_many_pages_are_refused(make_pdf: MakePdf) -> None:
    file = make_pdf("<p>one</p><p style='break-before: page'>two</p>")
    with pytest.raises(LimitExceeded, match="2 pages"):
        read_pdf(file, Options(limits=Limits(pages=1)))


def test_a_blank_document_holds_no_text(tmp_path: Path) -> None:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(tmp_path / "blank.pdf")
    with pytest.raises(UnreadableDocument, match="no text"):
        read_pdf(raw_file(tmp_path / "blank.pdf"), Options())


def test_a_page_that_cannot_be_opened_is_left_out_with_a_warning(make_pdf: MakePdf, tmp_path: Path) -> None:
    file = make_pdf("<p>one</p><p style='break-before: page'>two</p>")
    with pikepdf.open(file.path) as document:
        document.pages[1].obj.Type = pikepdf.Name.Pages
        document.pages[1].obj.Kids = pikepdf.Array()
        document.save(tmp_path / "half.pdf")
    reading = read_pdf(raw_file(tmp_path / "half.pdf"), Options())
    assert reading.blocks[0].text == "one"
    assert reading.pages == 1 or reading.warnings


def test_hostile_files_give_a_reading_or_a_typed_error(corpora: Path) -> None:
    paths = [*(corpora / "hostile").glob("*.pdf"), *(corpora / "hostile").glob("*.fuzz")]
    for path in sorted(paths):
        with suppress(ExtractionError):
            assert read_pdf(raw_file(path), Options()).pages


def test_ordinary_files_lose_no_text(corpora: Path) -> None:
    import pypdfium2

    for name in ("uwazi__eng.pdf", "pdfplumber__word365_structure.pdf", "docling__multi_page.pdf"):
        path = corpora / "ordinary" / name
        reading = read_pdf(raw_file(path), Options())
        ours = "".join(f"{block.number or ''}{block.text}" for block in reading.blocks) + "".join(reading.furniture)
        with pypdfium2.PdfDocument(path) as document:
            raw = "".join(page.get_textpage().get_text_range() for page in document)
        for letter in "aeiouxyzAMT":
            assert ours.count(letter) >= raw.count(letter), (name, letter)


def test_marked_provisions_carry_their_proposal(make_pdf: MakePdf) -> None:
    html = f"""<h1>Proposals</h1><p><b>MOD ACP/7/1</b></p><p>a) {_SENTENCE * 2}</p><p>Reasons: {_SENTENCE * 2}</p>
    <p>{_SENTENCE * 3}</p>"""
    blocks = read_pdf(make_pdf(html), Options()).blocks
    assert [block.proposal for block in blocks] == [None, ProposalKind.MOD, ProposalKind.MOD, None, None]


def test_signs_that_stand_for_an_object_are_no_tables(make_pdf: MakePdf) -> None:
    reading = read_pdf(make_pdf("<p>Some text.</p><p>\ufffc</p><p>And more of it\ufffc.</p>"), Options())
    assert [block.text for block in reading.blocks] == ["Some text.", "And more of it."]


def test_a_scan_without_tesseract_waits(make_scan: MakePdf) -> None:
    with pytest.raises(ProgramMissing, match="Tesseract") as caught:
        read_pdf(make_scan("<p>Only an image of text.</p>"), Options())
    assert caught.value.program == "tesseract"


def test_a_short_word_on_its_line_does_not_take_the_look_of_the_line_above(make_pdf: MakePdf) -> None:
    lines = "".join(f"<h2>Mandate {n}</h2><p>Members<br>exchange views on all of it.</p>" for n in range(4))
    reading = read_pdf(make_pdf(f"{lines}<p>{_SENTENCE * 4}</p>"), Options())
    assert _headings(reading) == [f"Mandate {n}" for n in range(4)]


def _headings(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if block.kind is PassageKind.HEADING]


def test_a_heading_over_two_lines_is_one_heading(make_pdf: MakePdf) -> None:
    title = "<h1 style='text-align: center'>Trace-based Type Specialization for Dynamic<br/>Languages</h1>"
    reading = read_pdf(make_pdf(f"{title}<p>{_SENTENCE * 9}</p>"), Options())
    assert _headings(reading) == ["Trace-based Type Specialization for Dynamic Languages"]


def test_numbered_headings_and_those_apart_stay_two(make_pdf: MakePdf) -> None:
    style = "h2 { margin: 0; line-height: 1.2 } .apart { margin-top: 20pt }"
    lines = "<h2>1. The first of all</h2><h2>2. The second of all</h2><h2 class='apart'>Another one</h2>"
    reading = read_pdf(make_pdf(f"{lines}<p>{_SENTENCE * 9}</p>", style), Options())
    assert _headings(reading) == ["The first of all", "The second of all", "Another one"]
