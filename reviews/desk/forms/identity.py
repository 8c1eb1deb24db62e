from django import forms

from reviews.desk.forms.lines import LinesField


class IdentityForm(forms.Form):
    """The first two fields go into the protected table and nowhere else; the last two become public."""

    name = forms.CharField(
        required=False, max_length=300, label="Who it is", widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    details = LinesField(rows=3, max_length=5_000, label="How we know them, and that it is them")
    description = forms.CharField(
        required=False,
        max_length=200,
        label="What the public may know of them",
        help_text="For example: an employee of the port. Public.",
    )
    because = forms.CharField(
        required=False,
        max_length=500,
        label="Why the identity is protected",
        help_text="For example: they would lose their job. Public.",
    )


class PurposeForm(forms.Form):
    purpose = forms.CharField(
        max_length=500, label="What you need to know it for", help_text="It stands in the decision log with your name."
    )
