from pathlib import Path

import pytest

from extractors.document import PassageKind
from extractors.options import Options
from extractors.pdf.paragraphs import PARTED, join
from extractors.pdf.reader import read_pdf
from extractors.reading import Reading
from tests.extractors.pdf.conftest import MakePdf, raw_file

_RECITALS = (
    "Whereas the peoples of the United Nations have in the Charter reaffirmed their faith in fundamental human rights "
    "and have determined to promote better standards of life,",
    "Whereas Member States have pledged themselves to achieve, in cooperation with the United Nations, the promotion "
    "of universal respect for and observance of rights,",
    "Now, therefore,",
)
_VERTICAL = Path("ordinary") / "pdfminersix__jo.pdf"


def _texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


@pytest.mark.parametrize(
    ("text", "more", "joined"),
    [
        ("the tele-", "communication", "the telecommunication"),
        ("the co-op-", "eration", "the co-op-eration"),
        ("the Guinea-", "Bissau report", "the Guinea-Bissau report"),
        ("a soft\u00ad", "Hyphen", "a softHyphen"),
        ("儿童在网", "上面临", "儿童在网上面临"),
        ("https://www.example.org/", "page", "https://www.example.org/page"),
        ("https://www.example.org/", "To the extent possible", "https://www.example.org/ To the extent possible"),
        ("M\u2013", "30", "M\u201330"),
        ("two", "words", "two words"),
        ("demolition 2023-", "0379;", "demolition 2023-0379;"),
        ("a 16-", "year-old", "a 16-year-old"),
        ("the period 2023 -", "2025", "the period 2023 - 2025"),
        ("pre-", "and post-war", "pre- and post-war"),
        ("interpreter-", "to-trace", "interpreter-to-trace"),
        ("", "words", "words"),
    ],
)
def test_lines_join_as_the_author_wrote(text: str, more: str, joined: str) -> None:
    assert join(text, more).replace(PARTED, "") == joined


def test_the_recitals_of_a_preamble_are_paragraphs_of_their_own(make_pdf: MakePdf) -> None:
    html = "".join(f"<p style='margin: 0'>{text}</p>" for text in _RECITALS)
    assert _texts(read_pdf(make_pdf(html, "body { width: 130mm }"), Options())) == list(_RECITALS)


def test_a_sentence_goes_on_after_a_preposition(make_pdf: MakePdf) -> None:
    html = "<p>Written by the Directorate of<br>Human Resources and by nobody else in the house, as minutes say.</p>"
    assert len(read_pdf(make_pdf(html * 2), Options()).blocks) == 2


def test_the_lines_of_contents_lose_their_dots_and_are_no_headings(make_pdf: MakePdf) -> None:
    lines = "".join(f"<h2>Chapter {n} {'.' * 60} {n + 1}</h2>" for n in range(1, 4))
    reading = read_pdf(make_pdf(f"{lines}<p>{'Some text of the chapter. ' * 30}</p>"), Options())
    assert [(block.kind, block.text) for block in reading.blocks[:3]] == [
        (PassageKind.PARAGRAPH, f"Chapter {n} {n + 1}") for n in range(1, 4)
    ]


def test_numbers_before_small_letters_are_a_list_however_large(make_pdf: MakePdf) -> None:
    html = f"<p style='font-size: 14pt'>1. the first thing</p><p>{'Some text of the chapter. ' * 30}</p>"
    assert read_pdf(make_pdf(html), Options()).blocks[0].kind is PassageKind.LIST_ITEM


def test_chinese_paragraphs_end_with_their_last_line(make_pdf: MakePdf) -> None:
    texts = ["各成员国就儿童在网上面临的风险交换了意见。" * n for n in (3, 4)]
    html = "".join(f"<p lang='zh' style='margin: 0'>{text}</p>" for text in texts)
    assert _texts(read_pdf(make_pdf(html, "body { width: 150mm }"), Options())) == texts


