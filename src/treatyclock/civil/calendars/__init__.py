"""Calendars: what each can do, who counted how until when, months and years of any of them."""
