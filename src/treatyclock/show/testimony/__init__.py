"""A reconciliation laid out: proofs and repairs in words, the report as text and as plain data."""
