from pathlib import Path

import pytest

from extractors.document import PassageKind, RevisionKind
from extractors.reading import Block
from tests.extractors.word.making import paragraph, read_body, words

WHO = 'w:author="Ana" w:date="2024-05-02T10:00:00Z"'


def only(folder: Path, inner: str) -> Block:
    blocks = read_body(folder, f"<w:p>{inner}</w:p>").blocks
    assert len(blocks) == 1
    return blocks[0]


def test_an_insertion_is_in_the_text_in_force_and_a_deletion_is_not(tmp_path: Path) -> None:
    block = only(
        tmp_path,
        f"{words('Busan')}<w:ins {WHO}>{words(' and Dubai')}</w:ins>"
        f"<w:del {WHO}><w:r><w:delText>, 2014</w:delText></w:r></w:del>{words(', 2018')}",
    )
    assert block.text == "Busan and Dubai, 2018"
    assert block.text_before == "Busan, 2014, 2018"
    insertion, deletion = block.revisions
    assert (insertion.kind, insertion.span, insertion.text) == (RevisionKind.INSERTION, (5, 15), " and Dubai")
    assert (deletion.kind, deletion.span, deletion.text) == (RevisionKind.DELETION, (5, 11), ", 2014")
    assert (deletion.author, deletion.date) == ("Ana", "2024-05-02T10:00:00Z")


def test_a_move_stands_at_both_its_places(tmp_path: Path) -> None:
    block = only(
        tmp_path,
        f"<w:moveFrom {WHO}>{words('first ')}</w:moveFrom>{words('second')}"
        f"<w:moveTo {WHO}>{words(' first')}</w:moveTo>",
    )
    assert block.text == "second first"
    assert block.text_before == "first second"
    assert [each.kind for each in block.revisions] == [RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO]


def test_what_one_put_in_and_another_took_out_is_in_neither_text(tmp_path: Path) -> None:
    block = only(
        tmp_path,
        f"{words('kept')}<w:ins {WHO}><w:del {WHO}><w:r><w:delText> gone</w:delText></w:r></w:del>"
        f"<w:ins {WHO}>{words(' new')}</w:ins></w:ins>",
    )
    assert block.text == "kept new"
    assert block.text_before == "kept"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    body = paragraph("one ", f"<w:rPr><w:del {WHO}/></w:rPr>") + paragraph("two")
    (block,) = read_body(tmp_path, body).blocks
    assert block.text == "one two"
    assert block.text_before == "one \ntwo"
    assert block.revisions[0].text == "\n"


def test_a_paragraph_that_is_wholly_deleted_is_a_block_without_text_in_force(tmp_path: Path) -> None:
    mark = f"<w:pPr><w:outlineLvl w:val='0'/><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    gone = f"<w:p>{mark}<w:del {WHO}><w:r><w:delText>Old.</w:delText></w:r></w:del></w:p>"
    first, second, third = read_body(tmp_path, paragraph("Kept.") + gone + paragraph("After.")).blocks
    assert (first.text_before, third.text_before) == (None, None)
    assert (second.text, second.text_before, second.kind) == ("", "Old.", PassageKind.PARAGRAPH)
    assert second.revisions[0].kind is RevisionKind.DELETION


def test_a_deleted_paragraph_between_joined_ones_goes_with_them(tmp_path: Path) -> None:
    mark = f"<w:rPr><w:del {WHO}/></w:rPr>"
    gone = f"<w:p><w:pPr>{mark}</w:pPr><w:del {WHO}><w:r><w:delText>two</w:delText></w:r></w:del></w:p>"
    body = paragraph("one ", mark) + gone + paragraph("three")
    (block,) = read_body(tmp_path, body).blocks
    assert (block.text, block.text_before) == ("one three", "one \ntwo\nthree")


