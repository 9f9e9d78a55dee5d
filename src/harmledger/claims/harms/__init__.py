"""From a harm word to those who were harmed: one frame for each way to say it."""
