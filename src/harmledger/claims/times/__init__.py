"""Time expressions as days, and the one that a sentence states for a harm."""
