"""The command `rapporteur`: what each of its words does, and how errors reach the person at the terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from extractors.errors import RapporteurError
from flows.cli import label_commands, model_commands, snapshot_commands, taxonomy_commands
from flows.cli.options import ByOption, JsonOption, WhyOption, WorkspaceOption
from flows.errors import CorrectionError, ExportError, SettingsError
from warehouse.errors import QueryError

DONE, ATTENTION, WRONG_USAGE = 0, 1, 2

app = typer.Typer(
    name="rapporteur",
    help="Read what members submit to a working group, tell what it is about, and keep it where it can be counted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

review = typer.Typer(help="Work lists for people, as files that can be filled in.", no_args_is_help=True)
app.add_typer(review, name="review")
review.add_typer(label_commands.app)

data = typer.Typer(help="The labelled texts that the model learns from.", no_args_is_help=True)
app.add_typer(data, name="data")

app.add_typer(taxonomy_commands.app, name="taxonomy", no_args_is_help=True)
app.add_typer(model_commands.app)
app.add_typer(snapshot_commands.app)


def main() -> None:
    """Run the command line; an expected error is one plain sentence on standard error, never a traceback."""
    try:
        app()
    except (SettingsError, CorrectionError, ExportError, QueryError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(WRONG_USAGE)
    except RapporteurError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(ATTENTION)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing is lost: the next run goes on where this one ended.\n")
        sys.exit(ATTENTION)
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); closing stderr keeps the interpreter from complaining about it.
        sys.stderr.close()
        sys.exit(DONE)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to make the workspace.")] = Path("workspace"),
) -> None:
    """Make a workspace: inbox, archive, quarantine, receipts, warehouse, published and a settings file."""
    from flows.cli.init import make  # noqa: PLC0415 - each command loads only what it needs

    make(folder)


@app.command()
def run(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Take what is in the inbox into the warehouse, and say what was found."""
    from flows.cli.run import run_ingest  # noqa: PLC0415 - as above

    raise typer.Exit(run_ingest(workspace, as_json=json))


@app.command()
def extract(
    files: Annotated[
        list[Path], typer.Argument(help="PDF and Word files.", exists=True, dir_okay=False, readable=True)
    ],
) -> None:
    """Print what each file says, one JSON object a line; no workspace is needed or touched."""
    from flows.cli.extract import print_documents  # noqa: PLC0415 - as above

    raise typer.Exit(print_documents(files))


@app.command()
def classify(
    file: Annotated[Path, typer.Argument(help="A file with one JSON object a line, or - for standard input.")],
    taxonomy: Annotated[Path | None, typer.Option(help="Another taxonomy file.", exists=True, dir_okay=False)] = None,
) -> None:
    """Print the labels of each passage, one JSON object a line, in the order given."""
    from flows.cli.classify import print_labels  # noqa: PLC0415 - as above

    print_labels(file, taxonomy)


@data.command()
def check(
    folder: Annotated[
        Path | None, typer.Option(help="Another folder of *.jsonl.", exists=True, file_okay=False)
    ] = None,
    taxonomy: Annotated[Path | None, typer.Option(help="Another taxonomy file.", exists=True, dir_okay=False)] = None,
    *,
    json: JsonOption = False,
) -> None:
    """Check the labelled texts: schema, ids, coverage, duplicates and contradictions; exit code 1: there are errors."""
    from flows.cli.data import print_check  # noqa: PLC0415 - as above

    raise typer.Exit(print_check(folder, taxonomy, as_json=json))


@app.command()
def evaluate(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="Labelled passages, one JSON object a line; else the test third.", exists=True, dir_okay=False
        ),
    ] = None,
    *,
    into: Annotated[Path | None, typer.Option(help="Folder for page, figures and card.", file_okay=False)] = None,
    write_gates: Annotated[bool, typer.Option("--write-gates", help="Set which labels count without review.")] = False,
    json: JsonOption = False,
) -> None:
    """Measure how good the labels are, against three baselines, and write quality.md, quality.json and a model card."""
    from flows.cli.evaluate import print_evaluation  # noqa: PLC0415 - as above

    if write_gates and file:
        raise typer.BadParameter("--write-gates is for the test third; leave out the file")
    raise typer.Exit(print_evaluation(file, into, write_gates=write_gates, as_json=json))


@app.command()
def correct(
    document: Annotated[str, typer.Argument(help="Submission number, document number, file name, or begin of a hash.")],
    corrections: Annotated[
        list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help='Such as title="New title"; none: title=')
    ] = None,
    *,
    why: WhyOption = "",
    by: ByOption = None,
    withdraw: Annotated[
        list[str] | None, typer.Option(help="Take back what was decided on this field; may be given several times.")
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Correct what was read from a first page; it counts at once, and stays however often the file is read again."""
    from flows.cli.correct import correct_document  # noqa: PLC0415 - as above

    code = correct_document(workspace, document, corrections or [], withdraw or [], why=why, by=by, as_json=json)
    raise typer.Exit(code)


@review.command()
def headers(
    *,
    export: Annotated[Path | None, typer.Option(help="Write the work list as CSV to this new file.")] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", help="Read the filled-in CSV.", exists=True, dir_okay=False)
    ] = None,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Export only what is doubtful.")] = False,
    why: WhyOption = "",
    by: ByOption = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Export what was read from the first pages as a work list, most doubtful first, and import the corrections."""
    from flows.cli.review import export_headers, import_headers  # noqa: PLC0415 - as above

    if (export is None) == (import_ is None):
        raise typer.BadParameter("give either --export FILE or --import FILE")
    if export is not None:
        raise typer.Exit(export_headers(workspace, export, only_doubtful=doubtful))
    if import_ is not None:
        raise typer.Exit(import_headers(workspace, import_, why=why, by=by, as_json=json))


@review.command()
def families(
    *,
    merge: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="The two documents are one.")] = None,
    split: Annotated[str | None, typer.Option(metavar="A", help="The document is one with no other.")] = None,
    apart_from: Annotated[str | None, typer.Option(metavar="B", help="With --split: not one with this one.")] = None,
    withdraw: Annotated[int | None, typer.Option(help="Take back the decision of this number.")] = None,
    why: WhyOption = "",
    by: ByOption = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """List documents that may be one (versions, copies), and decide which are and which are not."""
    from flows.cli.families import decide_families, print_families  # noqa: PLC0415 - as above

    if sum(each is not None for each in (merge, split, withdraw)) > 1 or (apart_from and split is None):
        raise typer.BadParameter("give one of --merge A B, --split A [--apart-from B], --withdraw NUMBER")
    if merge is None and split is None and withdraw is None:
        raise typer.Exit(print_families(workspace, as_json=json))
    raise typer.Exit(
        decide_families(
            workspace, merged=merge, parted=split, other=apart_from, withdrawn=withdraw, why=why, by=by, as_json=json
        )
    )


@app.command()
def status(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Tell what is in the inbox, what waits, what is quarantined and why, and how the last run went."""
    from flows.cli.status import print_status  # noqa: PLC0415 - as above

    raise typer.Exit(print_status(workspace, as_json=json))


@app.command()
def doctor(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Check the installation and say what to do about what is missing."""
    from flows.cli.doctor import print_examination  # noqa: PLC0415 - as above

    raise typer.Exit(print_examination(workspace, as_json=json))
