"""What became of concepts is declared, and followed however many times they changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.classifier import Classifier
from models.errors import ClassificationError
from models.labels import Facet, PassageText
from models.succession import CHANGES, Change, ChangeKind, Succession, load_succession
from tests.models.taxonomies import MERGED, drop, merge_image_abuse, write_taxonomy

RISK = Facet.RISK


def change(kind: ChangeKind, ids: tuple[str, ...], into: tuple[str, ...] = ()) -> Change:
    return Change(kind, RISK, ids, into, None, "2027.1", 1)


def of(succession: Succession, id_: str) -> list[str]:
    return [one for _, one in succession.of((RISK, id_))]


def test_a_label_is_followed_over_several_versions() -> None:
    succession = Succession(
        (
            change(ChangeKind.MERGE, ("a", "b"), ("c",)),
            change(ChangeKind.SPLIT, ("c",), ("d", "e")),
            change(ChangeKind.DEPRECATE, ("e",)),
            change(ChangeKind.RENAME, ("d",)),
        )
    )
    assert of(succession, "a") == of(succession, "b") == of(succession, "d") == ["d"]
    assert of(succession, "e") == []
    assert of(succession, "other") == ["other"]
    assert succession.of((Facet.LEVEL, "a")) == ((Facet.LEVEL, "a"),)


def test_one_of_those_merged_may_stay() -> None:
    succession = Succession((change(ChangeKind.MERGE, ("a", "b"), ("a",)),))
    assert of(succession, "a") == of(succession, "b") == ["a"]
    assert set(succession.gone) == {(RISK, "b")}


ids = st.sampled_from("abcdef")
changes = st.one_of(
    st.builds(lambda one: change(ChangeKind.DEPRECATE, (one,)), ids),
    st.builds(lambda some, one: change(ChangeKind.MERGE, tuple(some), (one,)), st.sets(ids, min_size=2), ids),
    st.builds(lambda one, some: change(ChangeKind.SPLIT, (one,), tuple(some)), ids, st.sets(ids, min_size=2)),
)


@given(st.lists(changes, max_size=6), ids)
def test_following_ends_and_gives_only_what_is_not_gone(some: list[Change], id_: str) -> None:
    succession = Succession(tuple(some))
    assert not set(succession.of((RISK, id_))) & set(succession.gone)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1", 1, "have to be a list"),
        ("- {in: '2', facet: risk, merge: [a], into: b}", 1, "several ids"),
        ("[]\n---\n", 2, "not YAML"),
        ("- {in: '2', facet: risk, deprecate: a}\n- {in: '2', facet: risk, split: a, into: [b]}", 2, "several"),
        ("- {in: '2', facet: risk, rename: a}", 1, "new `name`"),
        ("- {in: '2', facet: colour, deprecate: a}", 1, "`facet`"),
        ("- {in: 2, facet: risk, deprecate: a}", 1, "version of the taxonomy as a text"),
        ("- {in: '2', facet: risk, deprecate: a, colour: b}", 1, "`colour` is not known"),
        ("- {in: '2', facet: risk}", 1, "exactly one of"),
        ("- a", 1, "mapping"),
    ],
)
def test_a_change_that_cannot_be_used_is_named_with_file_and_line(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    (tmp_path / CHANGES).write_text(text, encoding="utf-8")
    with pytest.raises(ClassificationError, match=rf"{CHANGES}, line {line}: .*{what}"):
        load_succession(tmp_path / "2027.1.yaml")


def test_without_a_file_nothing_changed(tmp_path: Path) -> None:
    assert load_succession(tmp_path / "2027.1.yaml") == Succession()
    assert load_succession() == Succession()


def test_the_model_speaks_for_what_its_labels_became(tmp_path: Path) -> None:
    text = "A stranger asked my daughter for naked pictures and said he would send them to her friends unless she paid."
    merged = Classifier.load(write_taxonomy(tmp_path, merge_image_abuse, MERGED))
    assert "image_abuse" in risks(merged, text)
    split = tmp_path / "split"
    split.mkdir()

    def parted(content: dict[str, list[dict[str, object]]]) -> None:
        (one,) = drop(content, "sextortion")
        terms = {language: ["asked my daughter" if language == "en" else "xyz"] for language in one["terms"]}
        content["risk_themes"] += [one | {"id": "extortion"}, one | {"id": "asking", "terms": terms}]

    file = write_taxonomy(split, parted, "- {in: '2027.1', facet: risk, split: sextortion, into: [extortion, asking]}")
    assert risks(Classifier.load(file), text) & {"extortion", "asking", "sextortion"} == {"asking"}


def risks(classifier: Classifier, text: str) -> set[str]:
    (some,) = classifier.classify_passages([PassageText("1", text, "en")])
    return {one.concept for one in some if one.facet is RISK and one.in_force}
