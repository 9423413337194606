"""What was filled into the form of a PDF is part of its text."""

from pathlib import Path
from typing import Any

import pikepdf

from extractors.document import Document
from extractors.extract import extract
from extractors.media_type import raw_file
from tests.extractors.pdf.conftest import MakePdf

_PAGE = """
<h1>Questionnaire on online safety</h1>
<p>1. Does your country have a law on this?</p><p style="margin-left:6mm">Yes &#160; &#160; &#160; &#160; &#160; No</p>
<p>2. Which law is it?</p><p>&#160;</p><p>3. Who applies it in your country?</p><p>&#160;</p>
"""


def fill(path: Path, fields: list[dict[str, Any]]) -> Document:
    """Add fields to the first page; `at` is left, top, right and bottom in points from the top of the page."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        height = float(page.mediabox[3])
        made = []
        for field in fields:
            left, top, right, bottom = field.pop("at")
            entries = {f"/{key}": value for key, value in field.items()}
            rectangle = [left, height - bottom, right, height - top]
            made.append(
                pdf.make_indirect(
                    pikepdf.Dictionary(
                        {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Widget, "/Rect": rectangle} | entries
                    )
                )
            )
        page.Annots = pikepdf.Array(made)
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(made))
        pdf.save(path)
    return extract(raw_file(path))


def places(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def line_of(path: Path, text: str) -> tuple[float, float]:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        word = next(word for word in pdf.pages[0].extract_words() if word["text"] == text)
        return float(word["x0"]), float(word["top"])


def test_values_and_boxes_stand_where_their_fields_are(make_pdf: MakePdf) -> None:
    path = make_pdf(_PAGE).path
    (yes, top), (no, _) = line_of(path, "Yes"), line_of(path, "No")
    _, second = line_of(path, "2.")
    _, third = line_of(path, "3.")
    box = {"FT": pikepdf.Name.Btn}
    found = fill(
        path,
        [
            box | {"AS": pikepdf.Name("/Off"), "at": (yes - 13, top, yes - 3, top + 10)},
            box | {"AS": pikepdf.Name("/On"), "at": (no - 13, top, no - 3, top + 10)},
            {"FT": pikepdf.Name.Tx, "V": "The Act of 2019, and a decree.", "at": (60, second + 22, 400, second + 36)},
            {"FT": pikepdf.Name.Tx, "V": "", "at": (60, third + 22, 400, third + 36)},
        ],
    )
    assert "☐ Yes ☒ No" in " ".join(places(found))
    assert [(each.answer_kind.value, each.yes, each.answer_text) for each in found.answers] == [
        ("yes_no", False, "☐ Yes ☒ No"),
        ("text", None, "The Act of 2019, and a decree."),
        ("empty", None, ""),
    ]


def test_a_long_value_is_read_whole(make_pdf: MakePdf) -> None:
    path = make_pdf(_PAGE).path
    _, third = line_of(path, "3.")
    value = "The ministry applies the law together with the regulator and the police, and reports to parliament. " * 3
    found = fill(path, [{"FT": pikepdf.Name.Tx, "V": value, "at": (60, third + 24, 300, third + 160)}])
    assert " ".join(value.split()) in " ".join(" ".join(places(found)).split())


def test_a_value_that_the_page_shows_itself_is_not_read_twice(make_pdf: MakePdf) -> None:
    path = make_pdf("<p>The name of the country is Norland.</p>").path
    found = fill(path, [{"FT": pikepdf.Name.Tx, "V": "Norland.", "at": (100, 60, 200, 75)}])
    assert " ".join(places(found)).count("Norland") == 1


def test_a_field_without_a_value_and_a_note_are_no_text(make_pdf: MakePdf) -> None:
    path = make_pdf("<p>Something to read.</p>").path
    found = fill(path, [{"FT": pikepdf.Name.Tx, "at": (100, 160, 200, 175)}])
    assert places(found) == ["Something to read."]
