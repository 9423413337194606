"""What a new taxonomy would relabel is shown before anything changes, and only that is classified again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractors.document import Document, Header, MediaType, Source
from flows.cli.taxonomy import print_rehearsal, print_taxonomy_check
from flows.rehearsal import affected_documents, rehearse
from flows.workspace import create_workspace
from models.classifier import Classifier, classify
from models.labels import Facet
from models.scheme import load_taxonomy
from models.succession import load_succession
from models.taxonomy_effects import effects
from tests.models.taxonomies import MERGED, drop, merge_image_abuse, theme, write_taxonomy
from tests.warehouse.made import entry, passages
from warehouse.connection import Connection, open_snapshot, open_warehouse
from warehouse.load import load_batch

TEXTS = {
    "a": ("en", ("Sextortion of boys is rising.", "Our country adopted a law on cyberbullying of pupils.")),
    "b": ("fr", ("La sextorsion touche les enfants.",)),
    "c": ("en", ("Cyberbullying of pupils is rising.",)),
    "d": ("en", ("Children meet a zorbling craze on every platform.",)),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = create_workspace(tmp_path_factory.mktemp("workspace"))
    classifier = Classifier.load()
    with open_warehouse(made.warehouse) as connection:
        entries = []
        for sign, (language, texts) in TEXTS.items():
            header = Header(f"C/{sign}", symbol=f"C/{sign}", sources=(Source("Kenya", "KEN"),))
            sha256 = sign * 64
            one = Document(sha256, MediaType.PDF, language, 1, header, passages(sha256, texts, language), ())
            entries.append(replace(entry(one), suggestions=classify(one, classifier)))
        load_batch(connection, entries)
    return made.root


@pytest.fixture
def connection(workspace: Path) -> Iterator[Connection]:
    with open_snapshot(workspace / "warehouse" / "warehouse.duckdb") as opened:
        yield opened


def more_terms(content: dict[str, Any]) -> None:
    theme(content, "excessive_use_health")["terms"]["en"].append("zorbling craze")


def without_cyberbullying(content: dict[str, Any]) -> None:
    drop(content, "cyberbullying")


def test_only_documents_with_a_label_that_is_gone_or_a_new_term_are_affected(
    connection: Connection, tmp_path: Path
) -> None:
    def affected(file: Path) -> set[str]:
        differing = effects(load_taxonomy(), load_taxonomy(file), load_succession(file))
        return {sha256[0] for sha256 in affected_documents(connection, differing)}

    for name in ("merged", "terms", "same"):
        (tmp_path / name).mkdir()
    assert affected(write_taxonomy(tmp_path / "terms", more_terms)) == {"d"}
    assert affected(write_taxonomy(tmp_path / "merged", merge_image_abuse, MERGED)) >= {"a", "b"}
    assert affected(write_taxonomy(tmp_path / "same", lambda _: None)) == set()


def test_a_merge_moves_labels_and_counts_them_by_year_country_and_language(
    connection: Connection, tmp_path: Path
) -> None:
    file = write_taxonomy(tmp_path, merge_image_abuse, MERGED)
    differing = effects(load_taxonomy(), load_taxonomy(file), load_succession(file))
    made = rehearse(connection, Classifier.load(file), differing)
    assert made.by_theme[(Facet.RISK, "sextortion"), "lost"] == 2
    assert made.by_theme[(Facet.RISK, "image_abuse"), "gained"] == 2
    assert made.count(lambda one: one.counted.states)["KEN", "lost"] == 2
    assert made.count(lambda one: [one.counted.language])["fr", "gained"] == 1
    assert {one.document[0] for one in made.passages} == {"a", "b"}


def test_a_deprecated_theme_is_lost_and_nothing_is_written(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_taxonomy(
        tmp_path,
        without_cyberbullying,
        "- {in: '2027.1', facet: risk, deprecate: cyberbullying}",
    )
    before = (workspace / "warehouse" / "warehouse.duckdb").read_bytes()
    assert print_rehearsal(file, workspace, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["by_label"]["risk cyberbullying"]["lost"] >= 2
    assert told["by_label"]["risk cyberbullying"]["gained"] == 0
    assert told["by_country"]["KEN"]["lost"] == len(told["passages"])
    assert print_rehearsal(file, workspace, as_json=False) == 0
    page = capsys.readouterr().out
    assert "Nothing is changed yet" in page
    assert "Our country adopted a law on cyberbullying of pupils." in page
    assert (workspace / "warehouse" / "warehouse.duckdb").read_bytes() == before


def test_a_taxonomy_with_errors_is_not_rehearsed(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_taxonomy(tmp_path, without_cyberbullying)
    assert print_rehearsal(file, workspace, as_json=False) == 1
    assert "cyberbullying" in capsys.readouterr().err
    assert print_taxonomy_check(file, None, as_json=True) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["file"] == str(file)
    assert print_taxonomy_check(None, None, as_json=False) == 0
    assert "no errors" in capsys.readouterr().out
