"""Why a language model's work could not be used. Each message can stand in front of an editor."""


class ModelFailed(Exception):
    """The endpoint gave no usable answer: the built-in extractor's claims are used instead."""


class EndpointFailed(ModelFailed):
    """Not reached, too late, refused, or too much."""


class AnswerInvalid(ModelFailed):
    """An answer came, and does not have the shape that was asked for."""
