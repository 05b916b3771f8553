"""Make the input for an argument of a verb."""

import inspect

from precinct_app.domain.election import Election
from precinct_app.domain.entry import Event
from precinct_app.domain.listing import FIELDS
from precinct_app.domain.verb import Argument, Verb
from ui.forms.choices import NumbersInput, PickInput, PicksInput
from ui.forms.inputs import (
    NumberInput,
    RowInput,
    SeveralInput,
    TextInput,
    TruthInput,
    VoterInput,
    VotersInput,
)
from ui.forms.offers import NUMBERS, NUMBERS_OF_VERB, OF_VERB, ONE, SEVERAL, TABLES, VOTERS, Offer
from ui.forms.tables import DissentInput, LinesInput, ResultsInput
from ui.language import Language

Input = (
    TextInput
    | TruthInput
    | RowInput
    | PickInput
    | PicksInput
    | NumbersInput
    | ResultsInput
    | DissentInput
    | LinesInput
)

# What is typed blind, or holder by holder, has a nought where nothing was typed.
WITH_NOUGHTS = ("counted", "papers", "votes")


def offer_of(verb: str, argument: Argument) -> Offer | None:
    """Find what is offered for an argument; None where it is typed freely."""
    if typed := VOTERS.get(argument.name):
        return typed
    key = (verb, argument.name)
    match argument.type:
        case "text" | "number":
            return OF_VERB.get(key) or ONE.get(argument.name)
        case "texts":
            return SEVERAL.get(argument.name)
        case "numbers":
            return NUMBERS_OF_VERB.get(key) or NUMBERS.get(argument.name)
        case "objects":
            return TABLES.get(argument.name)
    return None


def make_input(
    verb: Verb[..., Event], argument: Argument, language: Language, election: Election
) -> Input:
    """Make the input for an argument."""
    code = f"field.{argument.name}"
    if offer_of(verb.name, argument):
        return _offering(argument, language, code, election)
    match argument.type:
        case "number":
            return NumberInput(language, code)
        case "texts":
            return SeveralInput(language, code)
        case "yes_no":
            return TruthInput(language, code, usual=_usual(verb, argument.name))
        case "object":
            return RowInput(language, FIELDS)
    lines = argument.type == "objects"
    return LinesInput(language, code) if lines else TextInput(language, code)


def _offering(argument: Argument, language: Language, code: str, election: Election) -> Input:
    if argument.name in VOTERS:
        several = argument.type == "texts"
        return VotersInput(language, code) if several else VoterInput(language, code)
    if argument.name == "results":
        return ResultsInput(language, code, election)
    if argument.type == "objects":
        return DissentInput(language, code)
    if argument.type == "texts":
        return PicksInput(language, code)
    if argument.type == "numbers":
        return NumbersInput(language, code, noughts=argument.name in WITH_NOUGHTS)
    numbers = argument.type == "number"
    return PickInput(language, code, required=argument.required, numbers=numbers)


def _usual(verb: Verb[..., Event], argument: str) -> bool:
    given = inspect.signature(verb.rule).parameters[argument]
    return given.default is True
