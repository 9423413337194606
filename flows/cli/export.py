"""`rapporteur export`: marts of the snapshot as files, each whole or not there, all of them from the same run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from flows.cli.main import DONE
from flows.cli.query import snapshot_and_limits
from flows.cli.snapshot_commands import FileForm
from flows.errors import ExportError
from warehouse.asking.answers import Answers, ask
from warehouse.asking.question import Question
from warehouse.connection import open_snapshot
from warehouse.export import write_csv, write_parquet
from warehouse.marts import counting, marts, origin, select
from warehouse.workbook import MOST_ROWS, write_workbook


@dataclass(frozen=True, slots=True)
class _Wanted:
    mart: str
    file: Path
    form: FileForm
    question: Question

    @property
    def unfinished(self) -> Path:
        return self.file.with_name(f".{self.file.name}.unfinished")


def list_marts(given: Path | None, snapshot: Path | None) -> int:
    """Print the marts with what they hold, and give the exit code."""
    path, _ = snapshot_and_limits(given, snapshot)
    console = Console(highlight=False, soft_wrap=True)
    with open_snapshot(path) as connection:
        for mart in marts(connection):
            console.print(f"[bold]{escape(mart.name)}[/]  {escape(mart.comment or '')}")
    console.print("\nType: rapporteur export NAME --to FILE.xlsx (or .csv, .parquet)")
    return DONE


def export_marts(
    given: Path | None,
    snapshot: Path | None,
    names: Sequence[str],
    to: Path,
    *,
    form: FileForm | None,
    where: str | None,
    filters: Mapping[str, str],
    replace: bool,
) -> int:
    """Write the marts, say where they are and how many rows they have, and give the exit code."""
    path, limits = snapshot_and_limits(given, snapshot)
    targets = _targets(names, to, form)
    with open_snapshot(path) as connection:
        wanted = [
            _Wanted(name, file, kind, select(connection, name, filters, where))
            for name, (file, kind) in targets.items()
        ]
    _refuse_existing(wanted, replace=replace)
    asked = [origin(), *(each for one in wanted for each in (counting(one.question), one.question))]
    said = []
    try:
        with ask(path, asked, limits) as answers:
            about = _about(_only_row(answers), filters, where)
            said = [_write(answers, one, about) for one in wanted]
        for one in wanted:
            one.unfinished.replace(one.file)
    except OSError as error:
        raise ExportError(f"{error.filename or to} cannot be written: {error.strerror}. Name another place.") from error
    finally:
        for one in wanted:
            one.unfinished.unlink(missing_ok=True)
    console = Console(highlight=False, soft_wrap=True)
    for line in said:
        console.print(escape(line))
    return DONE


def _targets(names: Sequence[str], to: Path, form: FileForm | None) -> Mapping[str, tuple[Path, FileForm]]:
    ending = to.suffix.lstrip(".").casefold()
    if ending in list(FileForm) and not to.is_dir():
        if len(set(names)) > 1:
            raise ExportError(f"{len(names)} marts do not go into one file. Name a folder: --to {to.with_suffix('')}")
        if form not in {None, FileForm(ending)}:
            raise ExportError(f"The ending of {to.name} is not that of --format {form}. Leave one of them out.")
        return {names[0]: (to, FileForm(ending))}
    if form is None:
        raise ExportError("Say which kind of file: --format parquet, csv or xlsx.")
    return {name: (to / f"{name}.{form}", form) for name in names}


def _refuse_existing(wanted: Sequence[_Wanted], *, replace: bool) -> None:
    there = [str(one.file) for one in wanted if one.file.exists()]
    if there and not replace:
        raise ExportError(f"{', '.join(there)} is there already. Name another place, or add --replace.")
    try:
        for one in wanted:
            one.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{error.filename} cannot be made: {error.strerror}. Name another folder.") from error


def _write(answers: Answers, one: _Wanted, about: Mapping[str, str]) -> str:
    number = int(_only_row(answers)["rows"])
    if one.form is FileForm.XLSX and number > MOST_ROWS:
        raise ExportError(
            f"{one.mart} has {number:,} rows, and Excel holds {MOST_ROWS:,}. Filter it (--country, --year, --theme, "
            "--where), or take --format csv or parquet. Nothing was written."
        )
    rows, cut = answers.next(), 0
    match one.form:
        case FileForm.PARQUET:
            write_parquet(rows, one.unfinished)
        case FileForm.CSV:
            with one.unfinished.open("wb") as stream:
                write_csv(rows, stream)
        case FileForm.XLSX:
            cut = write_workbook(rows, one.unfinished, one.mart, about)
    told = f"{one.file}: {number:,} row{'' if number == 1 else 's'}"
    return told + (f"; {cut} texts are cut, as a cell of Excel holds no more than 32,767 characters" if cut else "")


def _only_row(answers: Answers) -> Mapping[str, Any]:
    rows = [row for batch in answers.next() for row in batch.to_pylist()]
    return rows[0] if rows else {}


def _about(facts: Mapping[str, Any], filters: Mapping[str, str], where: str | None) -> Mapping[str, str]:
    told = {
        "Run": facts.get("run"),
        "Published at": facts.get("published_at"),
        "Rapporteur": facts.get("program"),
        "Read by": ", ".join(facts.get("extractors") or ()),
        "Taxonomy": ", ".join(facts.get("taxonomies") or ()),
        "Models": ", ".join(facts.get("models") or ()),
        "Filters": "; ".join([*(f"{name}: {value}" for name, value in filters.items()), *([where] if where else [])]),
    }
    return {title: str(text) for title, text in told.items() if text not in {None, ""}}
