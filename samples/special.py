"""Makes the samples that are more than a text: scanned, from Word, legacy, protected, broken or under another name."""

import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image, ImageFilter

from samples.legacy_word import normalise_doc
from samples.normal_form import normalise_pdf
from samples.sample import Sample

_A4_POINTS = (595.28, 841.89)


def scan(source: Path, target: Path, sample: Sample, *, dots_per_inch: int, seed: int, jpeg_quality: int) -> None:
    """Turn a PDF's pages into slightly skewed and noisy grey images, and those into a PDF without text."""
    rng = random.Random(seed)
    with pypdfium2.PdfDocument(source) as pages, pikepdf.new() as scanned, TemporaryDirectory() as folder:
        for index, page in enumerate(pages):
            image = page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L")
            path = Path(folder) / f"{index}.jpg"
            _worn(image, rng).save(path, quality=jpeg_quality, optimize=True)
            _append_image(scanned, path.read_bytes(), image.size)
        scanned.docinfo["/Producer"] = "Office scanner"
        scanned.save(target)
    normalise_pdf(target, sample.expect.document_date)


def convert(sources: Sequence[Path], target_format: str, folder: Path) -> None:
    """Let LibreOffice write each file in another format (`pdf`, `doc`) into the folder."""
    if not sources:
        return
    with TemporaryDirectory() as profile:
        arguments = [f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target_format]
        subprocess.run(  # the program of this name on the PATH is what we want
            ["soffice", *arguments, "--outdir", str(folder), *map(str, sources)],  # noqa: S607
            check=True,
            capture_output=True,
        )


def convert_to_pdf(source: Path, target: Path, sample: Sample) -> None:
    """Make a PDF from a Word file, as members do."""
    convert([source], "pdf", target.parent)
    source_pdf = target.parent / f"{source.stem}.pdf"
    source_pdf.replace(target)
    normalise_pdf(target, sample.expect.document_date)


def convert_to_doc(source: Path, target: Path, sample: Sample) -> None:
    """Make a Word 97 file from a Word file."""
    convert([source], "doc", target.parent)
    (target.parent / f"{source.stem}.doc").replace(target)
    normalise_doc(target, sample.expect.document_date)


def encrypt(source: Path, target: Path, password: str) -> None:
    """Protect a PDF with a password, by RC4: AES would take random salts, and other bytes each time."""
    with pikepdf.open(source) as pdf:
        pdf.save(
            target,
            static_id=True,
            encryption=pikepdf.Encryption(owner=password, user=password, R=3, aes=False, metadata=False),
        )


def truncate(source: Path, target: Path, share: float) -> None:
    """Keep only the first bytes of a file."""
    content = source.read_bytes()
    target.write_bytes(content[: int(len(content) * share)])


def _worn(image: Image.Image, rng: random.Random) -> Image.Image:
    turned = image.rotate(rng.uniform(-0.5, 0.5), resample=Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
    noise = np.random.default_rng(rng.getrandbits(32)).normal(0, 5, pixels.shape)
    return Image.fromarray(np.clip(pixels * 0.95 + 6 + noise, 0, 255).astype(np.uint8))


def _append_image(pdf: pikepdf.Pdf, jpeg: bytes, size: tuple[int, int]) -> None:
    width, height = _A4_POINTS
    image = pikepdf.Stream(pdf, jpeg)
    image.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    pdf.add_blank_page(page_size=(width, height))
    page = pdf.pages[-1]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = pikepdf.Stream(pdf, f"q {width} 0 0 {height} 0 0 cm /Im0 Do Q".encode())
