"""The rules, a module for what belongs together; each declares its findings and the functions that find them."""
