"""What other treaties make of this one, and with which it stands or falls."""
