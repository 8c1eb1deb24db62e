"""For any text: no crash, spans inside, the same again when done again."""

from hypothesis import given
from hypothesis import strategies as st

from claims.addresses import normalise_address
from claims.enums import AnchorState
from claims.errors import IngestRefused
from claims.ingest.decoding import decode
from claims.ingest.files import read_file
from claims.ingest.texts import stored_text
from claims.passages import find_again

ADDRESS_LIKE = st.from_regex(r"https?://[a-z]{1,8}\.example(:[0-9]{1,5})?/[ -~]{0,30}(\?[ -~]{0,30})?", fullmatch=True)


@given(quote=st.text(min_size=1, max_size=80), near=st.integers(0, 300), text=st.text(max_size=300))
def test_a_passage_that_is_found_is_inside_the_text(quote: str, near: int, text: str) -> None:
    found = find_again(quote, near, text)
    if found.start is None or found.end is None:
        assert found.state == AnchorState.GONE
        assert quote not in text
    else:
        assert 0 <= found.start < found.end <= len(text)
        assert (text[found.start : found.end] == quote) == (found.state == AnchorState.KEPT)


@given(before=st.text(max_size=100), quote=st.text(min_size=1, max_size=50), after=st.text(max_size=100))
def test_a_passage_that_moved_is_kept(before: str, quote: str, after: str) -> None:
    assert find_again(quote, 0, before + quote + after).state == AnchorState.KEPT


@given(st.one_of(st.text(max_size=60), ADDRESS_LIKE))
def test_an_address_has_one_spelling_or_is_refused(address: str) -> None:
    try:
        normal = normalise_address(address)
    except IngestRefused:
        return
    assert normalise_address(normal) == normal
    assert normal.isascii() and " " not in normal and "#" not in normal


@given(st.text())
def test_a_stored_text_is_stored_as_itself(text: str) -> None:
    try:
        stored = stored_text(text)
    except IngestRefused:
        return
    assert stored_text(stored.text) == stored
    assert "\0" not in stored.text and "\r" not in stored.text


@given(st.binary(max_size=300), st.text(max_size=10))
def test_any_bytes_become_text_or_are_refused(data: bytes, charset: str) -> None:
    for read in (lambda: decode(data, charset), lambda: read_file(data)):
        try:
            assert read() is not None
        except IngestRefused as refused:
            assert str(refused)
