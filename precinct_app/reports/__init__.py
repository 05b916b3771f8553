"""Papers: figures in, PDF bytes out."""
