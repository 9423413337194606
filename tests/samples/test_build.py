import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from samples.docx_builder import build_docx
from samples.manifest import MANIFEST, manifest_text, read_manifest, read_plan
from samples.sample import FILES, LANGUAGES, TEXTS, Sample, read_sample, read_samples

KENYA = TEXTS / "en" / "kenya-national-plan.yaml"
OPERATOR = TEXTS / "en" / "operator-family-services.yaml"
JOINT = TEXTS / "en" / "joint-pacific-resolution-179.yaml"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def samples() -> tuple[Sample, ...]:
    return read_samples()


def _loaded(samples: tuple[Sample, ...]) -> list[Sample]:
    return [sample for sample in samples if sample.expect.outcome == "loaded"]


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_there_are_at_least_three_loaded_documents_for_each_language(samples: tuple[Sample, ...]) -> None:
    languages = Counter(sample.language for sample in _loaded(samples))
    assert set(languages) == set(LANGUAGES)
    assert min(languages.values()) >= 3


def test_there_are_about_as_many_pdf_as_word_files(samples: tuple[Sample, ...]) -> None:
    kinds = Counter(sample.suffix == ".pdf" for sample in _loaded(samples))
    assert 0.6 <= kinds[True] / kinds[False] <= 1.7


def test_every_file_is_in_the_manifest_and_every_entry_is_a_file() -> None:
    names = [entry["file"] for entry in read_manifest()]
    assert sorted(names) == sorted(path.name for path in FILES.iterdir())
    assert len(names) == len(set(names))


def test_the_manifest_is_the_one_that_the_texts_make(samples: tuple[Sample, ...]) -> None:
    assert MANIFEST.read_text(encoding="utf-8") == manifest_text(samples, read_plan())


def test_the_manifest_has_every_kind_of_outcome() -> None:
    outcomes = Counter(entry["outcome"] for entry in read_manifest())
    assert outcomes["loaded"] >= 18
    assert outcomes["duplicate"] >= 1
    assert outcomes["quarantined"] >= 2


def test_the_files_are_small_enough_for_a_repository() -> None:
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 8 * MEGABYTE


def test_building_a_word_file_again_gives_the_same_parts(tmp_path: Path) -> None:
    sample = read_sample(KENYA)
    again, twice = tmp_path / sample.file, tmp_path / f"twice-{sample.file}"
    build_docx(sample, again)
    build_docx(sample, twice)
    assert again.read_bytes() == twice.read_bytes()
    with zipfile.ZipFile(again) as built, zipfile.ZipFile(FILES / sample.file) as stored:
        assert built.namelist() == stored.namelist()
        assert all(built.read(name) == stored.read(name) for name in built.namelist())


def test_building_a_pdf_again_gives_the_same_words(tmp_path: Path) -> None:
    try:
        from samples.pdf_builder import build_pdf
    except OSError as error:  # WeasyPrint is there, the system's Pango is not
        pytest.skip(f"WeasyPrint cannot lay out pages here: {error}")
    sample = read_sample(OPERATOR)
    again, twice = tmp_path / sample.file, tmp_path / f"twice-{sample.file}"
    build_pdf(sample, again)
    build_pdf(sample, twice)
    assert again.read_bytes() == twice.read_bytes()
    # Other fonts break lines, and so words, in other places.
    built, stored = (re.sub(r"\W|\d", "", _pdf_text(path)) for path in (again, FILES / sample.file))
    assert Counter(built) == Counter(stored)


def test_the_header_block_of_every_built_word_file_prints_its_symbol(samples: tuple[Sample, ...]) -> None:
    for sample in samples:
        if sample.suffix == ".docx":
            cells = Document(str(FILES / sample.file)).tables[0]._cells
            text = "\n".join(cell.text for cell in cells)
            assert sample.header.document in text, sample.file
            assert sample.header.title in text, sample.file


def test_tracked_changes_are_insertions_and_deletions_with_author_and_date() -> None:
    sample = read_sample(JOINT)
    with zipfile.ZipFile(FILES / sample.file) as package:
        xml = package.read("word/document.xml").decode()
    assert re.search(r'<w:ins [^>]*w:author="Samoa" w:date="2025-12-15T08:10:00Z"', xml)
    assert re.search(r'<w:del [^>]*w:author="New Zealand"', xml)
    assert "<w:delText" in xml


def test_the_questionnaire_has_check_boxes_that_word_can_tick(samples: tuple[Sample, ...]) -> None:
    sample = next(sample for sample in samples if "questionnaire" in sample.file)
    with zipfile.ZipFile(FILES / sample.file) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count('w14:checked w14:val="1"') >= 10
    assert 'w14:checked w14:val="0"' in xml


def test_the_scanned_pdf_has_pages_but_no_text(samples: tuple[Sample, ...]) -> None:
    sample = next(sample for sample in samples if sample.layout == "scan")
    assert _pdf_text(FILES / sample.file).strip() == ""


def test_the_protected_and_the_broken_pdf_do_not_open() -> None:
    for entry in read_manifest():
        if entry["outcome"] == "quarantined":
            with pytest.raises(pypdfium2.PdfiumError):
                pypdfium2.PdfDocument(FILES / entry["file"])


def test_the_wrongly_named_file_is_a_word_file() -> None:
    for name in read_plan()["mislabelled"]:
        assert name.endswith(".pdf")
        assert zipfile.is_zipfile(FILES / name)


def test_the_duplicate_has_the_bytes_of_another_file() -> None:
    for entry in read_manifest():
        if entry["outcome"] == "duplicate":
            assert (FILES / entry["file"]).read_bytes() == (FILES / entry["of"]).read_bytes()
