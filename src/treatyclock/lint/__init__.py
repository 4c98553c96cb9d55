"""What a treaty file may have left open, out of order or out of reach, though it has no fault."""
