from pathlib import Path

from extractors.document import PassageKind
from extractors.options import Options
from extractors.passages import make_passages
from extractors.pdf.reader import read_pdf
from extractors.reading import Block, Reading
from tests.extractors.pdf.conftest import MakePdf, raw_file

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "files"
_SENTENCE = "Members exchange views on the risks that children face online and on the frameworks that answer them. "
_NOTE = ".note { font-size: 8pt } .mark { font-size: 7pt; vertical-align: super; line-height: 0 }"


def _notes(reading: Reading) -> list[tuple[str | None, str]]:
    return [(block.number, block.text) for block in reading.blocks if block.kind is PassageKind.FOOTNOTE]


def _text(reading: Reading) -> str:
    return " ".join(block.text for block in reading.blocks if block.kind is not PassageKind.FOOTNOTE)


def _two_pages(body: str, note: str) -> str:
    foot = f"<p class='note' style='position: absolute; bottom: 0'>{note}</p>"
    page = "<div style='height: 240mm; position: relative; {}'>{}</div>"
    return page.format("", body) + page.format("break-before: page", f"<p>{_SENTENCE * 3}</p>{foot}")


def test_a_note_on_the_page_after_its_reference_is_a_note(make_pdf: MakePdf) -> None:
    body = f"<p>{_SENTENCE * 9}The culprit was a relative.<span class='mark'>3</span></p>"
    reading = read_pdf(make_pdf(_two_pages(body, "3 A count of three prosecutors."), _NOTE), Options())
    assert _notes(reading) == [("3", "A count of three prosecutors.")]
    assert "The culprit was a relative." in _text(reading)
    assert "relative.3" not in _text(reading)


def test_the_index_of_a_formula_is_no_reference_to_the_next_page(make_pdf: MakePdf) -> None:
    body = f"<p>{_SENTENCE * 9}The trees i<sub class='mark'>2</sub> and the law.<span class='mark'>2</span></p>"
    reading = read_pdf(make_pdf(_two_pages(body, "2 A count of three prosecutors."), _NOTE), Options())
    assert "The trees i2 and the law." in _text(reading)
    assert "law.2" not in _text(reading)


def test_a_raised_number_without_note_stands_apart_from_its_word(make_pdf: MakePdf) -> None:
    html = f"<p>{_SENTENCE * 3}As the report says<span class='mark'>14</span> of 12 km<span class='mark'>2</span>.</p>"
    reading = read_pdf(make_pdf(html, _NOTE), Options())
    assert "the report says 14 of 12 km2." in _text(reading)


def test_a_note_under_two_columns_is_a_note() -> None:
    reading = read_pdf(raw_file(SAMPLES / "CWG-COP-20_11_Costa-Rica_Panama_Republica-Dominicana.pdf"), Options())
    assert [number for number, _ in _notes(reading)] == ["1"]
    assert "el agresor era un familiar." in _text(reading)
    assert "familiar.1" not in _text(reading)


def test_the_mark_of_an_arabic_note_is_out_of_the_text() -> None:
    reading = read_pdf(raw_file(SAMPLES / "CWG-COP-20_17_Egypt.pdf"), Options())
    block: Block = next(block for block in reading.blocks if block.text.endswith("من سحب الهاتف."))
    assert block.number == "٢.١"
    assert [number for number, _ in _notes(reading)] == ["1"]


def test_a_line_that_begins_with_a_short_word_goes_on_the_note(make_pdf: MakePdf) -> None:
    note = "3 An attitude of this kind is known as its pitch and is controlled by<br>a combination of two of them."
    body = f"<p>{_SENTENCE * 9}The culprit was a relative.<span class='mark'>3</span></p>"
    reading = read_pdf(make_pdf(_two_pages(body, note), _NOTE), Options())
    assert _notes(reading) == [("3", note[2:].replace("<br>", " "))]


