"""The statistical guess of langdetect, repeatable and limited to sensible candidates."""

import tomllib
from functools import cache
from importlib import resources

from langdetect.detector_factory import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

TRIALS, FEW_TRIALS = 7, 3
"""Draws of letter sequences that are averaged; for each passage, langdetect's seven took half the time of a PDF."""


def guess(text: str, script: str, trials: int = TRIALS) -> tuple[str, float] | None:
    """Guess the language of a text in a script that several languages share, with its probability.

    Return None where nothing can be told. The guess is the same on every run, thread and process: each call has its
    own generator with a fixed seed.
    """
    detector = _factory(script).create()
    detector.n_trial = trials
    detector.set_prior_map(candidates()[script])
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:  # a text without a known letter sequence
        return None
    return (found[0].lang, found[0].prob) if found else None


@cache
def candidates() -> dict[str, dict[str, float]]:
    """Give, for each script that several languages share, their prior probabilities."""
    return tomllib.loads((resources.files(__package__) / "candidates.toml").read_text("utf-8"))


@cache
def _factory(script: str) -> DetectorFactory:
    profiles = resources.files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.seed = 0
    factory.load_json_profile([(profiles / language).read_text("utf-8") for language in candidates()[script]])
    return factory
