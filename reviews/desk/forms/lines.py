from typing import Any

from django import forms


class LinesField(forms.CharField):
    """Text of several lines. Browsers send them with CR LF; stored they end with LF, as everywhere."""

    def __init__(self, *, rows: int, **kwargs: Any) -> None:
        attrs = {"rows": rows} | kwargs.pop("attrs", {})
        super().__init__(required=False, widget=forms.Textarea(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
