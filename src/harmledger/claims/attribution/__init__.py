"""Who says it, and how firmly: sources, verbs of saying, quotations, denials, hypotheses."""
