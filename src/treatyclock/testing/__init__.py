"""For people who test: what must come out of a treaty file, written beside it."""
