from extractors.document import PassageKind
from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf

_TEXT = f"<p>{'Members exchange views on the risks that children face online and on what answers them. ' * 3}</p>"


def test_what_stands_side_by_side_in_a_letterhead_is_two_passages(make_pdf: MakePdf) -> None:
    html = f"""<table style='width: 100%'><tr><td style='border: 0; width: 65%'>Agenda item 3: National experiences of
    members and good practices that others may find of use</td><td style='border: 0'>Document COP-20/4-E</td></tr>
    </table>{_TEXT}<p>Source: Kenya</p><p>Title: What schools do</p>{_TEXT}"""
    texts = [block.text for block in read_pdf(make_pdf(html), Options()).blocks]
    assert texts[0].startswith("Agenda item 3: National experiences")
    assert texts[0].endswith("may find of use")
    assert texts[1] == "Document COP-20/4-E"


def test_cells_without_label_stay_in_one_line(make_pdf: MakePdf) -> None:
    html = f"<p>Kenya <span style='padding-left: 60mm'>Nairobi</span></p>{_TEXT}"
    block = read_pdf(make_pdf(html), Options()).blocks[0]
    assert (block.kind, block.text) == (PassageKind.PARAGRAPH, "Kenya Nairobi")
