"""Figures outside sentences: tables, labels with values, headed lists, letters of a legend."""
