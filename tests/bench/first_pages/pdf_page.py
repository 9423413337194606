"""Builds a first page as a PDF: a web page laid out by WeasyPrint."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import weasyprint

from tests.bench.first_pages.docx_page import ABOVE, LEFT, MARK
from tests.bench.first_pages.page import FirstPage

_STYLE = Path(__file__).with_name("page.css")


def build_pdf(page: FirstPage, target: Path) -> None:
    """Write the page as a PDF."""
    margins = "".join(_margin(block) for block in page.blocks)
    direction = "rtl" if page.right_to_left else "ltr"
    body = "\n".join(_block(block) for block in page.blocks)
    text = (
        f'<!doctype html><html lang="{page.language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<style>{_STYLE.read_text(encoding='utf-8')}{margins}{page.css}</style></head><body>{body}</body></html>"
    )
    weasyprint.HTML(string=text).write_pdf(target, pdf_identifier=b"rapporteur")


def _margin(block: Mapping[str, Any]) -> str:
    for key, place in (("running", "top"), ("foot", "bottom")):
        if key in block:
            text = str(block[key]).replace('"', "'").replace("⏎", "\\A ")
            return f'@page {{ @{place}-{block.get("align", "center")} {{ content: "{text}"; }} }}\n'
    return ""


def _block(block: Mapping[str, Any]) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case {"p": str(text)}:
            return "".join(f"<p{_style(block)}>{_text(piece)}</p>" for piece in text.split("\n"))
        case {"tab": list(cells)}:
            return f'<div class="tab"{_style(block)}>{"".join(f"<span>{_text(cell)}</span>" for cell in cells)}</div>'
        case {"right": list(lines)}:
            return f'<div class="right"{_style(block)}>{"".join(f"<p>{_text(line)}</p>" for line in lines)}</div>'
        case {"table": list(rows)}:
            return _table(rows, block)
        case {"box": list(lines)}:
            return f'<div class="box"{_style(block)}>{"".join(f"<p>{_text(line)}</p>" for line in lines)}</div>'
        case {"rule": _}:
            return "<hr>"
        case {"running": _} | {"foot": _}:
            return ""
        case _:
            raise ValueError(f"no such block: {block!r}")


def _table(rows: Sequence[Sequence[str]], block: Mapping[str, Any]) -> str:
    columns = max(map(len, rows))
    shares = block.get("widths") or [1 / columns] * columns
    widths = "".join(f'<col style="width: {share:.1%}">' for share in shares)
    lines = []
    for number, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            if text in (LEFT, ABOVE):
                continue
            across = next((n for n, cell in enumerate(row[column + 1 :], 1) if cell != LEFT), len(row) - column)
            below = rows[number + 1 :]
            down = next(
                (n for n, other in enumerate(below, 1) if other[column : column + 1] != [ABOVE]), len(below) + 1
            )
            content = "".join(f"<p>{_text(piece)}</p>" for piece in text.split("\n"))
            cells.append(f'<td colspan="{across}" rowspan="{down}">{content}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    ruled = ' class="ruled"' if block.get("ruled") else ""
    return f"<table{ruled}{_style(block)}>{widths}{''.join(lines)}</table>"


def _style(block: Mapping[str, Any]) -> str:
    rules = [str(block.get("style", ""))]
    if "align" in block:
        rules.append(f"text-align: {block['align']}")
    if block.get("bold"):
        rules.append("font-weight: bold")
    if "size" in block:
        rules.append(f"font-size: {block['size']}pt")
    text = "; ".join(rule for rule in rules if rule)
    return f' style="{escape(text)}"' if text else ""


def _text(text: str) -> str:
    return escape(MARK.sub(r"\2", text)).replace("⏎", "<br>")
