"""A newsroom's own language model as the extractor, behind any OpenAI-compatible endpoint. See README.md."""
