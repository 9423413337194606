"""Right-to-left text in Word files: direction of paragraphs and runs, and bold and size for complex scripts."""

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_TWINS = {"w:b": "w:bCs", "w:sz": "w:szCs"}
"""Word reads the second of each pair where the script is Arabic."""
_AFTER_BIDI = ("w:adjustRightInd", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")


def turn_right_to_left(document: Document) -> None:
    """Turn all that has been written so far, and the styles, from right to left."""
    for style in document.styles.element.iter(qn("w:rPr")):
        _mirror(style)
    body = document.element.body
    for line in body.iter(qn("w:p")):
        properties = line.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(parse_xml(f"<w:bidi {nsdecls('w')}/>"), *_AFTER_BIDI)
    for run in body.iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        _mirror(properties)
        properties.append(parse_xml(f"<w:rtl {nsdecls('w')}/>"))


def _mirror(properties: Any) -> None:
    for name, twin in _TWINS.items():
        original = properties.find(qn(name))
        if original is None:
            continue
        for old in properties.findall(qn(twin)):
            properties.remove(old)
        value = original.get(qn("w:val"))
        attribute = f' w:val="{value}"' if value is not None else ""
        original.addnext(parse_xml(f"<{twin} {nsdecls('w')}{attribute}/>"))
