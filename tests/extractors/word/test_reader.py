import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.document import MediaType, PassageKind, Properties
from extractors.errors import EncryptedDocument, ProgramMissing, UnsupportedFormat
from extractors.media_type import raw_file
from extractors.options import Options
from extractors.reading import FrontLine
from extractors.word.reader import read_word
from tests.extractors.word.making import RELATION, make_docx, paragraph, read, read_body, table, words

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="Заголовок 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="Mine"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="5"><w:name w:val="Annex_No"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="6"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="7"><w:name w:val="Flat"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="L"/><w:basedOn w:val="loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "level"),
    [("1", 1), ("2", 2), ("3", 1), ("4", 1), ("5", 1), ("6", 3), ("7", None), ("loop", None), ("none", None)],
)
def test_headings_are_known_by_style_in_any_language(tmp_path: Path, style: str, level: int | None) -> None:
    body = paragraph("Risks online", f'<w:pStyle w:val="{style}"/>') + paragraph("Text.")
    block = read_body(tmp_path, body, styles=STYLES).blocks[0]
    assert block.level == level
    assert block.kind is (PassageKind.PARAGRAPH if level is None else PassageKind.HEADING)


def test_an_outline_level_makes_a_heading_and_unmakes_one(tmp_path: Path) -> None:
    made = paragraph("Risks online", '<w:outlineLvl w:val="1"/>')
    unmade = paragraph("Risks online", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    blocks = read_body(tmp_path, made + unmade, styles=STYLES).blocks
    assert [block.level for block in blocks] == [2, None]


def test_a_whole_clause_in_a_headings_style_is_no_heading(tmp_path: Path) -> None:
    (block,) = read_body(tmp_path, paragraph("word " * 60, '<w:pStyle w:val="1"/>'), styles=STYLES).blocks
    assert block.kind is PassageKind.PARAGRAPH


def test_a_short_bold_line_before_plain_text_is_a_heading(tmp_path: Path) -> None:
    bold = "<w:b/>"
    body = paragraph("2.1 Legal measures", run=bold) + paragraph("Text of it.")
    body += paragraph("Bold but a sentence.", run=bold) + paragraph("Text.")
    body += (
        paragraph("Two bold", run=bold)
        + paragraph("lines.", run=bold)
        + paragraph("")
        + paragraph("A last one", run=bold)
    )
    kinds = [(block.kind.value, block.level, block.number) for block in read_body(tmp_path, body).blocks]
    assert kinds[0] == ("heading", 2, "2.1")
    assert [kind for kind, _, _ in kinds[1:]] == ["paragraph"] * 6


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    inner = BOX.format(paragraph("In the box") + paragraph("second") + table(("a 1", "b 1")))
    body = (
        f"<w:p>{words('Before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    blocks = read_body(tmp_path, body + paragraph("After")).blocks
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", "Before"),
        ("text_box", "In the box\nsecond"),
        ("table_row", "a 1; b 1"),
        ("paragraph", "After"),
    ]


def test_shapes_give_their_words(tmp_path: Path) -> None:
    long = BOX.format("".join(paragraph("word " * 90 + str(at)) for at in range(3)))
    body = (
        "<w:p><w:r><w:pict><v:shape><v:textpath string='DRAFT'/></v:shape></w:pict></w:r>"
        f"<w:r><w:pict><v:textbox>{long}</v:textbox></w:pict></w:r>"
        "<w:r><w:drawing><mc:AlternateContent><mc:Fallback><wps:txbx>"
        f"{BOX.format(paragraph('old way'))}</wps:txbx></mc:Fallback></mc:AlternateContent></w:drawing></w:r>"
        "<w:r><w:drawing><dgm:relIds r:dm='d1'/></w:drawing></w:r>"
        "<w:r><w:drawing><c:chart r:id='c1'/></w:drawing></w:r>"
        "<w:r><w:drawing><c:chart r:id='gone'/></w:drawing></w:r>"
        f"<w:del><w:r><w:pict><v:textbox>{BOX.format(paragraph('deleted'))}</v:textbox></w:pict></w:r></w:del></w:p>"
    )
    drawn = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    dgm = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    chart = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    raw = {
        "word/d.xml": f"<dgm:dataModel {dgm} {drawn}><dgm:pt><a:p><a:r><a:t>Report</a:t></a:r></a:p></dgm:pt>"
        "<dgm:pt><a:p><a:r><a:t>Act</a:t></a:r></a:p></dgm:pt></dgm:dataModel>".encode(),
        "word/c.xml": f"<c:chart {chart} {drawn}><a:p><a:r><a:t>Calls</a:t></a:r></a:p><c:strCache><c:pt>"
        "<c:v>2023</c:v></c:pt></c:strCache></c:chart>".encode(),
    }
    links = f'<Relationship Id="d1" Type="{RELATION}/diagramData" Target="d.xml"/>'
    links += f'<Relationship Id="c1" Type="{RELATION}/chart" Target="/word/c.xml"/>'
    blocks = read(make_docx(tmp_path / "a.docx", body, raw=raw, links=links)).blocks
    texts = [block.text for block in blocks if block.text_before != "deleted"]
    assert [block.text for block in blocks if block.text_before == "deleted"] == [""]
    assert texts[0] == "DRAFT"
    assert [text[-1] for text in texts[1:4]] == ["0", "1", "2"]
    assert texts[4:] == ["old way", "Report\nAct", "Calls\n2023"]


def test_notes_follow_their_paragraph_with_the_number_of_their_reference(tmp_path: Path) -> None:
    body = (
        f"<w:p>{words('One')}<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r></w:p>"
        f"<w:p>{words('Two')}<w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:footnoteReference w:id='99'/></w:r></w:p>"
    )
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("See 1.")}{paragraph("And 2.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Own mark.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{paragraph("At the end.")}</w:endnote>'
    settings = (
        '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr><w:endnotePr><w:numStart w:val="4"/></w:endnotePr>'
    )
    blocks = read_body(tmp_path, body, footnotes=footnotes, endnotes=endnotes, settings=settings).blocks
    assert [(block.kind.value, block.number, block.text) for block in blocks] == [
        ("paragraph", None, "One"),
        ("footnote", "*", "See 1.\nAnd 2."),
        ("endnote", "iv", "At the end."),
        ("paragraph", None, "Two*"),
        ("footnote", "*", "Own mark."),
    ]


def test_a_deleted_reference_takes_its_note_along_and_is_not_counted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{words('One')}<w:del><w:r><w:footnoteReference w:id='1'/></w:r></w:del>"
        f"<w:ins w:author='A'><w:r><w:footnoteReference w:id='2'/></w:r></w:ins>"
        "<w:ins><w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del></w:ins></w:p>"
    )
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"Note {at}.")}</w:footnote>' for at in (1, 2, 3))
    blocks = read_body(tmp_path, body, footnotes=notes).blocks[1:]
    assert [(block.number, block.text, block.text_before) for block in blocks] == [
        (None, "", "Note 1."),
        ("1", "Note 2.", ""),
    ]
    assert blocks[1].revisions[0].author == "A"


