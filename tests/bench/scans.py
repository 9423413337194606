"""How many words of a scan are read right: the sample scan and clean pages at 200 dpi, each turned four ways."""

import string
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from rapidfuzz.distance import LCSseq

from extractors.extract import extract
from extractors.media_type import raw_file
from extractors.options import Options
from flows.settings import load_settings
from samples.blocks import Block, Heading, ItemList, Paragraph
from samples.pdf_builder import build_pdf
from samples.sample import FILES, TEXTS, read_sample
from tests.bench.figures import Figure, show

SCAN = TEXTS / "en" / "jamaica-cyberbullying-scan.yaml"
_DOTS = 200
_MARKS = string.punctuation + "–•“”"


def main() -> None:
    """Print the word accuracy of each."""
    show("OCR, share of the body's words that are read right, in order", figures())


def figures() -> list[Figure]:
    """Read pages whose text is known; the block of header fields, which is a table, is left out."""
    options, sample = load_settings().options(), read_sample(SCAN)
    if options.tesseract is None:
        return []
    wanted = _words(text for block in sample.body for text in _texts(block))
    found = []
    with TemporaryDirectory() as folder:
        clean = Path(folder, "clean.pdf")
        build_pdf(sample, clean)
        for what, source in (("sample scan", FILES / sample.file), (f"clean {_DOTS} dpi", clean)):
            for degrees in (0, 90, 180, 270):
                target = Path(folder, f"{degrees}.pdf")
                _write(_images(source), degrees, target)
                value = _accuracy(target, options, wanted)
                found.append(
                    Figure(f"{what}, turned by {degrees} degrees", value, "", 0.95, note=f"{len(wanted)} words")
                )
    return found


def _images(path: Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L") for page in document]


def _write(images: Sequence[Image.Image], degrees: int, target: Path) -> None:
    turned = [image.rotate(degrees, expand=True) for image in images]
    turned[0].save(target, "PDF", save_all=True, append_images=turned[1:], resolution=_DOTS, quality=95)


def _accuracy(path: Path, options: Options, wanted: list[str]) -> float:
    document = extract(raw_file(path), options)
    found = _words(f"{passage.number or ''} {passage.text}" for passage in document.passages)
    # Words between those that are known (a page's header) are no errors of the OCR.
    return float(LCSseq.similarity(wanted, found) / len(wanted))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield f"{block.number or ''} {block.text}"
        case ItemList():
            yield from block.items


def _words(texts: Iterator[str] | Sequence[str]) -> list[str]:
    return [word for text in " ".join(texts).split() if (word := text.strip(_MARKS))]


if __name__ == "__main__":
    main()
