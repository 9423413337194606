"""What a person writes is read by the parsers of the first pages; what cannot be is told with what would be right."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.header.names import load_names
from flows.corrections.fields import Field, field, fields
from flows.corrections.values import Value, read_value
from flows.errors import CorrectionError


def text(name: str, written: str) -> str:
    return read_value(field(name), written).text


@pytest.mark.parametrize(
    ("name", "written", "kept"),
    [
        ("symbol", "CWG-COP-14/3-E", "CWG-COP-14/3-E"),
        ("symbol", "cwg-cop-14/3-E", "CWG-COP-14/3-E"),
        ("symbol", "C20/57(Rev.1)-E", "C20/57(Rev.1)-E"),
        ("symbol", "A/HRC/43/12", "A/HRC/43/12"),
        ("body", "cwg-cop", "CWG-COP"),
        ("body", "A body of its own", "A body of its own"),
        ("document_date", "2025-12-12", "2025-12-12"),
        ("document_date", "12 December 2025", "2025-12-12"),
        ("document_date", "22 de mayo de 2013", "2013-05-22"),
        ("document_date", "17 juillet 2018", "2018-07-17"),
        ("document_date", "15 октября 2009 г.", "2009-10-15"),
        ("document_date", "٢٦ كانون الأول ٢٠٢٥", "2025-12-26"),
        ("document_date", "2018年3月19日", "2018-03-19"),
        ("document_date", "13/01/2026", "2026-01-13"),
        ("meeting_date", "13-14 January 2026", "2026-01-13"),
        ("original_languages", "Russian/English", '["ru", "en"]'),
        ("original_languages", "en, fr fr", '["en", "fr"]'),
        ("original_languages", "русский", '["ru"]'),
        ("language", "French", "fr"),
        ("language", "und", "und"),
        ("action", "Information", "information"),
        ("kind", "chair report", "chair_report"),
        ("title", "  Two\n lines\x07 ", "Two lines"),
        ("title", "", ""),
        ("sources", " ", ""),
    ],
)
def test_a_value_is_kept_in_one_form(name: str, written: str, kept: str) -> None:
    assert text(name, written) == kept


def test_body_and_meeting_follow_from_a_symbol() -> None:
    assert read_value(field("symbol"), "C20/57-E") == Value("C20/57-E", (("body", "C"), ("meeting", "2020")))
    assert read_value(field("symbol"), "CA/154").implied == (("body", "CA"),)


@pytest.mark.parametrize(
    ("written", "sources"),
    [
        ("KEN", [("Kenya", "KEN", "AFR")]),
        ("KEN, ESP", [("Kenya", "KEN", "AFR"), ("Spain", "ESP", "EUR")]),
        ("Kenya; Кения; KEN", [("Kenya", "KEN", "AFR"), ("Кения", "KEN", "AFR")]),
        ("Kenya and Uganda; UNICEF", [("Kenya", "KEN", "AFR"), ("Uganda", "UGA", "AFR"), ("UNICEF", None, None)]),
        ("肯尼亚", [("肯尼亚", "KEN", "AFR")]),
        ("A ministry (ken)", [("A ministry", "KEN", "AFR")]),
        ("KEX (-)", [("KEX", None, None)]),
        ("ITU", [("ITU", None, None)]),
        ("Some Foundation", [("Some Foundation", None, None)]),
        ("Republc of Kenya (-)", [("Republc of Kenya", None, None)]),
        ("Kenya, Ministry of ICT", [("Kenya, Ministry of ICT", "KEN", "AFR")]),
        ("Antarctica (ATA)", [("Antarctica", "ATA", None)]),
    ],
)
def test_sources_are_names_or_codes(written: str, sources: list[tuple[str, str | None, str | None]]) -> None:
    found = json.loads(text("sources", written))
    assert [(one["name"], one["iso3"], one["region"]) for one in found] == sources


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("symbol", "CWG-CPO-14/3", "Did you mean the body CWG-COP"),
        ("symbol", "CWG-COP-20/XX", "not given yet"),
        ("symbol", "nothing", "such as CWG-COP-20/4-E"),
        ("document_date", "03/04/2026", "2025-12-12"),
        ("document_date", "2026-02-30", "year-month-day"),
        ("document_date", "13-14 January 2026", "Write one day, such as 2026-01-13"),
        ("document_date", "see 12 December 2025", "year-month-day"),
        ("original_languages", "Englsh", r"Did you mean en \(English\)"),
        ("original_languages", "xx", "no language"),
        ("language", "en, fr", "several languages"),
        ("language", "", "write a code such as en"),
        ("action", "informaton", "Did you mean information"),
        ("status", "final version of all", "draft, final, revision"),
        ("sources", "KEX", r"KEN \(Kenya\)"),
        ("sources", "Spain; QQQ", "QQQ is no ISO 3166-1 code"),
        ("sources", "Keyna", r"Did you mean Kenya \(KEN\)"),
        ("title", "half a \udcff character", "UTF-8"),
    ],
)
def test_what_cannot_be_is_told_with_what_would_be_right(name: str, written: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told) as error:
        read_value(field(name), written)
    assert str(error.value)


@given(st.sampled_from(list(fields().values())), st.text(max_size=40))
def test_no_text_breaks_a_parser_and_what_is_kept_is_read_again_as_it_is(one: Field, written: str) -> None:
    try:
        kept = read_value(one, written)
    except CorrectionError:
        return
    if one.kind not in {"sources", "languages"}:
        assert read_value(one, kept.text).text == kept.text


def test_names_of_the_secretariat_are_known(tmp_path: Path) -> None:
    file = tmp_path / "names.yaml"
    file.write_text("states: {KEN: [The northern neighbour]}\n", encoding="utf-8")
    (found,) = json.loads(read_value(field("sources"), "The northern neighbour", load_names(file)).text)
    assert (found["name"], found["iso3"]) == ("The northern neighbour", "KEN")
