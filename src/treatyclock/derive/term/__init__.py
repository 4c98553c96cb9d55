"""The treaty's term: what it runs from, how long it lasts, and what prolongs it."""
