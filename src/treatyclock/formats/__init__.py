"""One file a format: how a record is read and written."""
