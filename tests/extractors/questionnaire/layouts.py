"""The ways in which a questionnaire is laid out, as blocks that become DOCX or HTML."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tests.extractors.questionnaire.forms import Form, Item

Cellular = str | list["Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words with the look of a run: b(old), u(nderlined), s(truck out)."""

    words: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Text, ...]
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    """Lines of a cell are parted by a newline."""
    header: bool = False
    columns: int = 0
    """A row of fewer cells spans them."""


Block = Paragraph | Grid
Marks = Callable[[Sequence[tuple[str, bool]]], tuple[Text, ...]]


def par(words: str, look: str = "", heading: int = 0) -> Paragraph:
    return Paragraph((Text(words, look),), heading)


def cell(words: str, look: str = "") -> tuple[Text, ...]:
    return (Text(words, look),)


def boxes(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
    return cell("   ".join(f"{'☒' if ticked else '☐'} {label}" for label, ticked in options))


def boxes_below(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
    return cell("\n".join(f"{'☑' if ticked else '☐'} {label}" for label, ticked in options))


def boxes_behind(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
    return cell("   ".join(f"{label} {'☒' if ticked else '☐'}" for label, ticked in options))


def brackets(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
    return cell("  ".join(f"[{'X' if ticked else ' '}] {label}" for label, ticked in options))


def crosses(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
    """A cross behind the word, as it is typed into a form that has no boxes."""
    if len(options) != 2:
        return brackets(options)
    return cell("   ".join(f"{label}{' X' if ticked else ''}" for label, ticked in options))


def emphasis(look: str) -> Marks:
    def marked(options: Sequence[tuple[str, bool]]) -> tuple[Text, ...]:
        if len(options) != 2:
            return boxes(options)
        any_ticked = any(ticked for _, ticked in options)
        runs: list[Text] = []
        for label, ticked in options:
            on = ticked if look != "s" else any_ticked and not ticked
            runs += [Text(label, look if on else ""), Text(" / ")]
        return tuple(runs[:-1])

    return marked


def _answer_lines(item: Item, marks: Marks) -> list[tuple[Text, ...]]:
    lines = [marks(item.options)] if item.options else []
    return lines + [cell(line) for line in item.lines]


def _cell_of(item: Item, marks: Marks) -> tuple[Text, ...]:
    runs: list[Text] = []
    for line in _answer_lines(item, marks):
        runs += [*([Text("\n")] if runs else []), *line]
    if item.table:
        runs += [Text("".join(f"\n{' – '.join(row)}" for row in item.table))]
    return tuple(runs) or cell("")


def _stems(form: Form) -> Iterator[tuple[Item, str | None]]:
    seen: set[str] = set()
    for item in form.items:
        fresh = item.stem if item.stem and item.stem not in seen else None
        if item.stem:
            seen.add(item.stem)
        yield item, fresh


def _own(item: Item) -> str:
    return item.number.split(" ")[-1]


def _dotted(item: Item) -> str:
    return _own(item) if ")" in _own(item) else f"{_own(item)}."


def _opening(form: Form) -> list[Block]:
    return [par(form.title, "b", 1), par(form.intro)]


def _closing(form: Form) -> list[Block]:
    return [par(form.note["heading"], "b", 2), par(form.note["text"])]


def table(form: Form, marks: Marks) -> list[Block]:
    """A table: question, answer."""
    rows = [(cell(form.labels["question"], "b"), cell(form.labels["answer"], "b"))]
    for item, stem in _stems(form):
        if stem:
            rows.append((cell(f"{item.number.split()[0]}. {stem}"), cell("")))
        rows.append((cell(f"{_dotted(item)} {item.text}"), _cell_of(item, marks)))
    return [*_opening(form), par(form.instruction), Grid(tuple(rows), header=True, columns=2), *_closing(form)]


def numbered_table(form: Form, marks: Marks) -> list[Block]:
    """A table: number, question, answer; in two pieces with a row for each part."""
    names = tuple(cell(form.labels[name], "b") for name in ("number", "question", "answer"))
    half = len(form.items) // 2
    rows: list[tuple[tuple[Text, ...], ...]] = [names, (cell(form.labels["part"][0], "b"),)]
    for at, (item, stem) in enumerate(_stems(form)):
        if at == half:
            rows.append((cell(form.labels["part"][1], "b"),))
        if stem:
            rows.append((cell(item.number.split()[0]), cell(stem), cell("")))
        rows.append((cell(_own(item)), cell(item.text), _cell_of(item, marks)))
    return [*_opening(form), Grid(tuple(rows), header=True, columns=3), *_closing(form)]


def unnamed_table(form: Form, marks: Marks) -> list[Block]:
    """A table of two columns without names."""
    rows = []
    for item, stem in _stems(form):
        if stem:
            rows.append((cell(f"{item.number.split()[0]}. {stem}"), cell("")))
        rows.append((cell(f"{_dotted(item)} {item.text}"), _cell_of(item, marks)))
    return [*_opening(form), Grid(tuple(rows), columns=2), *_closing(form)]


def tick_table(form: Form, _: Marks) -> list[Block]:
    """Yes and no as columns: only questions of yes and no."""
    chosen = [item for item in form.items if item.options and len(item.options) == 2]
    labels = [label for label, _ in chosen[0].options]
    names = (form.labels["number"], form.labels["question"], *labels, form.labels["comments"])
    rows = [tuple(cell(name, "b") for name in names)]
    for item in chosen:
        ticks = [cell("X" if ticked else "") for _, ticked in item.options]
        rows.append((cell(item.number.split()[0]), cell(item.text), *ticks, cell("\n".join(item.lines))))
    return [*_opening(form), Grid(tuple(rows), header=True, columns=5), *_closing(form)]


def stacked(form: Form, marks: Marks) -> list[Block]:
    """A table of one column: each answer in the row below its question."""
    rows: list[tuple[tuple[Text, ...], ...]] = []
    for item, stem in _stems(form):
        if stem:
            rows.append((cell(f"{item.number.split()[0]}. {stem}", "b"),))
        rows.append((cell(f"{_dotted(item)} {item.text}", "b"),))
        rows.append((_cell_of(item, marks),))
    return [*_opening(form), Grid(tuple(rows), columns=1), *_closing(form)]


def stacked_pairs(form: Form, marks: Marks) -> list[Block]:
    """A table of two columns: label and text, the answer's row below the question's."""
    rows: list[tuple[tuple[Text, ...], ...]] = []
    for item in form.items:
        rows.append((cell(f"{form.labels['question']} {item.number}", "b"), cell(item.text, "b")))
        rows.append((cell(form.labels["answer"]), _cell_of(item, marks)))
    return [*_opening(form), Grid(tuple(rows), columns=2), *_closing(form)]


def listed(form: Form, marks: Marks, *, look: str = "", heading: int = 0, label: bool = False) -> list[Block]:
    """Numbered paragraphs or headings with the answers below them."""
    blocks: list[Block] = [*_opening(form), par(form.labels["part"][0], "b", 2), par(form.instruction)]
    for at, (item, stem) in enumerate(_stems(form)):
        if at == len(form.items) // 2 and not item.stem:
            blocks.append(par(form.labels["part"][1], "b", 2))
        if stem:
            blocks.append(par(f"{item.number.split()[0]}. {stem}", look, heading))
        blocks.append(par(f"{_dotted(item)} {item.text}", look, heading if item.stem is None else 0))
        lines = _answer_lines(item, marks)
        for place, line in enumerate(lines):
            prefix = (Text(f"{form.labels['answer']}: "),) if label and place == 0 else ()
            blocks.append(Paragraph((*prefix, *line)))
            if item.prompt and place == 0 and item.lines:
                blocks.append(par(f"{item.prompt}:"))
        if label and not lines:
            blocks.append(par(f"{form.labels['answer']}:"))
        if item.table:
            blocks.append(Grid(tuple(tuple(cell(text) for text in row) for row in item.table), True, 2))
    return [*blocks, *_closing(form)]


def bold_list(form: Form, marks: Marks) -> list[Block]:
    return listed(form, marks, look="b")


def headings(form: Form, marks: Marks) -> list[Block]:
    return listed(form, marks, look="b", heading=3)


def answer_labels(form: Form, marks: Marks) -> list[Block]:
    return listed(form, marks, label=True)


def labelled(form: Form, marks: Marks) -> list[Block]:
    """`Question 3: ...` and `Answer: ...`."""
    blocks: list[Block] = [par(form.title, "b", 1)]
    for item in form.items:
        blocks.append(par(f"{form.labels['question']} {item.number}: {item.text}", "b"))
        lines = _answer_lines(item, marks) or [cell("")]
        blocks.append(Paragraph((Text(f"{form.labels['answer']}: "), *lines[0])))
        blocks += [Paragraph(line) for line in lines[1:]]
        if item.table:
            blocks.append(Grid(tuple(tuple(cell(text) for text in row) for row in item.table), True, 2))
    return [*blocks, *_closing(form)]


LAYOUTS: dict[str, Callable[[Form, Marks], list[Block]]] = {
    each.__name__: each
    for each in (
        table,
        numbered_table,
        unnamed_table,
        tick_table,
        stacked,
        stacked_pairs,
        listed,
        bold_list,
        headings,
        answer_labels,
        labelled,
    )
}
MARKS: dict[str, Marks] = {
    "boxes": boxes,
    "boxes_below": boxes_below,
    "boxes_behind": boxes_behind,
    "brackets": brackets,
    "crosses": crosses,
    "bold": emphasis("b"),
    "underlined": emphasis("u"),
    "struck": emphasis("s"),
}


def as_docx(blocks: Sequence[Block], language: str = "en") -> str:
    """The body of a Word document."""
    made = "".join(_docx_paragraph(block) if isinstance(block, Paragraph) else _docx_table(block) for block in blocks)
    if language != "ar":
        return made
    made = made.replace("<w:pPr>", "<w:pPr><w:bidi/>").replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>")
    return made.replace("<w:rPr>", "<w:rPr><w:rtl/>")


def as_html(blocks: Sequence[Block], language: str) -> str:
    """A page for WeasyPrint."""
    inner = "".join(_html_paragraph(block) if isinstance(block, Paragraph) else _html_table(block) for block in blocks)
    direction = "rtl" if language == "ar" else "ltr"
    return f'<div lang="{language}" dir="{direction}">{inner}</div>'


_RULED = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
)
_DOCX_LOOK = {"b": "<w:b/>", "u": '<w:u w:val="single"/>', "s": "<w:strike/>"}


def _docx_paragraph(block: Paragraph) -> str:
    style = f'<w:pStyle w:val="Heading{block.heading}"/>' if block.heading else ""
    level = f'<w:outlineLvl w:val="{block.heading - 1}"/>' if block.heading else ""
    return f"<w:p><w:pPr>{style}{level}</w:pPr>{''.join(_docx_run(run) for run in block.runs)}</w:p>"


def _docx_run(run: Text) -> str:
    look = "".join(_DOCX_LOOK[sign] for sign in run.look)
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(run.words)}</w:t></w:r>'


def _docx_cell(runs: Sequence[Text], span: int) -> str:
    lines: list[list[Text]] = [[]]
    for run in runs:
        first, *more = run.words.split("\n")
        lines[-1].append(Text(first, run.look))
        lines += [[Text(each, run.look)] for each in more]
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    paragraphs = "".join(_docx_paragraph(Paragraph(tuple(line))) for line in lines)
    return f"<w:tc><w:tcPr>{wide}</w:tcPr>{paragraphs}</w:tc>"


def _docx_table(block: Grid) -> str:
    rows = ""
    for at, row in enumerate(block.rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if block.header and at == 0 else ""
        span = block.columns if len(row) == 1 else 1
        rows += f"<w:tr>{head}{''.join(_docx_cell(each, span) for each in row)}</w:tr>"
    grid = "<w:gridCol/>" * block.columns
    return f"<w:tbl><w:tblPr>{_RULED}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _html_runs(runs: Sequence[Text]) -> str:
    made = ""
    for run in runs:
        words = escape(run.words).replace("\n", "<br>")
        for sign in run.look:
            words = f"<{sign}>{words}</{sign}>"
        made += words
    return made


def _html_paragraph(block: Paragraph) -> str:
    tag = f"h{block.heading}" if block.heading else "p"
    return f"<{tag}>{_html_runs(block.runs)}</{tag}>"


def _html_table(block: Grid) -> str:
    rows = ""
    for at, row in enumerate(block.rows):
        tag = "th" if block.header and at == 0 else "td"
        span = f' colspan="{block.columns}"' if len(row) == 1 and block.columns > 1 else ""
        cells = "".join(f"<{tag}{span}>{_html_runs(each)}</{tag}>" for each in row)
        rows += f"<tr>{cells}</tr>"
    return f"<table>{rows}</table>"