def test_an_inserted_text_box_is_an_insertion(tmp_path: Path) -> None:
    box = f"<w:ins w:author='A'><w:r><w:pict>{BOX.format(paragraph('New'))}</w:pict></w:r></w:ins>"
    (block,) = read_body(tmp_path, f"<w:p>{box}</w:p>").blocks
    assert (block.text, block.text_before, block.revisions[0].author) == ("New", "", "A")


def test_the_first_pages_header_stands_before_the_front_and_is_furniture(tmp_path: Path) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:headerReference w:type="first" r:id="rId_header2"/>'
        '<w:footerReference w:type="first" r:id="rId_footer1"/><w:titlePg/></w:sectPr>'
    )
    box = f"<w:p><w:r><w:pict><v:textbox>{BOX.format(paragraph('Logo text'))}</v:textbox></w:pict></w:r></w:p>"
    tab = "<w:p><w:r><w:t>left</w:t><w:tab/><w:t>right</w:t></w:r></w:p>"
    reading = read_body(
        tmp_path,
        paragraph("Title") + section,
        header1=paragraph("CWG-COP-14/3-E") + box,
        header2=table(("ITU", "Council"), ("", "")) + tab,
        footer1=paragraph("itu.int"),
    )
    assert reading.front == (
        FrontLine(("ITU", "Council"), furniture=True),
        FrontLine(("left", "right"), furniture=True),
        FrontLine(("Title",)),
        FrontLine(("itu.int",), furniture=True),
    )
    assert reading.furniture == ("CWG-COP-14/3-E", "Logo text", "ITU\tCouncil", "left\tright", "itu.int")
    assert [block.text for block in reading.blocks] == ["Title"]


