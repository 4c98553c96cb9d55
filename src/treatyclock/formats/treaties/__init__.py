"""Treaty files: what one may hold, and how a record is made of it."""
