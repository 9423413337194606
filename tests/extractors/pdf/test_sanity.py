import pytest

from extractors.pdf.sanity import judge

_ENGLISH = ("Members exchange views on the risks that children face online and on the frameworks " * 4).split()


@pytest.mark.parametrize(
    "words",
    [
        _ENGLISH,
        ["few"],
        ["各成员国就儿童在网上面临的风险", "交换了意见" * 8],
        ["Contents", "." * 90, "12"],
        ["تعرض", "هذه", "المساهمة", "التدابير", "القانونية", "لحماية", "الأطفال", "الصغيرة", "الوطنية", "العامة"],
        ["1,234"] * 60,
    ],
)
def test_ordinary_text_is_sound(words: list[str]) -> None:
    assert judge(words).sound


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["\ue001\ue002\ue003\ue004"] * 10, "meaning"),
        (["protecciÃ³n", "niÃ±os", "lÃ­nea", "educaciÃ³n"] * 5, "encoding"),
        (["$%&§", "+~#'", "<>|°"] * 10, "signs"),
        (
            ["ةيامح", "لافطلأا", "تنرتنلإا", "ةكبشلا", "ةيلودلا", "ةينطولا", "ةمدقملا", "ةرادلإا", "ةدحتملا"],
            "backwards",
        ),
        (list("Wordsthatwerespelledoutinsingleletters"), "single letters"),
        (["brkfst", "xzqwrt", "plmnbv", "dfghjk"] * 12, "words"),
    ],
)
def test_garbage_is_told_with_its_fault(words: list[str], fault: str) -> None:
    verdict = judge(words)
    assert not verdict.sound
    assert fault in str(verdict.fault)


def test_letters_without_unicode_are_not_trusted() -> None:
    words = ["abcdefgh"] * 10
    assert judge(words, unmapped=40).fault
