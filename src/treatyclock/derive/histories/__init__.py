"""What all steps come to: what holds for all, for one State, and between two, in every world."""
