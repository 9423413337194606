import pytest

from extractors.header.original import find_only, leading_languages, read_languages

NAMES: dict[str, tuple[str, ...]] = {
    "English": ("en",),
    "Russian/English": ("ru", "en"),
    "English and French": ("en", "fr"),
    "English only": ("en",),
    "(English)": ("en",),
    "anglais": ("en",),
    "français/anglais": ("fr", "en"),
    "Inglés y español": ("en", "es"),
    "русский/английский": ("ru", "en"),
    "بالإنكليزية": ("en",),
    "بالعربية/بالإنكليزية": ("ar", "en"),
    "英文、法文": ("en", "fr"),
    "Portuguese": ("pt",),
    "English/English": ("en",),
    "to be determined": (),
    "English/Elvish": (),
    "": (),
}


@pytest.mark.parametrize(("text", "codes"), NAMES.items())
def test_names_of_languages_are_read(text: str, codes: tuple[str, ...]) -> None:
    assert read_languages(text) == codes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("EnglishPage 1", (("en",), 7)),
        ("Russian/English 3 March", (("ru", "en"), 15)),
        ("Englishman", ((), 0)),
        ("Page", ((), 0)),
    ],
)
def test_languages_at_the_beginning_of_glued_text_are_read(text: str, read: tuple[tuple[str, ...], int]) -> None:
    assert leading_languages(text) == read


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("English only", ("en",)),
        ("(ENGLISH ONLY)", ("en",)),
        ("Anglais seulement", ("en",)),
        ("Solamente en inglés", ("en",)),
        ("Только на английском языке", ("en",)),
        ("بالإنكليزية فقط", ("en",)),
        ("仅英文", ("en",)),
    ],
)
def test_a_document_in_one_language_only_says_so(text: str, codes: tuple[str, ...]) -> None:
    assert find_only(text) == (codes, (0, len(text)))


@pytest.mark.parametrize("text", ["only", "English", "This is the only English text", "only " * 20])
def test_other_lines_do_not(text: str) -> None:
    assert find_only(text) is None
