"""Drafts of claims: one harm word with one victim phrase, merged and parted within a sentence."""
