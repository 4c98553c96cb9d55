"""Words and plain data made from derivations, at the very end; no legal logic."""
