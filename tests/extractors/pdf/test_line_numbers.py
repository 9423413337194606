import re

from extractors.options import Options
from extractors.pdf.reader import read_pdf
from extractors.reading import Reading
from tests.extractors.pdf.conftest import MakePdf

_LINES = [
    "The group met in Geneva and heard reports of the measures that members had taken to protect",
    "children online since its last meeting. Members told it that most of the calls to their national",
    "hotlines come from parents, and that schools have begun to teach the risks of social networks.",
    "Several members reported laws on the sharing of intimate images. They asked the secretariat to",
    "collect these laws and to publish them before the next meeting, so that all members can use them.",
    "Operators told the group that they remove what a hotline reports to them within one working day,",
    "and that they keep a record of each report for two years. The group thanked them and decided to",
    "come back to the matter. It asked for figures on the age of the children in whose name reports were",
    "made, and on what became of the reports, so that it can compare the practice of the members in",
    "the six regions with each other at its next meeting.",
]
_STYLE = ".line { position: relative; margin-left: 15mm; white-space: nowrap; font-size: 9pt } "
_NUMBER = "<span style='position: absolute; right: 165mm'>{}</span>"


def _read(make_pdf: MakePdf, numbers: list[int | None]) -> Reading:
    marks = ["" if number is None else _NUMBER.format(number) for number in numbers]
    lines = "".join(f"<div class=line>{mark}{text}</div>" for mark, text in zip(marks, _LINES, strict=True))
    return read_pdf(make_pdf(lines, _STYLE), Options())


def _text(reading: Reading) -> str:
    return " ".join(block.text for block in reading.blocks)


def test_the_numbers_of_lines_are_furniture(make_pdf: MakePdf) -> None:
    reading = _read(make_pdf, list(range(1, 11)))
    assert _text(reading) == " ".join(_LINES)
    assert "1 2 3 4 5 6 7 8 9 10" in reading.furniture
    assert all(block.number is None for block in reading.blocks)


def test_numbers_of_lines_may_go_on_from_another_page(make_pdf: MakePdf) -> None:
    assert _text(_read(make_pdf, list(range(95, 105)))) == " ".join(_LINES)


def test_the_numbers_of_a_few_lines_on_the_last_page_are_furniture_too(make_pdf: MakePdf) -> None:
    lines = [f"<div class=line>{_NUMBER.format(n)}{text}</div>" for n, text in enumerate(_LINES, start=1)]
    html = "".join(lines) + "<div style='break-before: page'></div>" + "".join(lines[3:5])
    reading = read_pdf(make_pdf(html, _STYLE), Options())
    assert _text(reading) == " ".join([*_LINES, *_LINES[3:5]])


def test_the_numbers_of_every_fifth_line_are_furniture(make_pdf: MakePdf) -> None:
    lines = _LINES * 3
    marks = [_NUMBER.format(place + 1) if place % 5 == 4 else "" for place in range(len(lines))]
    html = "".join(f"<div class=line>{mark}{text}</div>" for mark, text in zip(marks, lines, strict=True))
    html = html.replace("<div class=line>The", "<div class=line style='margin-top: 9pt'>The")
    assert _text(read_pdf(make_pdf(html, _STYLE), Options())) == " ".join(lines)


def test_other_numbers_by_five_stay(make_pdf: MakePdf) -> None:
    lines = _LINES * 3
    marks = [_NUMBER.format(5 * place // 3) if place % 3 == 0 else "" for place in range(len(lines))]
    html = "".join(f"<div class=line>{mark}{text}</div>" for mark, text in zip(marks, lines, strict=True))
    assert not read_pdf(make_pdf(html, _STYLE), Options()).furniture


def test_the_numbers_of_the_rows_of_a_table_stay(make_pdf: MakePdf) -> None:
    rows = [[f"{number}", "a hotline for children in the capital", f"{number}00"] for number in range(1, 12)]
    html = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    for style in ("", "td { border: 0; padding: 2pt 20pt }"):
        reading = read_pdf(make_pdf(f"<table>{html}</table>", style), Options())
        assert not reading.furniture
        found = " ".join(f"{block.number or ''} {block.text}" for block in reading.blocks)
        assert re.findall(r"\b\d\d?\b", found) == [row[0] for row in rows]


def test_the_numbers_of_a_list_stay(make_pdf: MakePdf) -> None:
    items = [f"{text[0].upper()}{text[1:]}" for text in _LINES]
    html = "".join(f"<div class=line>{_NUMBER.format(n)}{text}</div>" for n, text in enumerate(items, start=1))
    reading = read_pdf(make_pdf(html, _STYLE), Options())
    assert sum(block.number is not None for block in reading.blocks) == 10
