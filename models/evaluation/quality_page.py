"""The page on quality and the model card, from the figures alone."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from string import Template
from typing import Any

from models.evaluation.intervals import ALL
from models.evaluation.quality import Json, load_settings
from models.evaluation.tables import cell, interval, share, table
from models.scheme import LANGUAGES

_INVENTED = (
    "**These passages were written for training: the programmes, figures, quotations and bodies in them are invented "
    "and no facts.**\n"
)


def quality_page(figures: Json) -> str:
    """Write docs/quality.md."""
    method, gates = figures["method"], figures["gates"]
    return _fill(
        "quality.template.md",
        model_line=f"Model `{figures['model']['version']}`, fingerprint `{figures['model']['fingerprint']}`.",
        data_line=data_line(figures),
        level=round(100 * method["level"]),
        rounds=method["rounds"],
        seed=method["seed"],
        short=short_table(figures),
        ahead=_ahead(figures),
        languages=_languages(figures),
        kinds=_kinds(figures),
        labels="\n".join(_labels(figures)),
        calibration=_calibration(figures),
        confusions=_confusions(figures),
        gates=", ".join(f"{facet} {one:g}" for facet, one in gates["f1"].items()),
        support=gates["support"],
        review=_review(figures),
        trusted=_trusted(figures),
        invented_line=_INVENTED if figures["data"]["invented"] else "",
        mistakes="\n".join(_mistakes(figures)).strip(),
    )


def model_card(figures: Json, learning: Mapping[str, Mapping[str, int]]) -> str:
    """Write models/card.md; `learning` has the numbers of texts learned from, by kind and language."""
    trusted = figures["trusted"]
    number = sum(len(some) for facets in trusted.values() for some in facets.values())
    weakest = [
        f"{facet} {language} ({f1:.2f})"
        for facet in figures["facets"]
        for language, f1 in [min(_by_language(figures, facet).items(), key=lambda one: one[1], default=("", 0.0))]
    ]
    languages = sorted({language for some in learning.values() for language in some})
    return _fill(
        "card.template.md",
        version=figures["model"]["version"],
        fingerprint=figures["model"]["fingerprint"],
        taxonomy=figures["model"]["taxonomy"],
        learning=table(
            ["texts learned from", *languages],
            [[kind, *(some.get(language, 0) for language in languages)] for kind, some in learning.items()],
        ),
        data_line=data_line(figures),
        short=short_table(figures),
        weakest=", ".join(weakest),
        trusted_line=f"{number} labels of a language pass the trust gate and count without review.",
    )


def data_line(figures: Json) -> str:
    """Say what was measured on."""
    data = figures["data"]
    languages = ", ".join(f"{number} {language}" for language, number in data["languages"].items())
    return f"Measured on {data['source']}: {data['passages']} passages in {data['documents']} documents ({languages})."


def short_table(figures: Json) -> str:
    """Give precision, recall and F1 of the model and F1 of the baselines, by facet."""
    others = [name for name in next(iter(figures["facets"].values())) if name != "model"]
    rows = []
    for facet, members in figures["facets"].items():
        mine = members["model"][ALL]
        rows.append(
            [
                facet,
                mine["support"],
                *(interval(mine[one]) for one in ("precision", "recall", "f1")),
                *(share(members[name][ALL]["f1"]) for name in others),
            ]
        )
    return table(["facet", "support", "precision", "recall", "F1", *others], rows)


def _fill(name: str, **values: object) -> str:
    text = resources.files("models").joinpath("evaluation", name).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def _ahead(figures: Json) -> str:
    return table(
        ["facet", *(f"ahead of {name}" for name in figures["ahead"])],
        [[facet, *(interval(some[facet], "+") for some in figures["ahead"].values())] for facet in figures["facets"]],
    )


def _languages(figures: Json) -> str:
    codes = list(figures["data"]["languages"])
    rows = []
    for facet, members in figures["facets"].items():
        known = [value for language, value in _by_language(figures, facet).items() if language in LANGUAGES]
        below = f"{sum(known) / len(known) - min(known):.2f}" if known else "–"
        rows.append([facet, *(interval(members["model"][code]["f1"]) for code in codes), below])
    return table(["facet", *codes, "below the mean"], rows)


def _kinds(figures: Json) -> str:
    kinds = figures["kinds"]
    titles = [f"{name.replace('_', ' ')} ({one['passages']})" for name, one in kinds.items()]
    return table(
        ["facet", *titles],
        [[facet, *(interval(one["facets"][facet]["f1"]) for one in kinds.values())] for facet in figures["facets"]],
    )


def _by_language(figures: Json, facet: str) -> dict[str, float]:
    members = figures["facets"][facet]["model"]
    return {code: one["f1"][0] for code, one in members.items() if code != ALL and one["f1"] is not None}


def _labels(figures: Json) -> Iterator[str]:
    codes = list(figures["data"]["languages"])
    yield "F1 by language stands beside the support; a star marks labels that count there without review.\n"
    for facet, labels in figures["labels"].items():
        rows = []
        for concept, measured in labels.items():
            every = measured[ALL]
            cells = [
                f"{share(measured[code]['f1'])} ({measured[code]['support']})"
                + ("\\*" if concept in figures["trusted"].get(code, {}).get(facet, ()) else "")
                for code in codes
            ]
            rows.append(
                [
                    f"`{concept}`",
                    every["support"],
                    *(interval(every[one]) for one in ("precision", "recall", "f1")),
                    *cells,
                ]
            )
        yield f"### {facet}\n\n" + table(["label", "support", "precision", "recall", "F1", *codes], rows) + "\n"


def _calibration(figures: Json) -> str:
    codes = [ALL, *figures["data"]["languages"]]
    return table(
        ["facet", *codes],
        [[facet, *(_before_and_after(some[code]) for code in codes)] for facet, some in figures["calibration"].items()],
    )


def _before_and_after(one: Json) -> str:
    return f"{cell(one['error_before'])} → {cell(one['error'])}"


def _confusions(figures: Json) -> str:
    return table(
        ["facet", "wanted", "given instead", "passages", "of", "siblings"],
        [
            [
                one["facet"],
                f"`{one['wanted']}`",
                f"`{one['found']}`",
                one["passages"],
                one["support"],
                "yes" if one["siblings"] else "",
            ]
            for one in figures["confusions"]
        ],
    )


def _review(figures: Json) -> str:
    facets = list(figures["facets"])
    rows = []
    for language, one in figures["review"].items():
        parts = [one["facets"][facet] for facet in facets]
        subjects = _waiting(one["with_subject"], one["with_subject"] - one["to_review"])
        rows.append([language, *(_waiting(part["labels"], part["trusted"]) for part in parts), subjects])
    return table(["language", *facets, "passages with a framework or risk"], rows)


def _waiting(labels: int, trusted: int) -> str:
    return f"{(labels - trusted) / labels:.0%}" if labels else "–"


def _trusted(figures: Json) -> str:
    rows: list[Sequence[Any]] = [
        [language, facet, ", ".join(f"`{one}`" for one in some)]
        for language, facets in figures["trusted"].items()
        for facet, some in facets.items()
    ]
    return table(["language", "facet", "labels"], rows) if rows else "None."


def _mistakes(figures: Json) -> Iterator[str]:
    most = load_settings()["shown"]["characters"]
    language = None
    for one in figures["mistakes"]:
        if one["language"] != language:
            language = one["language"]
            yield f"### {language}\n"
        what = "missed" if one["missed"] else f"given with {one['score']:.2f}"
        told = f"a person: {', '.join(one['wanted']) or 'none'}; the model: {', '.join(one['found']) or 'none'}"
        yield f"**{one['facet']} `{one['concept']}`** {what} ({told})\n\n> {_quoted(one['text'], most)}\n"


def _quoted(text: str, most: int) -> str:
    plain = " ".join(text.split())
    cut = plain if len(plain) <= most else plain[: most - 1] + "…"
    for mark in "\\`*_<>[]#|":
        cut = cut.replace(mark, f"\\{mark}")
    return cut
