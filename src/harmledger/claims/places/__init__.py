"""Names of places in a sentence, and the one that it states for a harm."""
