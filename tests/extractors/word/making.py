"""Word files for tests, put together from snippets of WordprocessingML."""

import zipfile
from pathlib import Path

from extractors.media_type import raw_file
from extractors.options import Limits, Options
from extractors.reading import Reading
from extractors.word.reader import read_word

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Make a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words(text, run)}</w:p>"


def words(text: str, run: str = "") -> str:
    """Make a run."""
    return f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...], first: str = "", properties: str = "") -> str:
    """Make a table of texts; `first` are run properties of its first row's words."""
    body = ""
    for at, row in enumerate(rows):
        cells = "".join(f"<w:tc>{paragraph(text, run=first if at == 0 else '')}</w:tc>" for text in row)
        body += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{body}</w:tbl>"


def make_docx(
    path: Path,
    body: str,
    parts: dict[str, str] | None = None,
    *,
    raw: dict[str, bytes] | None = None,
    links: str = "",
    main_type: str = MAIN_TYPE,
) -> Path:
    """Write a package; `parts` are the inner XML of parts by relationship kind, `raw` whole parts by name."""
    relations = ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        )
        archive.writestr("_rels/.rels", _relations(f"{_relation('rId1', 'officeDocument', 'word/document.xml')}"))
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for kind, inner in (parts or {}).items():
            tag = {"header": "hdr", "footer": "ftr"}.get(kind.rstrip("0123456789"), kind)
            relations += _relation(f"rId_{kind}", kind.rstrip("0123456789"), f"{kind}.xml")
            archive.writestr(f"word/{kind}.xml", f"<w:{tag} {NAMES}>{inner}</w:{tag}>")
        archive.writestr("word/_rels/document.xml.rels", _relations(relations + links))
        for name, blob in (raw or {}).items():
            archive.writestr(name, blob)
    return path


def read(path: Path, limits: Limits | None = None, soffice: Path | None = None) -> Reading:
    """Read a file the way the pipeline does."""
    return read_word(raw_file(path), Options(soffice=soffice, limits=limits or Limits()))


def read_body(folder: Path, body: str, **parts: str) -> Reading:
    """Make a DOCX and read it."""
    return read(make_docx(folder / "made.docx", body, parts))


def _relations(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{RELATION}/{kind}" Target="{target}"/>'
