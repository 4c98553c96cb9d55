"""Entry into force of the treaty: its conditions, the day that was agreed or recorded, and what it presupposes."""
