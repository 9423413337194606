"""What passed the gates is kept beside its model, and is trusted of no other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.classifier import Classifier
from models.errors import ClassificationError
from models.labels import Facet
from models.linear import HEADER
from models.scheme import LANGUAGES, load_taxonomy
from models.trust import TRUST, Trust, TrustedLabel, load_trust, write_trust

CONCEPTS = [(one.facet, one.id) for one in load_taxonomy().concepts]
labels = st.frozensets(
    st.builds(
        lambda language, label: TrustedLabel(language, *label), st.sampled_from(LANGUAGES), st.sampled_from(CONCEPTS)
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("trained")
    (made / HEADER).write_text("version = '1'", encoding="utf-8")
    return made


@given(labels)
def test_what_is_written_is_read(folder: Path, passed: frozenset[TrustedLabel]) -> None:
    trust = Trust("rules-2026.1+linear-1", passed)
    write_trust(trust, folder)
    assert load_trust(folder) == trust


def test_of_another_model_nothing_is_trusted(tmp_path: Path) -> None:
    (tmp_path / HEADER).write_text("version = '1'", encoding="utf-8")
    write_trust(Trust("model", frozenset({TrustedLabel("en", Facet.RISK, "csam")})), tmp_path)
    (tmp_path / HEADER).write_text("version = '2'", encoding="utf-8")
    assert load_trust(tmp_path) == Trust("model", frozenset())
    assert load_trust(tmp_path / "none") == Trust("", frozenset())


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-10], lambda text: text.replace("risk", "colour"), lambda text: "labels = 1"]
)
def test_a_damaged_file_says_how_to_make_it_again(tmp_path: Path, damage: Callable[[str], str]) -> None:
    file = write_trust(Trust("model", frozenset({TrustedLabel("en", Facet.RISK, "csam")})), tmp_path)
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ClassificationError, match="--write-gates"):
        load_trust(tmp_path)
    assert file.name == TRUST


def test_what_is_trusted_was_measured_for_the_model_that_comes_with_rapporteur(classifier: Classifier) -> None:
    trust = load_trust()
    assert trust.model == classifier.version
    assert len(trust.labels) > 30, "The model is newer than its gates: rapporteur evaluate --write-gates"
    assert {(one.facet, one.concept) for one in trust.labels} <= set(CONCEPTS)
