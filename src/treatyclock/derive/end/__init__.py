"""An end: what it is, one that a list records, one by an event, and one that comes before the entry into force."""
