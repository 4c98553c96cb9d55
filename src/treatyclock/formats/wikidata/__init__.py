"""Items of Wikidata, as its JSON has them, made into treaty files."""
