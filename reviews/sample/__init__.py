"""The sample newsroom that `manage.py demo` loads: invented outlets, our own words, genuine evidence.

Whatever comes from here is marked `is_sample`: shown with a notice, kept from search engines, without ClaimReview.
"""
