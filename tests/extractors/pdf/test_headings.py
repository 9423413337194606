from pathlib import Path

from extractors.document import PassageKind
from extractors.options import Options
from extractors.passages import make_passages
from extractors.pdf.reader import read_pdf
from extractors.reading import Reading
from tests.extractors.pdf.conftest import MakePdf, raw_file

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "files"
_TEXT = f"<p>{'Members exchange views on the risks that children face online and on what answers them. ' * 3}</p>"
_NO_OUTLINE = """
h1, h2, h3, h4 { bookmark-level: none } .same { font-size: 13pt; font-weight: bold }
.centred { text-align: center; font-size: 13pt; font-weight: bold } .tight { margin: 0; line-height: 1.2 }
"""


def _tree(reading: Reading) -> list[str]:
    _, passages = make_passages("0" * 64, reading.blocks)
    return [
        " > ".join((*passage.heading_path, passage.text)) for passage in passages if passage.kind is PassageKind.HEADING
    ]


def _kinds(reading: Reading) -> dict[str, PassageKind]:
    return {block.text: block.kind for block in reading.blocks}


def test_numbered_sections_stand_beside_an_unnumbered_one(make_pdf: MakePdf) -> None:
    html = f"""<h1>Minutes of the meeting</h1><h2 style="font-size: 14pt">Presences</h2>{_TEXT}
    <h2>1. Opening</h2>{_TEXT}<h2>2. Adoption of the agenda</h2>{_TEXT}"""
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == [
        "Minutes of the meeting",
        "Minutes of the meeting > Presences",
        "Minutes of the meeting > Opening",
        "Minutes of the meeting > Adoption of the agenda",
    ]


def test_an_unnumbered_subheading_stays_in_its_numbered_section(make_pdf: MakePdf) -> None:
    html = f"""<h2>1. Opening</h2>{_TEXT}<h2>2. Request</h2><p class="centred">Resolution 2023-001</p>{_TEXT}
    <h4>The reasons</h4>{_TEXT}<h2>3. Closing</h2>{_TEXT}<h2>References</h2>{_TEXT}"""
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == [
        "Opening",
        "Request",
        "Request > Resolution 2023-001",
        "Request > Resolution 2023-001 > The reasons",
        "Closing",
        "References",
    ]


def test_numbers_that_begin_anew_belong_to_the_annex(make_pdf: MakePdf) -> None:
    html = f"""<h2>1. Opening</h2>{_TEXT}<h2>2. Closing</h2>{_TEXT}<h2>Annex A – Terms</h2>{_TEXT}
    <h2>1. Scope</h2>{_TEXT}<h2>2. Members</h2>{_TEXT}<h2>Annex B – Calendar</h2>{_TEXT}"""
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == [
        "Opening",
        "Closing",
        "Annex A – Terms",
        "Annex A – Terms > Scope",
        "Annex A – Terms > Members",
        "Annex B – Calendar",
    ]


def test_lettered_parts_hold_the_numbered_sections(make_pdf: MakePdf) -> None:
    html = f"""<h2>A. Background</h2>{_TEXT}<h2>1. History</h2>{_TEXT}<h2>2. Mandate</h2>{_TEXT}
    <h2>B. Results</h2>{_TEXT}<h2>1. Laws</h2>{_TEXT}"""
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == [
        "Background",
        "Background > History",
        "Background > Mandate",
        "Results",
        "Results > Laws",
    ]


def test_the_outline_tells_headings_and_their_levels(make_pdf: MakePdf) -> None:
    plain = "h1, h2, h3 { font-size: 11pt; font-weight: normal }"
    html = f"""<h1>The whole declaration</h1><h2>Preamble</h2>{_TEXT}<h2>1 The first part</h2>{_TEXT}
    <h3>On its own</h3>{_TEXT}<p class="same">Not in the outline</p>{_TEXT}"""
    style = f"{plain} .same {{ font-size: 12pt; font-weight: bold; bookmark-level: none }}"
    reading = read_pdf(make_pdf(html, style), Options())
    assert [(block.text, block.level, block.number) for block in reading.blocks if block.level] == [
        ("The whole declaration", 1, None),
        ("Preamble", 2, None),
        ("The first part", 2, "1"),
        ("On its own", 3, None),
        ("Not in the outline", 1, None),
    ]


def test_a_letterhead_before_labels_is_no_heading(make_pdf: MakePdf) -> None:
    html = f"""<h1 style="bookmark-level: none">Council Working Group on Child Online Protection</h1>
    <p><b>Twentieth meeting – Geneva, 13–14 January 2026</b></p><p><b>Document COP-20/5-E</b></p>
    <p>Source: Kenya</p><p><b>Title: What schools do</b></p><h2>1 Introduction</h2>{_TEXT}"""
    assert _tree(read_pdf(make_pdf(html), Options())) == ["Introduction"]


