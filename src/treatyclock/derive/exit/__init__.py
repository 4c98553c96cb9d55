"""How a party leaves by notice: when the notice takes effect, what keeps it back, what changes it."""
