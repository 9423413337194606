"""Tracked changes in Word samples: insertions and deletions with author and date."""

from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samples.blocks import Change, Changes


def add_changes(document: Document, changes: Changes, revision: int) -> int:
    """Write a paragraph with tracked changes, under the mark that says what it proposes.

    Args:
        document: Where to write.
        changes: The paragraph.
        revision: The id of the last revision so far.

    Returns:
        The id of the last revision that was written.
    """
    if changes.proposal:
        document.add_paragraph("\t".join(filter(None, (changes.proposal, changes.reference))), style="Proposal")
    line = document.add_paragraph()
    kinds = {run.kind for run in changes.runs}
    if len(kinds) == 1 and kinds <= {"ins", "del"}:
        revision += 1
        mark = f"<w:rPr {nsdecls('w')}>{_open(kinds.pop(), changes, revision, empty=True)}</w:rPr>"
        line._p.get_or_add_pPr().append(parse_xml(mark))
    for run in changes.runs:
        if run.kind != "keep":
            revision += 1
        line._p.append(parse_xml(_run(run, changes, revision)))
    return revision


def _run(run: Change, changes: Changes, revision: int) -> str:
    tag = "w:delText" if run.kind == "del" else "w:t"
    text = f'<{tag} xml:space="preserve">{escape(run.text)}</{tag}>'
    if run.kind == "keep":
        return f"<w:r {nsdecls('w')}>{text}</w:r>"
    return f"{_open(run.kind, changes, revision)}<w:r>{text}</w:r></w:{run.kind}>"


def _open(kind: str, changes: Changes, revision: int, *, empty: bool = False) -> str:
    author = escape(changes.author, {'"': "&quot;"})
    space = "" if empty else f" {nsdecls('w')}"
    return f'<w:{kind}{space} w:id="{revision}" w:author="{author}" w:date="{changes.at}"{"/" if empty else ""}>'
