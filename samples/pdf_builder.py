"""Builds a sample as a PDF: a web page laid out by WeasyPrint, with fonts embedded as subsets."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import weasyprint

from samples.blocks import Annex, Changes, Footnote, Grid, Heading, InvalidSample, ItemList, Paragraph, Summary
from samples.docx_tables import column_shares
from samples.normal_form import normalise_pdf
from samples.sample import Sample

STYLE = Path(__file__).with_name("pdf.css")


def build_pdf(sample: Sample, target: Path) -> None:
    """Write the sample as a PDF, the same bytes each time on the same machine.

    Raises:
        InvalidSample: The sample holds tracked changes, which only a Word file can hold.
    """
    page = weasyprint.HTML(string=_page(sample))
    page.write_pdf(target, pdf_identifier=b"rapporteur")
    normalise_pdf(target, sample.expect.document_date)


def _page(sample: Sample) -> str:
    direction = "rtl" if sample.right_to_left else "ltr"
    body = "\n".join(_block(block, sample) for block in sample.body)
    return (
        f'<!doctype html><html lang="{sample.language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style>"
        f'<title>{escape(sample.header.title)}</title><meta name="author" content="{escape(sample.header.source)}">'
        f'</head><body class="{sample.layout}">{_header(sample)}<div class="text">{body}</div></body></html>'
    )


def _header(sample: Sample) -> str:
    header = sample.header
    agenda = escape(header.agenda_item or "")
    document = escape(header.document)
    symbol = escape(sample.expect.symbol)
    return (
        f"<table class=\"block\" style=\"string-set: symbol '{symbol}', file '{escape(sample.file)}'\">"
        f'<tr><td class="group" colspan="2">{escape(header.group)}</td></tr>'
        f'<tr><td class="meeting" colspan="2">{escape(header.meeting)}</td></tr>'
        f'<tr><td class="left" rowspan="3">{agenda}</td><td class="right">{document}</td></tr>'
        f'<tr><td class="right">{escape(header.date)}</td></tr>'
        f'<tr><td class="right">{escape(header.original)}</td></tr>'
        f'<tr><td class="source" colspan="2"><b>{escape(header.source_label)}:</b>{escape(header.source)}</td></tr>'
        f'<tr><td class="title" colspan="2"><b>{escape(header.title_label)}:</b>{escape(header.title)}</td></tr>'
        "</table>"
    )


def _block(block: object, sample: Sample) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Summary(text, label):
            return f'<div class="summary"><strong>{escape(label)}</strong><p>{escape(text)}</p></div>'
        case Heading(text, level, number):
            return f"<h{level}>{_number(number)}{escape(text)}</h{level}>"
        case Paragraph(text, number):
            return f"<p>{_number(number)}{_with_notes(text, sample)}</p>"
        case ItemList(items, style):
            tag = "ul" if style == "bullet" else "ol"
            return f"<{tag}>{_wrap('li', (escape(item) for item in items))}</{tag}>"
        case Grid():
            return _grid(block)
        case Annex(text):
            return f'<h1 class="annex">{escape(text)}</h1>'
        case Footnote():
            return ""  # stands where it is called
        case Changes():
            raise InvalidSample(f"{sample.path}: only a Word file holds tracked changes")
        case _:
            raise InvalidSample(f"{sample.path}: no such block: {block!r}")


def _grid(grid: Grid) -> str:
    columns = "".join(f'<col style="width: {share:.1%}">' for share in column_shares(grid))
    caption = f"<caption>{escape(grid.caption)}</caption>" if grid.caption else ""
    header = _wrap("th", map(escape, grid.header))
    rows = _wrap("tr", (_wrap("td", map(_cell, row)) for row in grid.rows))
    return f'<table class="grid">{caption}{columns}<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>'


def _cell(text: str) -> str:
    return _wrap("p", (escape(line) for line in text.split("\n")))


def _with_notes(text: str, sample: Sample) -> str:
    parts = re.split(r"\[\^(\w+)\]", text)
    notes = [f'<span class="footnote">{escape(sample.footnotes[reference])}</span>' for reference in parts[1::2]]
    return "".join(escape(part) + note for part, note in zip(parts[::2], [*notes, ""], strict=True))


def _number(number: str | None) -> str:
    return f'<span class="number">{escape(number)}</span> ' if number else ""


def _wrap(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)
