"""From a draft to a claim: speaker, stance, time, place, scope and actor."""
