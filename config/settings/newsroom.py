"""What a newsroom decides for itself: the settings of our own."""

from config.settings.site import env

# Claims that a reviewer may have in hand at once; 0 for no limit. What waits for an answer is not counted.
CLAIMDESK_OPEN_WORK_LIMIT = env("CLAIMDESK_OPEN_WORK_LIMIT")

# Days after the answer when what could name a reader (mail address, note) is deleted; stated on the public forms.
CLAIMDESK_READER_DAYS = env("CLAIMDESK_READER_DAYS")

# Hour of the newsroom's day, 0 to 23, at which the daily mail of notifications is sent.
CLAIMDESK_DIGEST_HOUR = env("CLAIMDESK_DIGEST_HOUR")

# Hosts of the newsroom's own network whose pages may be fetched (`intranet.example`, `10.0.0.5:8080`); no others may.
CLAIMDESK_FETCH_ALLOW_HOSTS = env("CLAIMDESK_FETCH_ALLOW_HOSTS")

# The cache before us, which is told what changed and may then keep pages for a minute (reviews.public.caching).
CLAIMDESK_PURGE_URL = env("CLAIMDESK_PURGE_URL")
CLAIMDESK_PURGE_METHOD = env("CLAIMDESK_PURGE_METHOD")
CLAIMDESK_PURGE_TOKEN = env("CLAIMDESK_PURGE_TOKEN")

# The newsroom's own language model, if it has one: an OpenAI-compatible address up to `/v1` (claims/llm/README.md).
CLAIMDESK_LLM_URL = env("CLAIMDESK_LLM_URL")
CLAIMDESK_LLM_MODEL = env("CLAIMDESK_LLM_MODEL")
CLAIMDESK_LLM_KEY = env("CLAIMDESK_LLM_KEY")

# Requests to the API a minute from one address; more get a 429 that says when to come back.
CLAIMDESK_API_RATE = env("CLAIMDESK_API_RATE")
