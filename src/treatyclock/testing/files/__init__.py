"""Treaty files drawn from what clauses and acts declare of themselves, beyond what the oracles can read."""
