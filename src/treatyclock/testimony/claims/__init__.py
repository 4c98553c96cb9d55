"""What sources say of time, a family of claims a file; each kind says how a file writes it and what it asks of time."""
