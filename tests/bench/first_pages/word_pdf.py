"""Turns built Word files into PDFs as LibreOffice prints them."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path


def print_word(files: Sequence[Path]) -> None:
    """Put a PDF beside each Word file, all in one run of LibreOffice. Raises RuntimeError where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError("Pages of the format word-pdf are printed by LibreOffice. Install LibreOffice Writer.")
    with tempfile.TemporaryDirectory() as profile:
        settings = [f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        folder = files[0].parent
        command = [program, *settings, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True)
