"""The taxonomy is checked when it is loaded, and an error names file and line."""

from pathlib import Path

import pytest

from models.errors import ClassificationError
from models.labels import Facet
from models.scheme import LANGUAGES, load_taxonomy

ROOT = Path(__file__).parents[2]
CURRENT = ROOT / "models" / "taxonomy" / "2026.1.yaml"


def changed(tmp_path: Path, old: str, new: str) -> tuple[Path, int]:
    """Write the taxonomy with one change; give the file and the line on which the change begins."""
    text = CURRENT.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "taxonomy.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path, text[: text.index(old)].count("\n") + 1


def test_the_scheme_has_its_five_frameworks_and_28_themes_with_terms_in_six_languages() -> None:
    taxonomy = load_taxonomy()
    assert [one.id for one in taxonomy.of(Facet.FRAMEWORK)] == [
        "legal",
        "technical",
        "educational",
        "policy",
        "strategic",
    ]
    assert len(taxonomy.of(Facet.RISK)) == 28
    assert len(taxonomy.of(Facet.STAKEHOLDER)) == 11
    assert [one.id for one in taxonomy.of(Facet.LEVEL)] == ["national", "regional", "international"]
    for concept in (*taxonomy.of(Facet.FRAMEWORK), *taxonomy.of(Facet.RISK)):
        assert all(concept.terms[language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- id: technical\n", "- id: legal\n", "the id `legal` is given twice"),
        ("  name: Legal framework", "  colour: blue", "the key `colour` is not known"),
        ("- id: legal\n", "- id: Legal Act\n", "an id is made of small letters"),
        ("  group: content\n", "  group: contents\n", "needs a group out of content"),
        ("risk_groups:", "groups_of_risk:", "the section `groups_of_risk` is not known"),
        ("version: '2026.1'", "version: 2026", "`version` has to be a text"),
        ("- id: deepfakes_ai", "- deepfakes", "this is not YAML"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    path, line = changed(tmp_path, old, new)
    with pytest.raises(ClassificationError, match=words) as caught:
        load_taxonomy(path)
    named = int(str(caught.value).split("line ")[1].split(":")[0])
    assert str(path) in str(caught.value)
    # The line is that of the entry; the change may stand a few lines below its beginning.
    assert named == 1 or line - 8 <= named <= line + 1


def test_a_term_under_two_themes_is_refused(tmp_path: Path) -> None:
    path, _ = changed(tmp_path, "terms:\n    en: [violent content,", "terms:\n    en: [hate speech, violent content,")
    with pytest.raises(ClassificationError, match=r"'hate speech' \(en\) stands under `violent_content`"):
        load_taxonomy(path)


def test_an_empty_list_of_terms_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yaml"
    text = CURRENT.read_text(encoding="utf-8")
    start = text.index("    zh: [法律")
    path.write_text(text[:start] + "    zh: []\n" + text[text.index("\n- id: technical") + 1 :], encoding="utf-8")
    with pytest.raises(ClassificationError, match="`legal` has no list of terms in zh"):
        load_taxonomy(path)


@pytest.mark.parametrize(
    "content", ["", "- a\n", "version: '1'\n", "version: '1'\nframework_categories: []\n", "a: [\n"]
)
def test_what_is_no_taxonomy_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ClassificationError, match=r"other\.yaml"):
        load_taxonomy(path)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClassificationError, match="cannot be read"):
        load_taxonomy(tmp_path / "gone.yaml")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ClassificationError, match="cannot be read"):
        load_taxonomy(tmp_path / "binary.yaml")
