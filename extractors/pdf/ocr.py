"""The reading of pages that are images: rendered by pdfium, turned upright, read by Tesseract."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
from langdetect import PROFILES_DIRECTORY, DetectorFactory, LangDetectException
from PIL import Image

from extractors.errors import LimitExceeded
from extractors.pdf.sanity import thresholds
from extractors.pdf.scripts import IS_CJK
from extractors.pdf.second_look import read_numbers_again
from extractors.pdf.tesseract import SeenWord, Tesseract, installed_languages
from extractors.pdf.words import Word

_SEED = 0
_CLOSING = ".,;:!?)]}»”،؛؟"
_NOISE = 0.12
"""Words under this confidence are specks and lines that were taken for letters."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page as read by OCR: its words in points, its size, the mean confidence, the languages used, and doubts."""

    words: list[Word]
    width: float
    height: float
    confidence: float
    languages: tuple[str, ...]
    doubtful: tuple[str, ...] = ()
    """The beginnings of lines whose number may be misread."""


def read_image_page(
    page: pdfium.PdfPage, tesseract: Tesseract, megapixels: float, languages: tuple[str, ...] = ()
) -> SeenPage:
    """Render and read a page; `languages` are those that pages before it were in.

    Raises LimitExceeded where the page is too large to render or takes too long.
    """
    image, scale = render(page, megapixels)
    degrees, sure, script = tesseract.orientation(image)
    if degrees and sure >= thresholds()["ocr"]["turn_confidence"]:
        image = image.rotate(-degrees, expand=True)
    words, chosen = _read(image, tesseract, script, languages)
    if _confidence(words) < 0.5 and not (degrees and sure >= thresholds()["ocr"]["turn_confidence"]):
        turned = image.rotate(180)
        again, other = _read(turned, tesseract, script, languages)
        if _confidence(again) * len(again) > 1.3 * _confidence(words) * len(words):
            image, words, chosen = turned, again, other
    words, doubtful = read_numbers_again(image, words, tesseract, chosen)
    confidence = _confidence(words)
    return SeenPage(_placed(words, scale), image.width / scale, image.height / scale, confidence, chosen, doubtful)


def render(page: pdfium.PdfPage, megapixels: float) -> tuple[Image.Image, float]:
    """Render a page in grey; also return the pixels for a point.

    Raises LimitExceeded, before anything is rendered, where the page has too many megapixels at the least resolution.
    """
    settings = thresholds()["ocr"]
    area = page.get_width() * page.get_height()
    for dots in settings["dots_per_inch"]:
        scale = dots / 72
        if area * scale**2 <= 1e6 * min(settings["megapixels"], megapixels):
            image: Image.Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
            return image.convert("L"), scale
    raise LimitExceeded(
        f"A page of {page.get_width() / 28.35:.0f} by {page.get_height() / 28.35:.0f} cm is too large to be read as "
        "an image. Please ask for a copy in a usual paper size."
    )


def _read(
    image: Image.Image, tesseract: Tesseract, script: str, languages: tuple[str, ...]
) -> tuple[list[SeenWord], tuple[str, ...]]:
    settings = thresholds()["ocr"]
    installed = installed_languages(tesseract.path)
    candidates = [name for name in settings["languages"].get(script, ["eng"]) if name in installed] or ["eng"]
    first = tuple(name for name in languages if name in installed) or (candidates[0],)
    words = tesseract.words(image, first)
    if languages and _confidence(words) >= settings["low_confidence"]:
        return words, first
    if len(candidates) == 1 and first == (candidates[0],):
        return words, first
    guess = settings["packages"].get(language_of(" ".join(word.text for word in words)), candidates[0])
    if guess in installed and (guess,) != first:
        again = tesseract.words(image, (guess,))
        if _confidence(again) >= _confidence(words):
            return again, (guess,)
    return words, first


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language that a text seems to be in, of the group's six; else `und`."""
    detector = _detectors().create()
    detector.append(text[:4000])
    try:
        code = str(detector.detect())
    except LangDetectException:
        return "und"
    return code[:2] if code[:2] in thresholds()["ocr"]["packages"] else "und"


@cache
def _detectors() -> DetectorFactory:
    """Load the profiles of the group's languages only: all of langdetect's take half a second."""
    factory = DetectorFactory()
    names = ["zh-cn" if code == "zh" else code for code in thresholds()["ocr"]["packages"]]
    factory.load_json_profile([Path(PROFILES_DIRECTORY, name).read_text("utf-8") for name in names])
    factory.set_seed(_SEED)
    return factory


def _confidence(words: list[SeenWord]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _placed(words: list[SeenWord], scale: float) -> list[Word]:
    """Turn pixels into points; the words of a line get one height and, where it is near the usual one, one size."""
    lines: dict[tuple[int, int, int], list[SeenWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    heights = {line: max(word.height for word in members) for line, members in lines.items()}
    usual = sorted(heights[word.line] for word in words)[len(words) // 2] if words else 0
    placed: list[Word] = []
    for line, members in lines.items():
        height = usual if abs(heights[line] - usual) < 0.25 * usual else heights[line]
        top, bottom = min(word.top for word in members), max(word.top + word.height for word in members)
        skewed = bottom - top > 1.5 * height
        for word in members:
            if word.confidence < _NOISE:
                continue
            y0, y1 = (word.top, word.top + word.height) if skewed else (top, bottom)
            x0, x1 = word.left / scale, (word.left + word.width) / scale
            made = Word(word.text, x0, y0 / scale, x1, y1 / scale, 0.9 * height / scale, confidence=word.confidence)
            made.place = len(placed)
            # What Tesseract gives as two words is two, however near their boxes are; but not so signs, and in Chinese.
            glued = made.text[0] in _CLOSING or IS_CJK.match(made.text)
            made.spaced = not (glued or (placed and IS_CJK.match(placed[-1].text[-1])))
            placed.append(made)
    return placed
