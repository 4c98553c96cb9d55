"""What all documents share: shapes of values, tables with their place, lines, TOML."""
