"""Make the pictures of the documentation again from a new run of the samples: `python docs/make_pictures.py`."""

import os
import pty
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 132


def main() -> None:
    """Run the samples as a newcomer does and draw what the terminal shows."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        shown = _terminal([sys.executable, "-m", "samples.demo", f"{folder}/workspace"])
        shown = shown.replace(folder, "~/rapporteur")
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text.from_ansi(shown))
    console.save_svg(str(PICTURES / "run.svg"), title="make run")


def _terminal(command: list[str]) -> str:
    """Run a command in a pseudo-terminal, so that it prints as it does for a person; give what it printed."""
    leader, follower = pty.openpty()
    environment = os.environ | {"COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    # The progress bars go to standard error and erase themselves; the picture shows what stays.
    with subprocess.Popen(command, stdout=follower, stderr=subprocess.DEVNULL, env=environment) as process:
        os.close(follower)
        output = bytearray()
        while True:
            try:
                chunk = os.read(leader, 1 << 16)
            except OSError:  # Linux says so when the last writer has closed the terminal
                break
            if not chunk:
                break
            output += chunk
        process.wait()
    return output.decode("utf-8").replace("\r\n", "\n")


if __name__ == "__main__":
    main()
