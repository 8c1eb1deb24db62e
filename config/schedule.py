"""What beat rings for, and why. Every entry repeats something that has happened already in the normal course:

a sweep heals what a lost message, a killed worker or a restart left undone.
"""

from typing import Any, Final

SCHEDULE: Final[dict[str, dict[str, Any]]] = {
    # Jobs whose message was lost or whose worker died; shorter than an editor's patience after "extract".
    "sweep-jobs": {"task": "claims.tasks.sweep_jobs", "schedule": 15.0},
    # Accepted claims enter the queue in the same transaction; this finds what was imported in another way.
    "pull-claims": {"task": "reviews.tasks.pull_claims", "schedule": 60.0},
    # Nobody needs to know who used the API in an earlier hour.
    "forget-api-windows": {"task": "reviews.tasks.forget_api_windows", "schedule": 1800.0},
    # Readers whose request led to a verdict learn it soon; heals lost messages and a mail server that was down.
    "sweep-readers": {"task": "reviews.tasks.sweep_readers", "schedule": 60.0},
    # What came out at its set time, and changes that nobody rang for or that the cache did not confirm. Shorter than
    # the minute for which a cache may keep a page.
    "purge": {"task": "reviews.tasks.purge", "schedule": 15.0},
    # Until it has counted, the statistics page counts by itself, which takes a second with 100,000 verdicts.
    "keep-statistics": {"task": "config.tasks.keep_statistics", "schedule": 60.0},
    # A lease that ends is told five minutes before, in time to act; the same sweep mails digests within a minute of
    # their hour, and what a lost message or a mail server that was down left unsent.
    "sweep-notifications": {"task": "reviews.tasks.sweep_notifications", "schedule": 60.0},
    # Re-checks are due by the day, and articles are fetched again by the hour.
    "sweep-rechecks": {"task": "reviews.tasks.sweep_rechecks", "schedule": 1800.0},
    # Notifications are kept as long as their page says, to the day.
    "forget-notifications": {"task": "reviews.tasks.forget_old_notifications", "schedule": 3600.0},
    # What the public forms promise to delete; hourly, so that a day's fingerprints do not live two.
    "forget-readers": {"task": "reviews.tasks.forget_what_readers_sent", "schedule": 3600.0},
    # Each failed sign-in leaves a count that is good for minutes; a new one looks at how many there are.
    "forget-counts": {"task": "config.tasks.forget_expired_counts", "schedule": 3600.0},
    # Rows of sessions that ended; at night or by day, nobody waits for it.
    "forget-sessions": {"task": "config.tasks.forget_ended_sessions", "schedule": 24 * 3600.0},
}
