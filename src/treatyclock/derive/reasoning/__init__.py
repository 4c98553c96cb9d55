"""What a step may ask and leave behind: worlds, reasons, facts, findings and arguments."""
