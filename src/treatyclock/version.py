"""The version of the library: here, so that whatever cites it need not import the whole."""

VERSION = "0.2.0"
