"""All figures that the readers have to reach, each part side by side with what it is compared to, in one run."""

import logging
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench import cells, scans, speed, tracked, word_order
from tests.bench.figures import ORDINARY, show


def main(markitdown: Path | None = None) -> None:
    """Print one table for each part; what needs a program or files that are not there is left out, and said so."""
    logging.disable(logging.WARNING)
    # In a process of its own: the libraries of the other benches would hide the reader's share.
    subprocess.run([sys.executable, "-m", "tests.bench.memory"], check=True)
    speed.main(markitdown)
    if markitdown is None:
        sys.stdout.write("markitdown: not compared; name an environment's Python with --markitdown\n")
    tracked.main()
    if shutil.which("soffice") and ORDINARY.is_dir():
        word_order.main()
        cells.main()
    else:
        show("Table cells in their right row and column", cells.sample_figures())
        sys.stdout.write("word order: left out; LibreOffice or the real files are not here\n")
    if shutil.which("tesseract"):
        scans.main()
    else:
        sys.stdout.write("OCR: left out; Tesseract is not here\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
