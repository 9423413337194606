"""The files that an evaluation is written to: page, figures, picture and model card."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from models.errors import ClassificationError
from models.evaluation.curve import reliability_svg
from models.evaluation.evaluation import Evaluation
from models.evaluation.quality import load_settings
from models.evaluation.quality_page import model_card, quality_page
from models.training_data import read_examples

PICTURE = "pictures/reliability.svg"


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the page, its figures and its picture, and the file of the model card."""

    folder: Path
    card: Path


def write_evaluation(made: Evaluation, places: Places) -> tuple[Path, ...]:
    """Write all files, and give them; the same figures give the same bytes.

    Raises ClassificationError where the folder cannot be written.
    """
    figures = made.figures
    texts = {
        places.folder / "quality.md": quality_page(figures),
        places.folder / "quality.json": json.dumps(figures, ensure_ascii=False, indent=1) + "\n",
        places.folder / PICTURE: reliability_svg(figures["calibration"], load_settings()["least_in_step"]),
        places.card: model_card(figures, _learned_from()),
    }
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ClassificationError(f"The evaluation cannot be written: {error}. Give another folder: --into.") from error
    return tuple(texts)


def _learned_from() -> dict[str, dict[str, int]]:
    counts = Counter((one.kind.value, one.language) for one in read_examples() if not one.is_test)
    made: dict[str, dict[str, int]] = {}
    for (kind, language), number in sorted(counts.items()):
        made.setdefault(kind, {})[language] = number
    return made
