"""What the parties agree on together: who must agree, when it counts, and whom it releases."""
