"""The formats that something can be exported in: a module each, found by what it declares."""
