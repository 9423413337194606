"""Builds every sample from its text, and the manifest that says what Rapporteur must make of each file."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samples import special
from samples.docx_builder import build_docx
from samples.manifest import MANIFEST, manifest_text, read_plan
from samples.pdf_builder import build_pdf
from samples.sample import FILES, Sample, read_samples


def main() -> None:
    """Build all samples into samples/files and write samples/manifest.toml."""
    samples, plan = read_samples(), read_plan()
    build_all(samples, plan, FILES)
    MANIFEST.write_text(manifest_text(samples, plan), encoding="utf-8")
    total = sum(path.stat().st_size for path in FILES.iterdir())
    sys.stdout.write(f"{len(samples)} texts, {sum(1 for _ in FILES.iterdir())} files, {total / 1e6:.1f} MB\n")


def build_all(samples: tuple[Sample, ...], plan: Mapping[str, Any], folder: Path) -> None:
    """Build every sample and special file into the folder, and take away what no text makes any more."""
    for sample in samples:
        build_one(sample, plan, folder / sample.file)
    for entry in plan["copies"]:
        shutil.copyfile(folder / entry["of"], folder / entry["file"])
    for entry in plan["encrypted"]:
        special.encrypt(folder / entry["of"], folder / entry["file"], entry["password"])
    for entry in plan["truncated"]:
        special.truncate(folder / entry["of"], folder / entry["file"], entry["share"])
    kept = {sample.file for sample in samples} | {
        entry["file"] for kind in ("copies", "encrypted", "truncated", "given") for entry in plan[kind]
    }
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()


def build_one(sample: Sample, plan: Mapping[str, Any], target: Path) -> None:
    """Build one sample in the way that its layout, its extension and the plan ask for."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / f"draft{target.suffix}"
        word = Path(folder) / "word.docx"
        if sample.layout == "scan":
            build_pdf(sample, draft)
            special.scan(draft, target, sample, **plan["scan"])
        elif sample.suffix == ".docx" or sample.file in plan["mislabelled"]:
            build_docx(sample, target)
        elif sample.suffix == ".doc":
            build_docx(sample, word)
            special.convert_to_doc(word, draft, sample)
            shutil.copyfile(draft, target)
        elif sample.file in plan["from_word"]:
            build_docx(sample, word)
            special.convert_to_pdf(word, draft, sample)
            shutil.copyfile(draft, target)
        else:
            build_pdf(sample, target)


if __name__ == "__main__":
    main()
