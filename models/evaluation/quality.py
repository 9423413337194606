"""All figures on how good the labels are, as one JSON object."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from models.evaluation.calibration import Calibration, calibration
from models.evaluation.cases import Cases
from models.evaluation.gates import Gates, passing
from models.evaluation.intervals import ALL, Estimate, Measure, Sample, differences, draw, measures
from models.evaluation.mistakes import confusions, mistakes
from models.evaluation.verdicts import UNKNOWN, Verdicts
from models.labels import Facet
from models.scheme import Taxonomy
from models.trust import TrustedLabel, by_language

Json = Mapping[str, Any]
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Assessment:
    """The figures, and the labels that passed the gates by them."""

    figures: Json
    passed: frozenset[TrustedLabel]


def load_settings() -> dict[str, Any]:
    """Read quality.toml."""
    return dict(_settings())


def assess(
    cases: Cases,
    model: Verdicts,
    baselines: Sequence[Verdicts],
    taxonomy: Taxonomy,
    gates: Gates,
    *,
    trusted: frozenset[TrustedLabel] | None = None,
    uncalibrated: Verdicts | None = None,
) -> Assessment:
    """Measure the model's verdicts against the baselines'; without `trusted` what passes the gates here is trusted.

    `uncalibrated` are the model's with scores as they were before calibration.
    """
    settings = load_settings()
    languages = [one.language or UNKNOWN for one in cases.counted]
    sample = _sample(cases, languages, settings)
    by_member = {one.name: measures(one.found, sample) for one in (model, *baselines)}
    passed = passing(by_member[model.name], cases.labels, gates)
    counts = trusted if trusted is not None else passed
    shown = settings["shown"]
    figures = {
        "method": {key: settings[key] for key in ("seed", "rounds", "level")},
        "data": _data(cases, languages),
        "facets": _facets(by_member, len(cases.labels)),
        "ahead": {
            one.name: _by_facet(differences(model.found, one.found, sample)[len(cases.labels) :]) for one in baselines
        },
        "kinds": _kinds(cases, model, sample),
        "labels": _labels(cases, by_member[model.name]),
        "calibration": _calibrations(cases, model, uncalibrated or model, settings["steps"]),
        "confusions": [asdict(one) for one in confusions(cases, model, taxonomy, shown["confusions"])],
        "mistakes": [_rounded(asdict(one)) for one in mistakes(cases, model, baselines, shown["errors"])],
        "gates": {"f1": {facet.value: gates.least_f1[facet] for facet in Facet}, "support": gates.least_support},
        "trusted": by_language(counts),
        "review": _review(cases, model, languages, counts),
    }
    return Assessment(figures, passed)


def passing_labels(cases: Cases, verdicts: Verdicts, gates: Gates) -> frozenset[TrustedLabel]:
    """Give the labels that pass the gates, without any other figure."""
    sample = _sample(cases, [one.language or UNKNOWN for one in cases.counted], load_settings())
    return passing(measures(verdicts.found, sample), cases.labels, gates)


def _sample(cases: Cases, languages: Sequence[str], settings: Json) -> Sample:
    facets = list(Facet)
    groups = np.zeros((len(cases.labels), len(cases.labels) + len(facets)))
    for column, (facet, _) in enumerate(cases.labels):
        groups[column, [column, len(cases.labels) + facets.index(facet)]] = 1
    draws = draw(cases.clusters, languages, settings["seed"], settings["rounds"], settings["level"])
    return Sample(cases.wanted, cases.told, cases.clusters, draws, groups)


def _data(cases: Cases, languages: Sequence[str]) -> Json:
    return {
        "digest": cases.digest,
        "passages": len(languages),
        "documents": len(set(cases.clusters.tolist())),
        "languages": {one: languages.count(one) for one in sorted(set(languages))},
    }


def _facets(by_member: Mapping[str, Mapping[str, Sequence[Measure]]], labels: int) -> Json:
    return {
        facet.value: {
            member: {language: _measure(some[labels + place]) for language, some in _all_first(measured).items()}
            for member, measured in by_member.items()
        }
        for place, facet in enumerate(Facet)
    }


def _kinds(cases: Cases, model: Verdicts, sample: Sample) -> Json:
    """Measure apart the passages that stand alone and those of documents."""
    in_document = np.array([len(some) > 1 for some in cases.documents for one in some if one.counted], dtype=np.bool_)
    made = {}
    for kind, mine in (("alone", ~in_document), ("in_documents", in_document)):
        some = measures(model.found, replace(sample, told=sample.told & mine[:, None]))[ALL]
        facets = some[len(cases.labels) :]
        made[kind] = {
            "passages": int(mine.sum()),
            "facets": {facet.value: _measure(one) for facet, one in zip(Facet, facets, strict=True)},
        }
    return made


def _labels(cases: Cases, measured: Mapping[str, Sequence[Measure]]) -> Json:
    made: dict[str, dict[str, Json]] = {facet.value: {} for facet in Facet}
    for column, (facet, concept) in enumerate(cases.labels):
        made[facet][concept] = {one: _measure(some[column]) for one, some in _all_first(measured).items()}
    return made


def _all_first(measured: Mapping[str, Sequence[Measure]]) -> Mapping[str, Sequence[Measure]]:
    return {ALL: measured[ALL], **{one: some for one, some in measured.items() if one != ALL}}


def _by_facet(estimates: Sequence[Estimate | None]) -> Json:
    return {facet.value: _estimate(one) for facet, one in zip(Facet, estimates, strict=True)}


def _measure(one: Measure) -> Json:
    return {
        "right": one.right,
        "found": one.found,
        "support": one.support,
        "precision": _estimate(one.precision),
        "recall": _estimate(one.recall),
        "f1": _estimate(one.f1),
    }


def _estimate(one: Estimate | None) -> list[float] | None:
    return None if one is None else [round(value, _DIGITS) for value in (one.value, one.low, one.high)]


def _calibrations(cases: Cases, model: Verdicts, before: Verdicts, steps: int) -> Json:
    wanted, told = cases.wanted, cases.told
    languages = [one.language or UNKNOWN for one in cases.counted]
    made: dict[str, dict[str, Json]] = {}
    for facet in Facet:
        mine = [column for column, (own, _) in enumerate(cases.labels) if own is facet]
        rows = {ALL: range(len(languages))} | {
            language: [row for row, one in enumerate(languages) if one == language]
            for language in sorted(set(languages))
        }
        made[facet.value] = {
            language: _calibration(
                *(
                    calibration(one.scores[here], wanted[here], told[here], steps)
                    for here in [np.ix_(some, mine)]
                    for one in (model, before)
                )
            )
            for language, some in rows.items()
        }
    return made


def _calibration(one: Calibration, before: Calibration) -> Json:
    return {
        "error": None if one.error is None else round(one.error, _DIGITS),
        "error_before": None if before.error is None else round(before.error, _DIGITS),
        "steps": [_rounded(asdict(step)) for step in one.steps],
    }


def _review(cases: Cases, model: Verdicts, languages: Sequence[str], trusted: frozenset[TrustedLabel]) -> Json:
    """Count the labels in force and those of them that are trusted, and the passages with any that is not."""
    counts = np.array([[TrustedLabel(language, *label) in trusted for label in cases.labels] for language in languages])
    subjects = np.array([facet in {Facet.FRAMEWORK, Facet.RISK} for facet, _ in cases.labels])
    labelled = np.any(model.found[:, subjects], axis=1, keepdims=True)
    waiting = np.any((model.found & ~counts)[:, subjects], axis=1, keepdims=True)
    made: dict[str, Any] = {}
    for language in (ALL, *sorted(set(languages))):
        here = np.array([language in {ALL, one} for one in languages])
        of_facet = {}
        for facet in Facet:
            mine = np.array([own is facet for own, _ in cases.labels])
            given = model.found[here][:, mine]
            of_facet[facet.value] = {"labels": int(given.sum()), "trusted": int((given & counts[here][:, mine]).sum())}
        made[language] = {
            "facets": of_facet,
            "passages": int(here.sum()),
            "with_subject": int(labelled[here].sum()),
            "to_review": int(waiting[here].sum()),
        }
    return made


def _rounded(entry: dict[str, Any]) -> Json:
    return {key: round(value, _DIGITS) if isinstance(value, float) else value for key, value in entry.items()}


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resources.files("models").joinpath("evaluation", "quality.toml").read_text(encoding="utf-8"))
