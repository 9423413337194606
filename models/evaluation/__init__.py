"""How good the data, the labels and the trust in them are."""
