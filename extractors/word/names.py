"""The qualified XML names that the Word reader acts on."""

from docx.oxml.ns import nsmap

_W = f"{{{nsmap['w']}}}"
_MORE = {
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def w(name: str) -> str:
    """Qualify a WordprocessingML name."""
    return _W + name


def name(prefixed: str) -> str:
    """Qualify a name of another vocabulary by its usual prefix: `m:oMath`, `mc:Choice`."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_MORE[prefix]}}}{local}"


VAL = w("val")
P = w("p")
P_PR = w("pPr")
R_PR = w("rPr")
TBL = w("tbl")
TR = w("tr")
TC = w("tc")
SDT = w("sdt")
SDT_PR = w("sdtPr")
SDT_CONTENT = w("sdtContent")
INS = w("ins")
DEL = w("del")
MOVE_FROM = w("moveFrom")
MOVE_TO = w("moveTo")
TXBX_CONTENT = w("txbxContent")
ALTERNATE_CONTENT = name("mc:AlternateContent")
CHOICE = name("mc:Choice")
FALLBACK = name("mc:Fallback")
ALT_CHUNK = w("altChunk")
R_ID = name("r:id")
