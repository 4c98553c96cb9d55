"""The oracle of treaties of two parties, which lives through them one day at a time."""
