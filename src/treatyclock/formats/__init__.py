"""How documents are read, by document: treaty files and case files, and what all documents share."""
