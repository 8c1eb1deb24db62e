import pytest

from reviews.revealing import reveals


@pytest.mark.parametrize(
    ("text", "given_away"),
    [
        ("Anna Petrova saw it", True),
        ("ANNA PETROVA", True),
        ("as Petrova told us", True),
        ("petrova’s account", True),
        ("https://example.org/petrova-speaks", True),
        ("Annabel saw it", False),
        ("Petrovan architecture", False),
        ("an employee of the port", False),
        ("", False),
    ],
)
def test_a_name_is_found_as_a_word(text: str, *, given_away: bool) -> None:
    assert reveals("Anna Petrova", text) == given_away


def test_particles_alone_give_nobody_away() -> None:
    assert not reveals("Jan van der Meulen", "a van stood there for a day")
    assert reveals("Jan van der Meulen", "what Meulen said")
    assert reveals("Li Na", "Li Na said so")
    assert not reveals("Li Na", "Na is sodium")
