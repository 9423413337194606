"""What would spoil a training is found: gaps, twins on both sides of the split, and labels that contradict."""

from pathlib import Path

from models.evaluation.data_check import check_data, check_json
from models.labels import Facet
from models.scheme import LANGUAGES, load_taxonomy
from models.training_data import Example, Kind
from tests.models.evaluation.made import line, write

CASE = "A man of forty wrote to her every evening for {} weeks, sent skins for the game and then asked to meet."


def kept_away(text: str) -> bool:
    return Example(text, "en", Kind.PASSAGES, frozenset(), None, None).is_test


def test_the_same_text_on_both_sides_of_the_split_is_an_error(tmp_path: Path) -> None:
    texts = [CASE.format(number) for number in range(10, 60)]
    one = next(text for text in texts if kept_away(text))
    other = next(text for text in texts if not kept_away(text))
    write(tmp_path, "en.jsonl", line(one), line(other))
    check = check_data(tmp_path, load_taxonomy())
    assert not check.is_sound
    assert [twins.across for twins in check.leaks] == [True]
    assert "across the split" in check_json(check)["errors"][0]["what"]


def test_the_same_text_with_different_labels_is_a_warning(tmp_path: Path) -> None:
    same = [text for number in range(10, 60) if not kept_away(text := CASE.format(number))][:2]
    write(tmp_path, "en.jsonl", line(same[0]), line(same[1], r=["sextortion"], p="evidence"))
    check = check_data(tmp_path, load_taxonomy())
    assert check.is_sound
    (twins,) = check.contradictions
    assert set(twins.contradicts) == {"risk/grooming", "risk/sextortion", "purpose/challenge", "purpose/evidence"}
    assert check_json(check)["contradictions"][0]["other_line"] == 2


def test_what_a_phrase_does_not_tell_is_no_contradiction(tmp_path: Path) -> None:
    text = next(text for number in range(10, 60) if not kept_away(text := CASE.format(number)))
    write(tmp_path, "en.jsonl", line(text, l=["national"]))
    write(tmp_path, "phrases_en.jsonl", {"t": text, "f": [], "r": ["grooming"]})
    check = check_data(tmp_path, load_taxonomy())
    assert len(check.twins) == 1
    assert check.contradictions == ()


def test_a_phrase_that_stands_in_a_tested_text_is_told(tmp_path: Path) -> None:
    text = next(text for number in range(10, 60) if kept_away(text := CASE.format(number)))
    write(tmp_path, "en.jsonl", line(text))
    write(tmp_path, "phrases_en.jsonl", {"t": "wrote to her every evening for", "f": [], "r": ["grooming"]})
    check = check_data(tmp_path, load_taxonomy())
    assert check.is_sound
    assert [str(one.other) for one in check.quotations] == ["en.jsonl, line 1"]
    assert check_json(check)["quotations"][0]["file"] == "phrases_en.jsonl"


def test_labels_with_few_texts_in_a_language_are_gaps(tmp_path: Path) -> None:
    lines = [line(f"{number} {CASE}", s=["media"]) for number in range(60)]
    write(tmp_path, "en.jsonl", *lines)
    check = check_data(tmp_path, load_taxonomy())
    assert len(check.coverage) == len(LANGUAGES) * len(load_taxonomy().concepts)
    counted = {(one.facet, one.concept, one.language): one.learning + one.test for one in check.coverage}
    assert counted[Facet.STAKEHOLDER, "media", "en"] == 60
    gaps = {(one.concept, one.language) for one in check.gaps}
    assert ("media", "fr") in gaps
    assert ("media", "en") not in gaps
