"""Who was a party when: periods, head counts, and what follows once too few are left."""