def test_a_note_stands_after_the_paragraph_with_its_mark(make_pdf: MakePdf) -> None:
    html = f"""<h2>The law</h2><p>{_SENTENCE}A law of 2024.<span class='mark'>1</span></p><p>{_SENTENCE}</p>
    <h2>The schools</h2><p>{_SENTENCE}A lesson.<span class='mark'>2</span></p><h2>The end</h2><p>{_SENTENCE}</p>"""
    foot = "<div class=note style='position: absolute; bottom: 0'>1 Act No. 5.<br>2 Of an hour.</div>"
    file = make_pdf(f"<div style='height: 240mm; position: relative'>{html}{foot}</div>", _NOTE)
    _, passages = make_passages(file.sha256, read_pdf(file, Options()).blocks)
    notes = [(each.number, each.heading_path) for each in passages if each.kind is PassageKind.FOOTNOTE]
    assert notes == [("1", ("The law",)), ("2", ("The schools",))]


def test_the_bracket_of_a_raised_number_goes_with_it(make_pdf: MakePdf) -> None:
    body = f"<p>{_SENTENCE * 9}The culprit was<span class='mark'>3)</span> a relative.</p>"
    reading = read_pdf(make_pdf(_two_pages(body, "3) A count of three prosecutors."), _NOTE), Options())
    assert "The culprit was a relative." in _text(reading)
    assert _notes(reading) == [("3", "A count of three prosecutors.")]


def test_a_note_goes_on_at_the_foot_of_the_next_column(make_pdf: MakePdf) -> None:
    box = "<div style='position: absolute; width: 75mm; left: {}mm; top: {}mm; font-size: {}pt'>{}</div>"
    note = "3 A count of three prosecutors in<br>the capital and in the regions, with<br>the cases of"
    body = f"{_SENTENCE * 8}The culprit was a relative.<span class='mark'>3</span>"
    columns = [(0, 0, 11, body), (90, 0, 11, _SENTENCE * 9), (0, 225, 8, note), (90, 225, 8, "two years before it.")]
    html = "".join(box.format(*column) for column in columns)
    reading = read_pdf(make_pdf(f"<div style='position: relative; height: 240mm'>{html}</div>", _NOTE), Options())
    assert _notes(reading) == [("3", f"{note[2:].replace('<br>', ' ')} two years before it.")]


def test_a_note_goes_on_in_the_next_column_above_the_notes_of_that_one(make_pdf: MakePdf) -> None:
    box = "<div style='position: absolute; width: 75mm; left: {}mm; top: {}mm; font-size: {}pt'>{}</div>"
    mark = "<span class='mark'>{}</span>"
    note = "3 A count of three prosecutors in<br>the capital and in the regions, with<br>the cases of"
    first, second = (f"{_SENTENCE * 8}The culprit was a relative.{mark.format(number)}" for number in (3, 4))
    rest = "two years before it.<br>4 A count of courts."
    columns = [(0, 0, 11, first), (90, 0, 11, second), (0, 225, 8, note), (90, 225, 8, rest)]
    html = "".join(box.format(*column) for column in columns)
    reading = read_pdf(make_pdf(f"<div style='position: relative; height: 240mm'>{html}</div>", _NOTE), Options())
    assert _notes(reading) == [
        ("3", f"{note[2:].replace('<br>', ' ')} two years before it."),
        ("4", "A count of courts."),
    ]


def test_a_list_within_a_note_and_a_figure_at_a_lines_beginning_open_no_note(make_pdf: MakePdf) -> None:
    marks = "<span class='mark'>{}</span>"
    body = f"<p>{_SENTENCE * 7}A law.{marks.format(1)} A court.{marks.format(2)} A relative.{marks.format(3)}</p>"
    note = "1 Act 5.<br>2 Court 6, that is:<br>1) of the first<br>2) and the last.<br>3 Three cases."
    notes = _notes(read_pdf(make_pdf(_two_pages(body + "", note).replace("break-before: page", ""), _NOTE), Options()))
    assert notes == [
        ("1", "Act 5."),
        ("2", "Court 6, that is: 1) of the first 2) and the last."),
        ("3", "Three cases."),
    ]
