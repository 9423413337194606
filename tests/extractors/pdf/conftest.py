import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from extractors.document import MediaType, RawFile

MakePdf = Callable[..., RawFile]

_STYLE = """
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans CJK SC"; }
table { border-collapse: collapse } td, th { border: 0.5pt solid black; padding: 2pt 4pt }
h1 { font-size: 16pt } h2 { font-size: 13pt } .columns { columns: 2; column-gap: 8mm }
.note { float: footnote; font-size: 8.5pt } ::footnote-call { font-size: 7pt; vertical-align: super }
"""


def raw_file(path: Path) -> RawFile:
    data = path.read_bytes()
    return RawFile(path, path.name, hashlib.sha256(data).hexdigest(), len(data), MediaType.PDF)


@pytest.fixture(scope="session")
def make_pdf(tmp_path_factory: pytest.TempPathFactory) -> MakePdf:
    """Give a function that makes a PDF of HTML with WeasyPrint."""
    weasyprint = pytest.importorskip("weasyprint")

    def make(html: str, style: str = "", name: str = "made.pdf") -> RawFile:
        path = tmp_path_factory.mktemp("pdf") / name
        document = f"<html><head><style>{_STYLE}{style}</style></head><body>{html}</body></html>"
        weasyprint.HTML(string=document).write_pdf(path)
        return raw_file(path)

    return make


@pytest.fixture(scope="session")
def make_scan(make_pdf: MakePdf, tmp_path_factory: pytest.TempPathFactory) -> MakePdf:
    """Give a function that makes a PDF of images of the pages of a document, turned by so many degrees."""

    def make(html: str, degrees: int = 0, dots: int = 200) -> RawFile:
        path = tmp_path_factory.mktemp("scan") / "scan.pdf"
        with pdfium.PdfDocument(make_pdf(html).path) as document:
            images = [page.render(scale=dots / 72).to_pil().rotate(degrees, expand=True) for page in document]
        images[0].save(path, save_all=True, append_images=images[1:], resolution=dots)
        return raw_file(path)

    return make


@pytest.fixture(scope="session")
def tesseract() -> Path:
    """Give the path of Tesseract, or skip."""
    found = shutil.which("tesseract")
    if found is None:
        pytest.skip("Tesseract is not installed")
    return Path(found)
