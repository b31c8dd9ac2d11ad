"""Someone who uses a screen reader comes in, begins a story, and hears what they type."""
from screen import click, fail, see, title, type_in, wait

title("Alongside")
see("heading", "Who are you?", "FOCUSED")
see("push button", "Sam").press()
title("Home - Alongside")
see("heading", "Hello Sam.", "FOCUSED")
see("landmark", "")
see("push button", "Tell my story").press()
title("Tell my story - Alongside")
see("heading", "How do you want to tell us?")
see("radio button", "Use both").press()
see("radio button", "Use both", "CHECKED")
if "CHECKED" in see("radio button", "Use pictures").states:
    fail("Two answers are picked where one can be.")
see("push button", "Next", "ENABLED").press()
see("heading", "First, you. Are you safe now?")
see("radio button", "I am safe").press()
see("radio button", "I am safe", "CHECKED")
see("radio button", "I am safe", "FOCUSED")
# Where a part is said to stand, it can be pressed with the pointer.
click(see("push button", "Next", "ENABLED"))
see("radio button", "Good").press()
see("push button", "Next", "ENABLED").press()
see("radio button", "One person").press()
see("push button", "Next", "ENABLED").press()
see("heading", "What are their first letters?")
field = see("entry", "First letters")
if field.text() != "":
    fail(f"The empty field reads as {field.text()!r}.")
field.focus()
see("entry", "First letters", "FOCUSED")
type_in("J B")
wait("what was typed, read back", lambda: see("entry", "First letters").text() == "J B")
wait("the typing mark at the end", lambda: see("entry", "First letters").caret() == 3)
field = see("entry", "First letters")
for place, piece, wanted in ((1, "CHAR", " "), (0, "WORD", "J "), (2, "WORD", "B"), (1, "LINE", "J B")):
    if field.piece(place, piece) != wanted:
        fail(f"The {piece} at {place} reads as {field.piece(place, piece)!r}, not {wanted!r}.")
type_in("r")
wait("the question about what was typed", lambda: see("status bar", "Is that a full name?"))
