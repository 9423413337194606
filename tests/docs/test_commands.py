"""Every command in the documentation works as written."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SET_UP = ("make run", "make test", "make .venv/ready")
"""Lines that set the project up; CI runs them as a whole, and here they would call this test again."""


def blocks(language: str) -> list[tuple[Path, str]]:
    return [
        (page, body)
        for page in PAGES
        for found, body in _BLOCK.findall(page.read_text(encoding="utf-8"))
        if found == language
    ]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that looks like the checkout to a reader of the documentation, in which nothing real can be hurt."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("samples", "warehouse"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{folder}/.venv/bin{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.usefixtures("prefect_server")
def test_the_shell_commands_of_every_page_run_in_order(checkout: Path) -> None:
    for page, body in blocks("sh"):
        lines = [line for line in body.splitlines() if not line.startswith(_SET_UP)]
        if not lines:
            continue
        done = run(["bash", "-e", "-c", "\n".join(lines)], checkout)
        assert done.returncode == 0, f"{page.name}:\n{body}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("prefect_server")
def test_the_python_code_of_every_page_runs_on_a_published_snapshot(checkout: Path) -> None:
    run(["bash", "-e", "-c", "rapporteur init workspace"], checkout)
    shutil.copy(ROOT / "samples/files/terms_of_reference.docx", checkout / "workspace/inbox")
    done = run(["rapporteur", "run", "--workspace", "workspace"], checkout)
    assert done.returncode == 0, done.stderr
    for page, body in blocks("python"):
        done = run([sys.executable, "-c", body], checkout)
        assert done.returncode == 0, f"{page.name}:\n{body}\n{done.stderr}"


def test_every_path_in_the_table_where_to_look_exists() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("## Where to look")[1].split("\n## ")[0]
    paths = re.findall(r"`([a-z_]+/[a-z_/.]*)`", table)
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_link_to_a_file_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