def test_vertical_text_is_cut_in_no_sentence(corpora: Path) -> None:
    texts = _texts(read_pdf(raw_file(corpora / _VERTICAL), Options()))
    assert texts[1].startswith("わたくしといふ現象は假定された有機交流電燈のひとつの青い照明です")
    assert not [text for text in texts if text[-1] in "のはを"]


def test_headings_at_the_top_of_pages_are_no_furniture(corpora: Path) -> None:
    reading = read_pdf(raw_file(corpora / "ordinary" / "uwazi__spn.pdf"), Options())
    articles = [block.text for block in reading.blocks if block.kind is PassageKind.HEADING][2:]
    assert articles == [f"Artículo {n}" for n in range(1, 31)]


def test_lists_within_lists_are_parted(make_pdf: MakePdf) -> None:
    inner = "<div style='margin-left: 10mm'>{}</div>"
    html = "<div>2. Entry with children</div>" + inner.format("a. The first child") + "<div>• A bullet</div>"
    html += inner.format("o Next level") + inner.format("o Same level") + "<p>And the end of it all.</p>"
    assert [(block.number, block.text) for block in read_pdf(make_pdf(html), Options()).blocks] == [
        ("2", "Entry with children"),
        ("a", "The first child"),
        (None, "A bullet"),
        (None, "Next level"),
        (None, "Same level"),
        (None, "And the end of it all."),
    ]


def test_a_large_heading_over_two_lines_is_one(make_pdf: MakePdf) -> None:
    style = "h1 { width: 60mm; line-height: 1.4 } p { line-height: 1.25 }"
    html = f"<h1>Fraud that is aimed at children and at their parents</h1><p>{'Some text of it. ' * 60}</p>"
    blocks = read_pdf(make_pdf(html, style), Options()).blocks
    assert [block.text for block in blocks if block.kind is PassageKind.HEADING] == [
        "Fraud that is aimed at children and at their parents"
    ]


def test_labels_far_apart_in_a_letterhead_are_not_joined(make_pdf: MakePdf) -> None:
    lines = "<div>Document CWG-COP-20/20-A</div><div>16 December 2025</div><div>Original: Arabic</div>"
    html = f"<div style='line-height: 2.2; width: 60mm'>{lines}</div>"
    assert len(read_pdf(make_pdf(html), Options()).blocks) == 3


def test_paragraphs_that_all_stand_far_apart_are_not_joined(make_pdf: MakePdf) -> None:
    texts = ["This is the first paragraph with a comment attached.", "This is the second paragraph with a comment on."]
    html = "".join(f"<p style='line-height: 1.2; margin: 14pt 0'>{text}</p>" for text in texts * 2)
    assert _texts(read_pdf(make_pdf(html), Options())) == texts * 2


def test_a_figure_at_the_beginning_of_a_line_is_no_number(make_pdf: MakePdf) -> None:
    html = "<p>The share was higher in the whole of the year 2020.<br>3.15 per cent more were counted in that year.</p>"
    assert len(read_pdf(make_pdf(html, "body { width: 100mm }"), Options()).blocks) == 1


def test_a_paragraph_may_end_in_an_address(make_pdf: MakePdf) -> None:
    texts = ["It is in the public domain, see http://creativecommons.org/zero/1.0/", "To the extent possible it is."]
    html = f"<p>{texts[0]}<br>{texts[1]}</p><p>{'Some more text of it. ' * 20}</p>"
    assert _texts(read_pdf(make_pdf(html), Options()))[:2] == texts


def test_a_date_parted_after_its_year_gives_no_number(make_pdf: MakePdf) -> None:
    html = "<p style='width: 60mm; text-align: justify; text-align-last: justify'>The organization said on 2020.<br>"
    reading = read_pdf(make_pdf(f"{html}3.11. COVID-19 is a pandemic now,<br>and asked for help.</p>"), Options())
    assert _texts(reading) == ["The organization said on 2020. 3.11. COVID-19 is a pandemic now, and asked for help."]


