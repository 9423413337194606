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
