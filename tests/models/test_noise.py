"""Noise gets no label, and a text that a person wrote is no noise."""

import random
from collections.abc import Callable

import pytest

from models.classifier import Classifier
from models.labels import Facet, PassageText
from models.noise import Familiarity, familiarity, is_noise
from models.scheme import LANGUAGES
from models.training_data import Example, Kind, read_examples

ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnñopqrstuvwxyzáéíóú",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôû",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}
MOST = 60
"""Characters of a string: as little as speaks for itself."""


@pytest.fixture(scope="module")
def passages() -> dict[str, list[Example]]:
    made: dict[str, list[Example]] = {language: [] for language in LANGUAGES}
    for one in read_examples():
        if one.kind is Kind.PASSAGES and one.is_test:
            made[one.language].append(one)
    return made


def test_ten_thousand_random_and_shuffled_strings_get_next_to_no_label(
    classifier: Classifier, passages: dict[str, list[Example]]
) -> None:
    chance = random.Random(1306)  # noqa: S311 - noise, not secrets
    labelled = total = 0
    for language in LANGUAGES:
        texts = [one.text[:MOST] for one in passages[language]]
        signs = sorted({sign for text in texts for sign in text if sign.isalpha()})
        alphabet = ALPHABETS.get(language, "".join(signs))
        kinds: tuple[Callable[[], str], ...] = (
            lambda alphabet=alphabet: random_words(alphabet, chance),  # type: ignore[misc]
            lambda texts=texts: shuffled(chance.choice(texts), chance),  # type: ignore[misc]
            lambda texts=texts: " ".join(shuffled(word, chance) for word in chance.choice(texts).split()),  # type: ignore[misc]
        )
        for make in kinds:
            for _ in range(556):
                labelled += is_labelled(classifier, make(), language)
                total += 1
    assert total > 10_000
    assert labelled < total / 100


def test_bytes_that_are_no_text_get_no_label(classifier: Classifier) -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    signs = "abcdefghijклмнопكلمنهو网络的一是 0123456789.,\x00\x07\x1b\ud800\udfff\u202e\u200b\ufeff\x85"
    texts = ["".join(chance.choices(signs, k=60)) for _ in range(200)]
    texts += [chance.randbytes(80).decode("latin-1") for _ in range(200)]
    assert sum(is_labelled(classifier, text, None) for text in texts) < 4


def test_next_to_no_passage_that_a_person_wrote_is_noise(
    classifier: Classifier, passages: dict[str, list[Example]]
) -> None:
    for language in LANGUAGES:
        some = passages[language][::8]
        with_subject = [one for one in some if any(facet in {Facet.FRAMEWORK, Facet.RISK} for facet, _ in one.labels)]
        lost = [one.text for one in with_subject if not is_suggested(classifier, one.text, language)]
        assert len(lost) <= len(with_subject) * 0.05, lost


def test_noise_among_other_passages_takes_no_label_from_them(classifier: Classifier) -> None:
    noise = "tuo fo redro srettel era eseht lla dna gninaem on sah gnihton"
    passages = [PassageText(str(place), text, "en") for place, text in enumerate(("Sextortion of boys.", noise) * 2)]
    first, second, *_ = classifier.classify_passages(passages)
    assert "sextortion" in {one.concept for one in first if one.in_force}
    assert [one.concept for one in second] == ["other"]


@pytest.mark.parametrize(
    ("known", "noise"),
    [({"w:en:grooming", "w:en:child"}, False), ({"w:en:the"}, True), (set(), True)],
)
def test_long_words_tell_more_than_short_ones(known: set[str], noise: bool) -> None:
    found = {name: [(0, 1)] for name in ("w:en:grooming", "w:en:child", "w:en:xqzv", "w:en:the", "w:en:#", "c:child")}
    met = familiarity(found, dict.fromkeys(known, 0), "en")
    assert met.words == 4
    assert is_noise([("en", met)]) is noise


def test_a_part_that_is_no_noise_saves_the_passage() -> None:
    noise, text = Familiarity(10, 50, 2), Familiarity(10, 20, 18)
    assert is_noise([("en", noise)])
    assert not is_noise([("en", noise), ("zh", text)])
    assert not is_noise([])


def random_words(alphabet: str, chance: random.Random) -> str:
    return " ".join("".join(chance.choices(alphabet, k=chance.randint(2, 10))) for _ in range(chance.randint(3, 9)))


def shuffled(text: str, chance: random.Random) -> str:
    return "".join(chance.sample(text, len(text)))


def is_labelled(classifier: Classifier, text: str, language: str | None) -> bool:
    (some,) = classifier.classify_passages([PassageText("1", text, language)])
    return any(one.in_force and one.facet is not Facet.PURPOSE for one in some)


def is_suggested(classifier: Classifier, text: str, language: str) -> bool:
    (some,) = classifier.classify_passages([PassageText("1", text, language)])
    return any(one.facet is not Facet.PURPOSE for one in some) or any(one.concept != "other" for one in some)
