"""The sample contributions, and the scripts that build and show them."""
