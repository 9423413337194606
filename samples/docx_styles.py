"""How the Word samples look: page, fonts and paragraph styles of a working group's contribution."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Calibri"
EAST_ASIAN_FONT = "Noto Sans CJK SC"
ARABIC_FONT = "Noto Naskh Arabic"
_LANGUAGE_TAGS = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_HEADING_SIZES = {1: 14, 2: 12, 3: 11.5}


def apply_styles(document: Document, language: str) -> None:
    """Set page size, margins, fonts and the styles that the builder uses."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.0)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_before = Pt(6)
    normal.paragraph_format.space_after = Pt(0)
    for style in document.styles:
        if isinstance(style, ParagraphStyle):
            _set_fonts(style, language)
    for level, size in _HEADING_SIZES.items():
        heading = document.styles[f"Heading {level}"]
        heading.font.size, heading.font.bold = Pt(size), True
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.space_before = Pt(16 if level == 1 else 11)
        heading.paragraph_format.keep_with_next = True
    caption = document.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(10), True, RGBColor(0, 0, 0)
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(10), Pt(4)
    caption.paragraph_format.keep_with_next = True
    _add_styles(document, language)


def _add_styles(document: Document, language: str) -> None:
    annex = document.styles.add_style("Annex Title", WD_STYLE_TYPE.PARAGRAPH)
    annex.base_style = document.styles["Heading 1"]
    annex.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    annex.paragraph_format.page_break_before = True
    proposal = document.styles.add_style("Proposal", WD_STYLE_TYPE.PARAGRAPH)
    proposal.base_style = document.styles["Normal"]
    proposal.font.bold = True
    proposal.paragraph_format.keep_with_next = True
    proposal.paragraph_format.space_before = Pt(14)
    cell = document.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    cell.font.size = Pt(10)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    note = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size = Pt(9)
    note.paragraph_format.space_before = Pt(2)
    reference = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    note.element.name_val, reference.element.name_val = "footnote text", "footnote reference"  # as Word names them
    for style in (annex, proposal, cell, note):
        _set_fonts(style, language)


def _set_fonts(style: ParagraphStyle, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:lang", "w:szCs", "w:bCs"):
        for child in properties.findall(qn(tag)):
            properties.remove(child)
    complex_script = ARABIC_FONT if language == "ar" else FONT
    properties.insert(
        0,
        parse_xml(
            f'<w:rFonts {nsdecls("w")} w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{EAST_ASIAN_FONT}" '
            f'w:cs="{complex_script}"/>'
        ),
    )
    tag = _LANGUAGE_TAGS[language]
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))