def test_the_title_of_a_clause_in_slightly_larger_letters_stands_alone(make_pdf: MakePdf) -> None:
    title = "<div style='font-size: 12.5pt'>(1) Changes of the law on the protection of children who go online</div>"
    html = f"{title}<div style='font-size: 11.5pt'>The law of 2020 {'names the risks of the Internet ' * 6}.</div>"
    reading = read_pdf(make_pdf(html), Options())
    assert [(block.number, block.text[:7]) for block in reading.blocks] == [("(1)", "Changes"), (None, "The law")]


_BLOCK = "<div style='margin: 0 30mm; text-align: justify; text-align-last: justify'>{}</div>"


def test_a_quotation_set_in_from_both_sides_is_cut_at_no_semicolon(make_pdf: MakePdf) -> None:
    lines = ("We had seen what children meet online;", "the risks were new to us and to our teachers:")
    text = [
        *lines,
        "so we asked the children themselves, and they told us;",
        "the answers are in this report and its annex.",
    ]
    html = f"<p>{'Some text of the full width of the page. ' * 8}</p>{_BLOCK.format('<br>'.join(text))}"
    assert _texts(read_pdf(make_pdf(html), Options()))[1:] == [" ".join(text)]


def test_a_number_that_the_line_before_calls_for_begins_no_list(make_pdf: MakePdf) -> None:
    lines = ("(5) Take the measures that are named in paragraph", "(b) of this article and no others.", "(6) Report.")
    html = f"<div>{'<br>'.join(lines)}</div><p>{'Some text of the full width of the page. ' * 8}</p>"
    assert [(block.number, block.text) for block in read_pdf(make_pdf(html), Options()).blocks][:2] == [
        ("(5)", "Take the measures that are named in paragraph (b) of this article and no others."),
        ("(6)", "Report."),
    ]


def test_a_title_that_ends_in_the_name_of_a_part_calls_for_no_number(make_pdf: MakePdf) -> None:
    html = "<div>Proposed new articles<br>(1) Member States shall report each year to the Council.</div>"
    assert [block.number for block in read_pdf(make_pdf(html), Options()).blocks] == [None, "(1)"]


@pytest.mark.parametrize(("second", "count"), [("Ministry of Education", 2), ("and of those who teach them", 1)])
def test_rows_of_two_columns_that_no_line_parts_are_not_joined(make_pdf: MakePdf, second: str, count: int) -> None:
    cell = "<span style='position: absolute; left: 90mm'>{}</span>"
    rows = f"<div>The first{cell.format('Ministry of Children')}</div><div>The other{cell.format(second)}</div>"
    assert len(read_pdf(make_pdf(f"<div style='position: relative'>{rows}</div>"), Options()).blocks) == count


@pytest.mark.parametrize(
    ("rest", "count"), [("schools to report to it each year.", 2), ("Schools report each year.", 3)]
)
def test_a_sentence_goes_on_after_small_print_at_the_foot_of_its_page(make_pdf: MakePdf, rest: str, count: int) -> None:
    text = f"{'The group heard what the members of it have done. ' * 6}Then the ministry asked the"
    foot = (
        "<div style='position: absolute; bottom: 0; font-size: 8pt'>Contact: Ms A. Example, Ministry of Children</div>"
    )
    html = f"<div style='position: relative; height: 240mm'><p>{text}</p>{foot}</div>"
    texts = _texts(read_pdf(make_pdf(f"{html}<p style='break-before: page'>{rest}</p>"), Options()))
    assert texts[0] == (f"{text} {rest}" if count == 2 else text)
    assert len(texts) == count


@pytest.mark.parametrize(("word", "count"), [("Internationalization Agreement", 1), ("Act of the State", 2)])
def test_a_paragraph_goes_on_over_the_page_where_the_next_word_had_no_room(
    make_pdf: MakePdf, word: str, count: int
) -> None:
    lines = ("The ministry heard of the whole programme and of it", "asked all of its members to follow the new")
    html = f"<p>{'<br>'.join(lines)}</p><p style='break-before: page'>{word} and to report on it each year.</p>"
    assert len(read_pdf(make_pdf(html), Options()).blocks) == count
