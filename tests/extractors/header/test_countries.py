import pycountry
import pytest
from babel import Locale

from extractors.header.countries import iso3
from extractors.header.names import aliases

NAMES = {
    "Kenya (Republic of)": "KEN",
    "REPUBLIC OF KENYA": "KEN",
    "Iran (Islamic Republic of)": "IRN",
    "Côte d’Ivoire (République de)": "CIV",
    "Korea (Republic of)": "KOR",
    "Türkiye": "TUR",
    "Turkey": "TUR",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "the United States": "USA",
    "Bolivia (Plurinational State of)": "BOL",
    "Российской Федерации": "RUS",
    "Республики Казахстан": "KAZ",
    "المملكة المغربية": "MAR",
    "جمهورية العراق": "IRQ",
    "泰王国": "THA",
    "Confédération suisse": "CHE",
}
NOT_STATES = [
    "",
    "Korea",
    "Republic of China",
    "United",
    "Republic of",
    "Kenya Airways",
    "Canada, United Kingdom",
    "Союз",
    "国",
    "EU",
]


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_a_state_is_known_by_its_names(name: str, code: str) -> None:
    assert iso3(name) == code


@pytest.mark.parametrize("name", NOT_STATES)
def test_what_is_no_states_name_is_not_guessed(name: str) -> None:
    assert iso3(name) is None


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_cldr_names_lead_to_their_code(language: str) -> None:
    territories = Locale.parse(language).territories
    wrong = {
        country.alpha_3: territories[country.alpha_2]
        for country in pycountry.countries
        if iso3(territories[country.alpha_2]) not in {country.alpha_3}
    }
    assert wrong == {}


def test_no_alias_belongs_to_two_states() -> None:
    seen: dict[str, str] = {}
    for code, names in aliases()["states"].items():
        assert pycountry.countries.get(alpha_3=code)
        for name in names:
            assert seen.setdefault(name, code) == code
