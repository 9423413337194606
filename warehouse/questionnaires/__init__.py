"""Replies to the same questionnaire, and the same question in all of them."""
