"""Footnotes in Word files, which python-docx reads past and does not write."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def add_footnotes(document: Document, footnotes: Mapping[str, str], right_to_left: bool) -> dict[str, int]:
    """Write the part that holds the footnotes, and return Word's id for each reference."""
    ids = {reference: number for number, reference in enumerate(footnotes, start=1)}
    if not footnotes:
        return ids
    notes = "".join(_note(ids[reference], text, right_to_left) for reference, text in footnotes.items())
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
    ).encode()
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, blob, document.part.package)
    document.part.relate_to(part, _RELATION)
    return ids


def add_reference(paragraph: Paragraph, footnote: int) -> None:
    """Call a footnote at the end of what the paragraph holds so far."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{footnote}"/></w:r>'
        )
    )


def _note(number: int, text: str, right_to_left: bool) -> str:
    direction = "<w:bidi/>" if right_to_left else ""
    script = "<w:rPr><w:rtl/></w:rPr>" if right_to_left else ""
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{direction}</w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r>{script}<w:tab/><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:footnote>'
    )