def test_a_subtitle_is_no_heading(make_pdf: MakePdf) -> None:
    html = f"""<h1 class="centred tight" style="font-size: 15pt">MINUTES</h1>
    <p class="centred tight">Public meeting held on 20 June</p><h2>Presences</h2>{_TEXT}"""
    reading = read_pdf(make_pdf(html, _NO_OUTLINE), Options())
    assert _kinds(reading)["Public meeting held on 20 June"] is PassageKind.PARAGRAPH
    assert _tree(reading) == ["MINUTES", "MINUTES > Presences"]


def test_capitals_that_go_on_a_sentence_are_no_heading(make_pdf: MakePdf) -> None:
    html = f"<h2>RESOLUTION</h2><p>Considering the request of the committee;</p><p>THE COUNCIL RESOLVES</p>{_TEXT}"
    reading = read_pdf(make_pdf(html, _NO_OUTLINE), Options())
    assert _tree(reading) == ["RESOLUTION"]


def test_a_box_in_small_print_keeps_its_heading(make_pdf: MakePdf) -> None:
    box = f"<div style='font-size: 9.5pt'><p><b>Summary</b></p>{_TEXT}</div>"
    html = f"{box}<h2>1 Introduction</h2>{_TEXT * 4}"
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == ["Summary", "Introduction"]


def test_a_sentence_on_a_table_is_no_caption(make_pdf: MakePdf) -> None:
    table = "<table><tr><td>Country</td><td>Year</td></tr><tr><td>Kenya</td><td>2024</td></tr></table>"
    sentence = "Table 2 gives the objectives of the plan, its targets for 2029 and who is responsible for each."
    html = f"<p>4.1 {sentence}</p><p>Table A – Respondents</p>{table}{_TEXT}<p>Figure 7 The way of a file</p>{_TEXT}"
    kinds = _kinds(read_pdf(make_pdf(html), Options()))
    assert kinds[sentence] is PassageKind.LIST_ITEM
    assert kinds["Table A – Respondents"] is PassageKind.CAPTION
    assert kinds["Figure 7 The way of a file"] is PassageKind.CAPTION


def test_the_mark_of_a_proposal_is_no_heading(make_pdf: MakePdf) -> None:
    html = f"<h2>Proposals</h2><p><b>MOD ACP/7/1</b></p>{_TEXT}"
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == ["Proposals"]


def test_a_numbered_line_between_two_headings_is_one(make_pdf: MakePdf) -> None:
    items = "<div>• Boys seldom ask for help.</div><div>• Accounts are removed slowly.</div>"
    html = f"<h2>1. Results</h2>{_TEXT}<div>2. Challenges</div>{items}<h2>3. Recommendations</h2>{_TEXT}"
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == ["Results", "Challenges", "Recommendations"]


def test_a_letter_of_a_figure_is_no_heading(make_pdf: MakePdf) -> None:
    html = f"<h2>1. Trees</h2>{_TEXT}<p class='same'>T</p>{_TEXT}<h2>2. Loops</h2>{_TEXT}"
    assert _tree(read_pdf(make_pdf(html, _NO_OUTLINE), Options())) == ["Trees", "Loops"]


def test_the_samples_have_no_letterhead_in_their_paths() -> None:
    for name in ("CWG-COP-20_12_Uruguay.pdf", "CWG-COP-20_17_Egypt.pdf", "CWG-COP-20_19_Kazakhstan.pdf"):
        blocks = read_pdf(raw_file(SAMPLES / name), Options()).blocks
        first = next(block for block in blocks if block.kind is PassageKind.HEADING and block.number)
        assert first.level == 1, name
        assert not [block for block in blocks if block.level and "20" in block.text and block.page == 1], name


def test_the_minutes_of_a_town_read_as_they_are_printed(corpora: Path) -> None:
    reading = read_pdf(raw_file(corpora / "ordinary" / "pdfplumber__2023-06-20-PV.pdf"), Options())
    sections = [block.text for block in reading.blocks if block.level == 2]
    assert sections[0] == "Présences"
    assert len(sections) == 6
    assert [block.text for block in reading.blocks if block.level == 3] == ["Résolution DM-2023-001"]


def test_the_declaration_of_human_rights_has_all_its_headings(corpora: Path) -> None:
    reading = read_pdf(raw_file(corpora / "ordinary" / "uwazi__eng.pdf"), Options())
    assert [block.level for block in reading.blocks if block.kind is PassageKind.HEADING] == [1] + [2] * 31
