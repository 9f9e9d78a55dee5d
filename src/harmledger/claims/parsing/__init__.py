"""Sentences of a text and their parse, with a map back to the text."""
