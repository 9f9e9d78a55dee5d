"""Numbers with their qualifiers and ranges, and what numbers are no counts."""
