"""Consent to be bound: which acts express it, whose counts, and what takes it back."""