def test_changes_that_wrap_whole_paragraphs_count(tmp_path: Path) -> None:
    (block,) = read_body(tmp_path, f"<w:ins {WHO}>{paragraph('New.')}</w:ins>").blocks
    assert (block.text, block.text_before) == ("New.", "")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>", "e\u2011mail"),
        ("<w:r><w:t>co\u00adoperate\ufeff</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>Cafe\u0301</w:t></w:r>", "Café"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>', "☑ yes"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>', "é"),
        ('<w:r><w:sym w:font="Arial" w:char="2014"/></w:r>', "—"),
        ('<w:r><w:sym w:font="Wingdings 9" w:char="F001"/><w:sym w:font="x" w:char="??"/></w:r>', "\ufffd\ufffd"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fc done</w:t></w:r>', "✓ done"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r>", "shown"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>', "shown"),
        ("<w:r><w:t>laid\n    out\tby hand</w:t></w:r>", "laid out by hand"),
        ("<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>", "a link"),
        ("<w:smartTag><w:r><w:t>tagged</w:t></w:r></w:smartTag>", "tagged"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "漢(かん)",
        ),
        ("<w:r><w:t>مرحبا 2024 ITU</w:t></w:r>", "مرحبا 2024 ITU"),
        (
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
            "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> yes</w:t></w:r>",
            "☒ yes",
        ),
        ("<w:sdt><w:sdtContent><w:r><w:t>answer</w:t></w:r></w:sdtContent></w:sdt><w:sdt/>", "answer"),
        (
            "<mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent><mc:AlternateContent/>",
            "once",
        ),
    ],
)
def test_each_kind_of_content_becomes_the_text_that_a_reader_sees(tmp_path: Path, inner: str, text: str) -> None:
    assert only(tmp_path, inner).text == text


def test_a_character_style_can_hide_and_embolden(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    hidden, strong = '<w:rStyle w:val="H"/>', '<w:rStyle w:val="B"/>'
    body = f"<w:p>{words('secret', hidden)}{words('Measures taken', strong)}</w:p>" + paragraph("Text.")
    heading, _ = read_body(tmp_path, body, styles=styles).blocks
    assert (heading.text, heading.kind) == ("Measures taken", PassageKind.HEADING)


def test_a_paragraph_style_can_hide_its_text(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = words("shown", '<w:vanish w:val="false"/>')
    body = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>hidden</w:t></w:r>{shown}</w:p>'
    assert [block.text for block in read_body(tmp_path, body, styles=styles).blocks] == ["shown"]


def field(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (field("begin") + code("PAGE") + field("separate") + words("12") + field("end") + words(" of"), "12 of"),
        (field("begin") + words("inner") + field("separate") + words("shown") + field("end"), "shown"),
        (field("begin", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>") + field("end"), "☒"),
        (field("begin", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>') + field("end"), "☐"),
        (
            field(
                "begin",
                '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/>'
                "</w:ddList></w:ffData>",
            )
            + field("end"),
            "No",
        ),
        (field("begin") + code('SYMBOL 252 \\f "Wingdings"') + field("end"), "✓"),
        (field("begin") + code("TC hidden") + field("end") + words("shown"), "shown"),
        (field("end") + field("separate") + code("lost") + words("shown"), "shown"),
        (words("x") + '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>' + field("end"), "x"),
    ],
)
def test_a_fields_result_is_text_and_its_code_is_not(tmp_path: Path, inner: str, text: str) -> None:
    assert only(tmp_path, inner).text == text


def test_a_field_that_never_ends_does_not_silence_the_document(tmp_path: Path) -> None:
    blocks = read_body(tmp_path, f"<w:p>{field('begin')}{words('lost')}</w:p>" + paragraph("kept")).blocks
    assert [block.text for block in blocks] == ["kept"]


def test_bookmarks_are_named_and_enclose_text_over_paragraphs(tmp_path: Path) -> None:
    body = (
        '<w:bookmarkStart w:id="1" w:name="dnum"/>'
        + paragraph("Document 12")
        + f'<w:p>{words("more")}<w:bookmarkEnd w:id="1"/>{words(" after")}'
        + '<w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkStart w:id="3" w:name="dbreak"/></w:p>'
    )
    reading = read_body(tmp_path, body)
    assert reading.bookmarks == ("dnum", "dbreak")
    assert reading.marked == {"dnum": "Document 12\nmore"}


def test_comments_are_remarks_with_author_and_anchor(tmp_path: Path) -> None:
    body = (
        f'<w:p>{words("We ")}<w:commentRangeStart w:id="0"/>{words("propose")}<w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r>{words(" this")}</w:p>'
    )
    comments = (
        f'<w:comment w:id="0" {WHO}>{paragraph("Who does?")}{paragraph("And when?")}</w:comment>'
        f'<w:comment w:id="1">{paragraph("Loose")}</w:comment>'
    )
    first, second = read_body(tmp_path, body, comments=comments).remarks
    assert (first.author, first.text, first.anchor) == ("Ana", "Who does?\nAnd when?", "propose")
    assert (second.author, second.anchor) == (None, "")
