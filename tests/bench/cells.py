"""Whether the cells of tables stand in their right row and column."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import docx.table
from docx.enum.style import WD_STYLE_TYPE

from extractors.document import Document, Table
from extractors.extract import extract
from extractors.media_type import raw_file
from samples.blocks import Grid
from samples.sample import read_samples
from tests.bench.figures import SAMPLES, Figure, files, show
from tests.bench.word_order import made_pdfs

Rows = Sequence[Sequence[str]]
_AROUND = "Children have a right to be safe online, and States told the group what they do about it. " * 4
_MEASURES: Rows = (
    ("Country", "Measure taken by the State", "Children", "Year"),
    ("Kenya", "A hotline for reports of abuse, open day and night", "1,200", "2024"),
    ("Costa Rica", "Lessons in primary schools", "350", "2025"),
    ("Egypt", "A law against grooming that also asks providers to report within a day", "90", "2023"),
    ("Senegal", "Training", "40", "2022"),
    ("All", "", "1,680", ""),
)


def main() -> None:
    """Print the share of right cells for the samples and for the ordinary Word files, also as PDF."""
    show("Table cells in their right row and column", figures())


def figures() -> list[Figure]:
    """Compare with the samples' sources, and with what python-docx says of the ordinary files."""
    return [*sample_figures(), *_corpus_figures(), _style_figure()]


def sample_figures() -> list[Figure]:
    """Compare the samples' tables with the texts that they were built from."""
    right = {".docx": [0, 0], ".pdf": [0, 0]}
    captions = [0, 0]
    for sample in read_samples():
        grids = [block for block in sample.body if isinstance(block, Grid)]
        if not grids or sample.suffix not in right or sample.expect.outcome != "loaded":
            continue
        document = extract(raw_file(SAMPLES / sample.file))
        for grid in grids:
            wanted = (grid.header, *grid.rows)
            table = _best(document, wanted)
            _add(right[sample.suffix], table, wanted)
            if grid.caption:
                captions[1] += 1
                captions[0] += table is not None and _plain(table.caption or "") == _plain(grid.caption)
    return [
        *(_share(f"samples, {suffix[1:].upper()}", counts, bar=0.95) for suffix, counts in right.items()),
        _share("samples, captions found", captions),
    ]


def _corpus_figures() -> list[Figure]:
    paths = [path for path in files("*.docx", samples=False) if docx.Document(str(path)).tables]
    word, pdf = [0, 0], [0, 0]
    with TemporaryDirectory() as folder:
        made = made_pdfs(paths, Path(folder))
        for path in paths:
            grids = [_grid(table) for table in docx.Document(str(path)).tables]
            read, printed = extract(raw_file(path)), extract(raw_file(made[path]))
            for grid in grids:
                _add(word, _best(read, grid), grid)
                _add(pdf, _best(printed, grid), grid)
    return [
        _share("ordinary DOCX with tables, against python-docx", word, bar=0.95),
        _share("the PDF that LibreOffice makes of them", pdf, bar=0.95),
    ]


def _style_figure() -> Figure:
    """Print one table in each table style that python-docx ships, without those that differ in colour only."""
    counts = [0, 0]
    with TemporaryDirectory() as name:
        folder = Path(name)
        styles = [style.name for style in docx.Document().styles if style.type == WD_STYLE_TYPE.TABLE]
        paths = [folder / f"{number}.docx" for number, style in enumerate(styles) if "Accent" not in style]
        for path in paths:
            _write_table(path, styles[int(path.stem)])
        for pdf in made_pdfs(paths, folder).values():
            _add(counts, _best(extract(raw_file(pdf)), _MEASURES), _MEASURES)
    return _share("a table in each of Word's styles, as PDF", counts)


def _write_table(path: Path, style: str) -> None:
    document = docx.Document()
    document.add_paragraph(_AROUND)
    table = document.add_table(len(_MEASURES), len(_MEASURES[0]), style=style)
    for row, texts in enumerate(_MEASURES):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_paragraph(_AROUND)
    document.save(str(path))


def _grid(table: docx.table.Table) -> Rows:
    return [[""] * row.grid_cols_before + [cell.text for cell in row.cells] for row in table.rows]


def _add(counts: list[int], table: Table | None, wanted: Rows) -> None:
    counts[0] += _right(table, wanted) if table is not None else 0
    counts[1] += sum(1 for row in wanted for text in row if _plain(text))


def _best(document: Document, wanted: Rows) -> Table | None:
    return max(document.tables, key=lambda table: _right(table, wanted), default=None)


def _right(table: Table, wanted: Rows) -> int:
    """Count the cells that are not empty and stand where they belong; a merged cell stands at each of its places."""
    places = {
        (row, column): cell.text
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    return sum(
        bool(_plain(text)) and _holds(places.get((number, column), ""), text)
        for number, row in enumerate(wanted)
        for column, text in enumerate(row)
    )


def _holds(found: str, wanted: str) -> bool:
    """Tell whether a cell has the words, or has them with the list numbers that python-docx does not compute."""
    if _plain(found) == _plain(wanted):
        return True
    words, rest = re.findall(r"\w+", found), iter(re.findall(r"\w+", found))
    wanted_words = re.findall(r"\w+", wanted)
    return bool(wanted_words) and all(word in rest for word in wanted_words) and len(words) <= 1.6 * len(wanted_words)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _share(what: str, counts: list[int], bar: float | None = None) -> Figure:
    right, wanted = counts
    return Figure(what, right / max(wanted, 1), "", bar, note=f"{right} of {wanted}")


if __name__ == "__main__":
    main()
