"""What words say by themselves, before any parse: harm words, people, events, place names."""
