"""The tests of a proposition are made in the order of the guide; the first that fits decides."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import read, said


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # how many, if the number leads; not if it is by the way, or of people known already
        ("Nine people were killed when a shell hit Halm, the mayor said.", "Nine", "figure"),
        ("A shell hit a mill in Halm, killing nine, the mayor said.", "A shell", "occurrence"),
        ("The mayor said the four dead had been killed by a crane.", "the four dead", "occurrence"),
        ("The union said a fifth man had died, bringing the number of dead to five.",
         "a fifth man", "figure"),
        ("Halm is the village from which nine men were abducted, the mayor said.",
         "the village", "occurrence"),
        ("The police detained nine men in Halm, the mayor said.", "detained", "attribution"),
        ("The mayor said two of the dead were sisters.", "sisters", "identity"),
        ("The mayor said two of the dead were children.", "children", "figure"),
        # a step of those in office
        ("The mayor said all ferries had been cancelled.", "ferries", "measure"),
        ("The mayor said inquiries were continuing.", "inquiries", "measure"),
        ("The mayor said three suspects had been charged with arson.", "suspects", "measure"),
        # who did it
        ("The bishop said the bridge had been blown up by Norland sappers.", "bridge",
         "attribution"),
        ("Residents said its hunters had burned the mill.", "hunters", "attribution"),
        ("The mayor said it was the Fourth Brigade.", "it was", "attribution"),
        ("Anna Tal said Captain Ivo Tarn had shot the prisoners.", "shot", "attribution"),
        ("The skipper said a cutter had rammed the boat.", "rammed", "attribution"),
        ("The skipper said the mill had burned down.", "mill", "occurrence"),
        ("Anna Tal said the prisoners had been shot behind the kiln.", "kiln", "occurrence"),
        # what was meant, a part in it, a name for it
        ("The deserter said the order was to leave nobody alive.", "order", "intent"),
        ("The mayor said the raid had followed a plan.", "plan", "intent"),
        ("Residents said a Norland patrol had been seen near the mill.", "patrol", "involvement"),
        ("The general said it was an accident.", "accident", "characterisation"),
        # what somebody is, with what, how somebody stands
        ("The mayor said the dead were shepherds from Vetka.", "shepherds", "identity"),
        ("The mayor said they were Joss Tamm and Edo Hall.", "Joss", "identity"),
        ("The union called the case political.", "the case", "opinion"),
        ("The union called it a robbery.", "a robbery", "characterisation"),
        ("Anna Tal said all of them wore civilian clothes.", "clothes", "identity"),
        ("The expert said it was a cruise missile.", "missile", "weapon"),
        ("The mayor said the driver was dead.", "driver", "status"),
        ("The mayor said everybody had been freed by midnight.", "freed", "status"),
        # one step of an actor; what happened to people, and what they saw, is told as a whole
        ("Anna Tal said the soldiers had read out names.", "names", "act"),
        ("Anna Tal said the men had been beaten with hoses.", "hoses", "occurrence"),
        ("“We stopped counting,” Anna Tal said.", "counting", "occurrence"),
        # what was asked is its own type
        ("Norland declined to comment.", "comment", "occurrence"),
        ("Norland declined to say who had been on duty.", "who had", "identity"),
        ("Norland declined to say who had fired.", "who had", "attribution"),
        ("Norland would not say where the miners were being held.", "where", "status"),
        ("Norland would not comment on the type of munition used.", "munition", "weapon"),
        ("The mayor declined to discuss a ransom.", "ransom", "measure"),
    ],
)  # fmt: skip
def test_the_first_test_that_fits_decides(text: str, words: str, wanted: str) -> None:
    assert said(read(text), words).proposition == wanted


@pytest.mark.parametrize("admitted", ["shells had hit the mill", "prisoners had died"])
def test_who_admits_what_happened_does_not_admit_to_have_done_it(admitted: str) -> None:
    found = said(read(f"Norland acknowledged that {admitted}."), admitted)
    assert found.stance == "acknowledges"
    assert found.proposition == "occurrence"
