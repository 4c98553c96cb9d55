"""What goes on beside membership: provisional application, suspension, surviving effect, objections between two."""
