"""The domain: what the taskforce is, led and made; knows nothing of MkDocs, HTML or the network."""
