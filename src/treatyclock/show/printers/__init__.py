"""Printers of answers, a module for each format; each declares the types that it writes (:mod:`treatyclock.printing`)."""
