"""The learned part: numbers of people that no rule joined to a harm word."""
