"""Noun phrases for people and goods: what is counted, in which bounds, and its parts."""
