"""The domain: what the taskforce is, led and made; knows nothing of MkDocs or the network."""
