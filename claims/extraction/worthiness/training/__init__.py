"""Makes `weights.json` again; nothing here is imported when sentences are scored."""
