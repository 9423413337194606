from pathlib import Path

from extractors.options import Options
from extractors.pdf.reader import read_pdf
from tests.extractors.pdf.conftest import MakePdf, raw_file

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "files"
_HEAD = """<table style='width: 100%'><tr><td style='border: 0; width: 65%'>Agenda item: 3</td>
<td style='border: 0'>Document COP-20/4-E</td></tr></table>
<h1>A title that is long enough to run over both of the columns</h1>"""


def test_the_front_is_read_column_by_column(make_pdf: MakePdf) -> None:
    words = [f"word{n}" for n in range(200)]
    front = read_pdf(make_pdf(f"{_HEAD}<div class='columns'><p>{' '.join(words)}</p></div>"), Options()).front
    assert front[0].cells == ("Agenda item: 3", "Document COP-20/4-E")
    assert " ".join(cell for line in front[2:] for cell in line.cells).split() == words


def test_the_front_of_a_sample_in_columns_is_not_interleaved() -> None:
    name = "CWG-COP-20_11_Costa-Rica_Panama_Republica-Dominicana.pdf"
    front = read_pdf(raw_file(SAMPLES / name), Options()).front
    lines = [line.cells for line in front]
    assert ("Punto del orden del día: 4", "Documento CWG-COP-20/11-S") in lines
    assert lines[lines.index(("Resumen",)) + 1] == ("Costa Rica, Panamá y la República Dominicana",)
