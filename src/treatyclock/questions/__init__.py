"""What a person asks of a treaty's life, and the answers."""
