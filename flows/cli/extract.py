"""`rapporteur extract`: what each file says, as JSON lines."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from extractors.document import Document
from extractors.document_json import to_json
from extractors.errors import ProgramMissing
from extractors.media_type import raw_file
from flows.child import read_only
from flows.cli.main import ATTENTION, DONE
from flows.cli.progress import progress_bar
from flows.pool import Answer, Failure, reading_pool
from flows.settings import load_settings

_BATCH = 32


def print_documents(files: Sequence[Path]) -> int:
    """Print one JSON object for each file, in the order given; give the exit code."""
    settings = load_settings()
    code = DONE
    workers = min(settings.processes, len(files))
    with progress_bar("Reading", len(files)) as advance, reading_pool(settings, workers=workers) as pool:
        for start in range(0, len(files), _BATCH):
            paths = files[start : start + _BATCH]
            answers = pool.run(read_only, [raw_file(path) for path in paths])
            for path, answer in zip(paths, answers, strict=True):
                line = describe(path, answer)
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
                sys.stdout.flush()
                advance()
                code = max(code, DONE if line["outcome"] == "loaded" else ATTENTION)
    return code


def describe(path: Path, answer: Answer[Document]) -> dict[str, object]:
    """Give the JSON form of what became of one file; `loaded` means that it would be loaded."""
    failure = answer.result if isinstance(answer.result, Failure) else None
    waits = failure is not None and isinstance(failure.error, ProgramMissing)
    return {
        "path": str(path),
        "sha256": answer.file.sha256,
        "media_type": answer.file.media_type.value,
        "outcome": "loaded" if failure is None else "waiting" if waits else "quarantined",
        "reason": None if failure is None else str(failure.error),
        "document": to_json(answer.result) if isinstance(answer.result, Document) else None,
    }
