from pathlib import Path

import pytest

from extractors.document import PassageKind
from tests.extractors.word.making import paragraph, read_body, table

CENTRED = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
LARGE = '<w:sz w:val="36"/>'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Middle"/><w:basedOn w:val="n"/>'
    f"<w:pPr>{CENTRED}</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="l"><w:name w:val="Big"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
)
BEFORE = paragraph("A first paragraph that says what the document is about, in as many words as it takes. " * 4)
AFTER = paragraph("The text goes on after it.")


def levels(folder: Path, *body: str) -> list[int | None]:
    return [block.level for block in read_body(folder, "".join(body), styles=STYLES).blocks]


@pytest.mark.parametrize(
    "line",
    [
        paragraph("Resolution 179 on the protection of children who use the Internet and of their data", CENTRED, BOLD),
        paragraph("RESOLUTION 179 (REV. BUCHAREST, 2022)", CENTRED),
        paragraph("РЕЗОЛЮЦИЯ 179", '<w:pStyle w:val="c"/>'),
        paragraph("Existing efforts", run=LARGE),
        paragraph("Existing efforts", run='<w:rStyle w:val="l"/>'),
        paragraph("خلفية", run="<w:bCs/><w:rtl/>"),
    ],
)
def test_a_line_that_stands_out_by_its_letters_is_a_heading(tmp_path: Path, line: str) -> None:
    assert levels(tmp_path, BEFORE, line, AFTER) == [None, 1, None]


@pytest.mark.parametrize(
    "line",
    [
        paragraph("A sentence in the middle of the page.", CENTRED, BOLD),
        paragraph("A line in the middle", CENTRED),
        paragraph("ITU", CENTRED),
        paragraph("* * *", CENTRED, BOLD),
        paragraph("CAPITALS AT THE LEFT"),
        paragraph("A large sentence.", run=LARGE),
        paragraph("Large with small", run=LARGE).replace("</w:p>", "<w:r><w:t>print</w:t></w:r></w:p>"),
    ],
)
def test_what_might_be_text_is_no_heading(tmp_path: Path, line: str) -> None:
    assert levels(tmp_path, BEFORE, line, AFTER) == [None, None, None]


def test_of_several_large_lines_only_the_last_is_a_heading(tmp_path: Path) -> None:
    assert levels(tmp_path, BEFORE, paragraph("Large", run=LARGE), paragraph("too", run=LARGE), AFTER) == [
        None,
        None,
        1,
        None,
    ]


def test_a_title_over_several_lines_in_the_middle_of_a_document_is_headings(tmp_path: Path) -> None:
    lines = paragraph("RESOLUTION 179", CENTRED) + paragraph("Child online protection", CENTRED, BOLD)
    assert levels(tmp_path, BEFORE, lines, AFTER) == [None, 1, 1, None]


def test_of_the_lines_at_the_head_of_a_document_only_the_title_is_a_heading(tmp_path: Path) -> None:
    head = paragraph("COUNCIL WORKING GROUP", CENTRED, BOLD) + paragraph("Geneva, 12 January 2018", CENTRED, BOLD)
    assert levels(tmp_path, head, AFTER) == [None, None, None]
    title = paragraph("Child online protection", CENTRED, BOLD)
    assert levels(tmp_path, head, title, table(("a", "b", "c"))) == [None, None, 1, None]


@pytest.mark.parametrize(
    ("name", "level"),
    [("Επικεφαλίδα 2", 2), ("Naslov 1", 1), ("Titlu 3", 3), ("Заглавие 1", 1), ("Heading", 1), ("Titre", 1)],
)
def test_styles_of_other_interface_languages_make_headings(tmp_path: Path, name: str, level: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    (first, _) = read_body(tmp_path, paragraph("Risks", '<w:pStyle w:val="x"/>') + AFTER, styles=styles).blocks
    assert (first.kind, first.level) == (PassageKind.HEADING, level)
