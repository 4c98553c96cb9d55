"""What a treaty's final clauses say, a file for each matter; every clause tells how a file writes it."""
