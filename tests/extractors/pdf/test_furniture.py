from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_TEXT = f"<p>{'Members exchange views on the risks that children face online and on what answers them. ' * 3}</p>"


def test_what_stands_with_the_only_page_number_is_furniture(make_pdf: MakePdf) -> None:
    style = "@page { @top-center { content: '– ' counter(page) ' –\\A CWG-COP-20/30-E'; white-space: pre } }"
    style += " @page :first { @top-center { content: none } }"
    reading = read_pdf(make_pdf(f"{_TEXT}<h2 style='break-before: page'>Recommendations</h2>{_TEXT}", style), Options())
    assert {"– 2 –", "CWG-COP-20/30-E"} <= set(reading.furniture)
    assert not [block for block in reading.blocks if "COP-20" in block.text]


def test_a_heading_under_the_page_number_is_none(make_pdf: MakePdf) -> None:
    style = "@page { @top-center { content: counter(page) } } h2 { text-align: center; margin: 0 }"
    reading = read_pdf(make_pdf(f"<h2>Recommendations</h2>{_TEXT * 3}", style), Options())
    assert reading.blocks[0].text == "Recommendations"


def test_numbered_headings_at_the_top_of_every_page_are_no_furniture(make_pdf: MakePdf) -> None:
    numbers = (1, 4, 19, 23, 26)
    html = "".join(f"<p style='break-before: page'>Article {n}</p>{_TEXT}" for n in numbers)
    reading = read_pdf(make_pdf(html), Options())
    assert [block.text for block in reading.blocks if block.text.startswith("Article")] == [
        f"Article {n}" for n in numbers
    ]


def test_what_runs_up_every_page_is_furniture(make_pdf: MakePdf) -> None:
    side = "<div style='position: absolute; left: -12mm; top: 120mm; transform: rotate(-90deg)'>printed by jbell</div>"
    texts = ("Laws", "Schools", "Hotlines", "Data")
    pages = [f"<div style='position: relative; height: 200mm; break-after: page'>{side}{text}</div>" for text in texts]
    reading = read_pdf(make_pdf("".join(pages)), Options())
    assert "printed by jbell" in reading.furniture
    assert tuple(block.text for block in reading.blocks) == texts


def test_the_documents_own_number_at_the_top_of_a_page_is_furniture(make_pdf: MakePdf) -> None:
    style = "@page { @top-center { content: 'CWG-COP-20/30-E' } } @page :first { @top-center { content: none } }"
    head = "<p>Document CWG-COP-20/30-E</p><p>Original: English</p>"
    reading = read_pdf(make_pdf(f"{head}{_TEXT}<div style='break-before: page'>{_TEXT}</div>", style), Options())
    assert [block.text for block in reading.blocks if "COP-20" in block.text] == ["Document CWG-COP-20/30-E"]
    assert reading.furniture == ("CWG-COP-20/30-E",)


def test_the_documents_own_number_at_the_foot_of_its_only_page_is_furniture(make_pdf: MakePdf) -> None:
    style = "@page { @bottom-left { content: 'CWG-COP-20/30-E (page 1)' } }"
    reading = read_pdf(make_pdf(f"<p>Document CWG-COP-20/30-E</p>{_TEXT}", style), Options())
    assert [block.text for block in reading.blocks if "COP-20" in block.text] == ["Document CWG-COP-20/30-E"]


def test_a_page_number_apart_above_the_foot_is_furniture_and_so_is_the_foot(make_pdf: MakePdf) -> None:
    foot = "<div style='position: absolute; top: 225mm; width: 100%; text-align: center'>7<br>Reporting Company</div>"
    reading = read_pdf(make_pdf(f"{_TEXT}{foot}"), Options())
    assert set(reading.furniture) == {"7", "Reporting Company"}
    assert len(reading.blocks) == 1


def test_a_figure_close_under_the_text_is_no_page_number(make_pdf: MakePdf) -> None:
    foot = "<div style='position: absolute; top: 215mm'>The members of the group at the end of 2025 were<br>14</div>"
    reading = read_pdf(make_pdf(f"{_TEXT}{foot}"), Options())
    assert not reading.furniture