PLACES = st.sampled_from(["paragraph", "inserted", "row", "box", "note", "control", "nested", "link"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PLACES, min_size=1, max_size=12))
def test_every_word_is_read_once_and_in_order(tmp_path: Path, places: list[str]) -> None:
    body, notes = "", ""
    for at, place in enumerate(places):
        word = f"word{at:03d}"
        forms = {
            "paragraph": paragraph(word),
            "inserted": f"<w:p><w:ins>{words(word)}</w:ins></w:p>",
            "row": table((word, f"{word}x")),
            "box": f"<w:p><w:r><w:pict>{BOX.format(paragraph(word))}</w:pict></w:r></w:p>",
            "note": f"<w:p>{words(word)}<w:r><w:footnoteReference w:id='{at}'/></w:r></w:p>",
            "control": f"<w:sdt><w:sdtContent>{paragraph(word)}</w:sdtContent></w:sdt>",
            "nested": f"<w:tbl><w:tr><w:tc>{paragraph(word)}{table((f'{word}x', f'{word}y'))}</w:tc></w:tr></w:tbl>",
            "link": f"<w:p><w:hyperlink>{words(word)}</w:hyperlink></w:p>",
        }
        body += forms[place]
        notes += f'<w:footnote w:id="{at}">{paragraph(f"{word}note")}</w:footnote>'
    reading = read_body(tmp_path, body, footnotes=notes)
    found = [word for block in reading.blocks for word in re.findall(r"word\w+", block.text)]
    ends = {"row": ("", "x"), "note": ("", "note"), "nested": ("", "x", "y")}
    assert found == [f"word{at:03d}{end}" for at, place in enumerate(places) for end in ends.get(place, ("",))]


def test_the_front_is_forty_lines(tmp_path: Path) -> None:
    reading = read_body(tmp_path, "".join(paragraph(f"line {at}") for at in range(50)))
    assert len(reading.front) == 40
    assert len(reading.blocks) == 50


def test_properties_and_embedded_files_are_kept(tmp_path: Path) -> None:
    raw = {
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="2" Type="http://x/metadata/core-properties" Target="core.xml"/>'
            '<Relationship Id="3" Type="http://x/extended-properties" Target="app.xml"/><Relationship Id="4"/>'
            "</Relationships>"
        ).encode(),
        "core.xml": b"<p><title>T</title><creator>Ana</creator><created>2024-01-01</created><modified/></p>",
        "app.xml": b"<p><Application>Word</Application></p>",
    }
    links = f'<Relationship Id="e" Type="{RELATION}/package" Target="embeddings/sheet.xlsx"/>'
    links += f'<Relationship Id="o" Type="{RELATION}/oleObject" Target="file:///etc/x.bin" TargetMode="External"/>'
    path = tmp_path / "a.docx"
    with pytest.warns(UserWarning, match="Duplicate"):
        make_docx(path, paragraph("x") + "<w:altChunk/>", raw=raw, links=links)
    reading = read(path)
    assert reading.properties == Properties("T", "Ana", "2024-01-01", None, "Word")
    assert reading.embedded == ("sheet.xlsx",)
    assert "another format" in reading.warnings[0]


def test_content_controls_around_paragraphs_and_rows_are_opened(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = control.format(f"<w:tc>{paragraph('b 1')}</w:tc>")
    row = control.format(f"<w:tr><w:tc>{paragraph('a 1')}</w:tc>{cell}</w:tr>")
    body = control.format(paragraph("in control")) + f"<w:customXml><w:tbl>{row}</w:tbl></w:customXml><w:sdt/>"
    body += (
        f"<mc:AlternateContent><mc:Choice>{paragraph('chosen')}</mc:Choice></mc:AlternateContent><mc:AlternateContent/>"
    )
    assert [block.text for block in read_body(tmp_path, body).blocks] == ["in control", "a 1", "b 1", "chosen"]


def test_what_is_no_word_file_gets_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"hello")
    with pytest.raises(UnsupportedFormat):
        read(path)


def test_a_locked_package_needs_its_password(tmp_path: Path) -> None:
    file = raw_file(make_docx(tmp_path / "a.docx", ""))
    locked = type(file)(file.path, file.name, file.sha256, file.size, MediaType.ENCRYPTED_OFFICE)
    with pytest.raises(EncryptedDocument):
        read_word(locked, Options())


def test_a_legacy_file_waits_for_libreoffice_unless_it_was_converted(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1 Hello}")
    with pytest.raises(ProgramMissing) as caught:
        read(path)
    assert caught.value.program == "libreoffice"
    converted = make_docx(tmp_path / "b.docx", paragraph("Hello"))
    assert read_word(raw_file(path), Options(), converted).blocks[0].text == "Hello"
