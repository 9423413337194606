"""The commands print what docs/formats.md promises and end with the right exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import main as command_line
from flows.cli.main import app
from flows.workspace import Workspace, hold
from tests.flows.conftest import Drop

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples" / "files"
GROOMING = "The ministry adopted a law that punishes the grooming of children on social networks."


def call(*arguments: str | Path, given: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def documented(section: str) -> set[str]:
    """Give the field names in the tables of a section of docs/formats.md."""
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split(section, 1)[1].split("\n## ")[0]
    return set(re.findall(r"`([a-z_0-9]+)`", "\n".join(row for row in text.splitlines() if row.startswith("|"))))


def test_init_makes_a_workspace_and_says_what_to_do_next(tmp_path: Path) -> None:
    code, shown = call("init", tmp_path / "council")
    assert code == 0
    assert (tmp_path / "council" / "inbox").is_dir()
    assert "rapporteur run --workspace" in shown


def test_extract_prints_one_json_line_for_each_file_in_order(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    code, shown = call("extract", SAMPLES / "CWG-COP-20_04-E_Kenya.docx", tmp_path / "empty.pdf")
    good, bad = map(json.loads, shown.splitlines())
    assert code == 1
    assert good["path"].endswith("Kenya.docx")
    assert (good["outcome"], good["reason"]) == ("loaded", None)
    assert good["document"]["header"]["symbol"] == "CWG-COP-20/4-E"
    assert good["document"]["header"]["document_date"] == "2025-12-12"
    assert good["document"]["header"]["meeting_date"] == "2026-01-13"
    assert good["document"]["header"]["original_languages"] == ["en"]
    (source,) = good["document"]["header"]["sources"]
    assert (source["name"], source["iso3"], source["region"]) == ("Kenya (Republic of)", "KEN", "AFR")
    assert bad["outcome"] == "quarantined"
    assert bad["document"] is None
    assert "empty" in bad["reason"]


def test_extract_prints_the_documented_fields_and_no_others(tmp_path: Path) -> None:
    _, shown = call("extract", SAMPLES / "CWG-COP-20_04-E_Kenya.docx")
    line = json.loads(shown)
    document = line["document"]
    fields = set(line) | set(document) | set(document["header"])
    for part in ("passages", "tables"):
        fields |= {name for entry in document[part] for name in entry}
    fields |= {name for table in document["tables"] for cell in table["cells"] for name in cell}
    assert fields - documented("## `rapporteur extract") == set()
    span = document["header"]["provenance"]["symbol"]["span"]
    assert "CWG-COP-20/4-E" in document["header"]["text"][span[0] : span[1]]


def test_extract_of_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert call("extract", tmp_path / "gone.pdf")[0] == 2


def test_classify_answers_each_line_in_order_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    lines = [{"id": "1", "text": GROOMING, "language": "en"}, {"id": "2", "text": "Lunch is at noon."}]
    text = "\n".join(map(json.dumps, lines)) + "\n"
    file = tmp_path / "passages.jsonl"
    file.write_text(text, encoding="utf-8")
    code, shown = call("classify", file)
    first, second = map(json.loads, shown.splitlines())
    assert code == 0
    assert (first["id"], second["id"]) == ("1", "2")
    assert set(first) == documented("## `rapporteur classify") & set(first)
    assert {"id", "language", "frameworks", "risks", "levels", "purpose", "stakeholders"} == set(first)
    assert [risk["id"] for risk in first["risks"]] == ["grooming"]
    start, end = first["risks"][0]["evidence"][0]
    assert "grooming" in GROOMING[start:end]
    assert second["risks"] == []
    assert call("classify", "-", given=text)[1] == shown


def test_classify_names_the_line_that_is_no_json(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text('{"id": "1", "text": "a"}\nnonsense\n', encoding="utf-8")
    code, _, error = outside("classify", str(file))
    assert code == 1
    assert "2" in error
    assert "Traceback" not in error


def outside(*arguments: str) -> tuple[int, str, str]:
    """Run the command as a process of its own, as a person would."""
    command = [sys.executable, "-m", "flows.cli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def test_wrong_usage_exits_with_2_and_a_plain_sentence(tmp_path: Path) -> None:
    assert outside("fly")[0] == 2
    (tmp_path / "rapporteur.toml").write_text("speed = 9\n", encoding="utf-8")
    code, _, error = outside("run", "--workspace", str(tmp_path))
    assert code == 1
    assert "rapporteur init" in error
    assert call("init", tmp_path)[0] == 0
    code, _, error = outside("run", "--workspace", str(tmp_path))
    assert code == 2
    assert "speed = 9 is not a setting" in error
    assert "Traceback" not in error


def test_run_prints_a_line_for_each_submission_and_the_summary(
    workspace: Workspace, drop: Drop, prefect_server: str
) -> None:
    drop("a.docx")
    drop("broken.pdf", content=b"%PDF-1.7 and then nothing")
    code, shown = call("run", "--workspace", workspace.root)
    assert code == 1
    assert re.search(r"loaded\s+a\.docx", shown)
    assert re.search(r"quarantined\s+broken\.pdf", shown)
    assert "2 submissions: 1 loaded, 1 quarantined" in shown
    assert "grooming" in shown
    assert "Needs attention" in shown
    assert shown.count("SELECT") == 3


def test_run_gives_programs_one_json_object(workspace: Workspace, drop: Drop, prefect_server: str) -> None:
    drop("a.docx")
    code, shown = call("run", "--json", "--workspace", workspace.root)
    report = json.loads(shown)
    assert code == 0
    assert report["outcomes"] == {"loaded": 1, "duplicate": 0, "waiting": 0, "quarantined": 0}
    assert report["risks"]["grooming"] == 1
    assert (set(report) | set(report["submissions"][0])) - documented("## `rapporteur run --json`") == set()


def test_run_ends_without_noise_on_its_temporary_server(workspace: Workspace, drop: Drop) -> None:
    drop("a.docx")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    command = [sys.executable, "-m", "flows.cli", "run", "--workspace", str(workspace.root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=environment)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Prefect" not in done.stdout


def test_an_empty_inbox_says_so_and_exits_with_0(workspace: Workspace) -> None:
    code, shown = call("run", "--workspace", workspace.root)
    assert code == 0
    assert "The inbox is empty" in shown


def test_a_workspace_in_use_is_said_and_exits_with_1(workspace: Workspace, drop: Drop) -> None:
    drop("a.docx")
    with hold(workspace):
        code, _, error = outside("run", "--workspace", str(workspace.root))
    assert code == 1
    assert re.search(r"in use by process \d+ on", error)


def test_status_tells_what_lies_where(workspace: Workspace, drop: Drop, prefect_server: str) -> None:
    code, shown = call("status", "--workspace", workspace.root)
    assert code == 0
    assert "No run yet" in shown
    drop("broken.pdf", content=b"%PDF-1.7 and then nothing")
    call("run", "--workspace", workspace.root)
    drop("b.docx")
    code, shown = call("status", "--workspace", workspace.root)
    assert code == 1
    assert "Quarantined: 1\n  broken.pdf: " in shown
    assert re.search(r"Last run: number 1, started \d\d \w+ 20\d\d, \d\d:\d\d UTC\S*, completed\n", shown)
    assert "In the inbox: 1\n  b.docx" in shown
    state = json.loads(call("status", "--json", "--workspace", workspace.root)[1])
    assert state["inbox"] == ["b.docx"]
    assert state["last_run"]["state"] == "completed"
    assert state["last_run"]["quarantined"] == 1
    assert set(state) - documented("## `rapporteur run --json`") == {"workspace"}
    with hold(workspace):
        assert json.loads(call("status", "--json", "--workspace", workspace.root)[1])["documents"] == 0


def test_doctor_says_what_is_there_and_how_to_install_what_is_not(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert call("doctor", "--workspace", workspace.root)[0] == 0
    monkeypatch.setattr("flows.settings._on_path", lambda *_: None)
    code, shown = call("doctor", "--json", "--workspace", workspace.root)
    findings = {finding["subject"]: finding for finding in json.loads(shown)}
    assert code == 0
    assert findings["Tesseract (scanned documents)"]["remedy"] == "sudo apt-get install tesseract-ocr-all"
    assert "libreoffice-writer" in findings["LibreOffice (.doc, .rtf, .odt)"]["remedy"]
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    code, shown = call("doctor", "--workspace", workspace.root)
    assert code == 1
    assert "prefect server start" in " ".join(shown.split())


def test_doctor_in_no_workspace_names_the_command_that_makes_one(tmp_path: Path) -> None:
    code, shown = call("doctor", "--json", "--workspace", tmp_path)
    assert code == 1
    assert f"rapporteur init {tmp_path}" in shown


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), command_line.ATTENTION), (BrokenPipeError(), command_line.DONE)]
)
def test_stopping_the_command_is_no_traceback(error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise error

    monkeypatch.setattr(command_line, "app", stop)
    monkeypatch.setattr(sys, "stderr", open(os.devnull, "w"))  # noqa: SIM115, PTH123 - the command closes it
    with pytest.raises(SystemExit) as exit_of_program:
        command_line.main()
    assert exit_of_program.value.code == code
