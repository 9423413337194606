"""A label of a language passes only where it is surely good enough, on enough passages."""

from models.evaluation.gates import Gates, load_gates, passing
from models.evaluation.intervals import Estimate, Measure
from models.labels import Facet
from models.trust import TrustedLabel

GATES = Gates(dict.fromkeys(Facet, 0.6), 8)


def measure(low: float, support: int) -> Measure:
    return Measure(support, support, support, None, None, Estimate(0.9, low, 0.95))


def test_a_label_passes_where_its_lower_bound_reaches_the_gate_on_enough_passages() -> None:
    labels = [(Facet.RISK, one) for one in ("csam", "grooming", "sextortion", "radicalisation")]
    measured = [measure(0.6, 8), measure(0.59, 80), measure(0.8, 7), Measure(0, 0, 0, None, None, None)]
    passed = passing({"ar": measured, "all": measured, "de": measured}, labels, GATES)
    assert passed == {TrustedLabel("ar", Facet.RISK, "csam")}


def test_every_facet_has_a_gate() -> None:
    gates = load_gates()
    assert set(gates.least_f1) == set(Facet)
    assert all(0.5 <= one < 1 for one in gates.least_f1.values())
