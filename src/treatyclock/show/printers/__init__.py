"""Printers of answers, a module for each format; each declares the types of answer that it writes."""
