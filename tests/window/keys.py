"""Someone who uses keys alone comes in and answers the first question. The screen reader's bus only looks on."""
from screen import fail, parts, see, strike, title, wait


def focus():
    focused = [seen for seen in parts() if "FOCUSED" in seen.states and seen.role != "frame"]
    return focused[0] if focused else None


def go_to(words, key):
    """Strikes a key until the focus is on these words. Each strike must move it."""
    for _ in range(40):
        now = focus()
        if now and now.name.startswith(words):
            return
        before = (now.role, now.name) if now else None
        strike(key)
        wait(f"the focus on something else than {before}", lambda: (at := focus()) and (at.role, at.name) != before)
    fail(f"The key {key} does not come to {words!r}.")


title("Alongside")
see("heading", "Who are you?")
go_to("Sam", "Tab")
strike("Return")
title("Home - Alongside")
go_to("Tell my story", "Tab")
strike("space")
title("Tell my story - Alongside")
strike("Escape")
title("Home - Alongside")
go_to("Tell my story", "shift+Tab")
strike("Return")
title("Tell my story - Alongside")
see("heading", "How do you want to tell us?")
strike("Tab")
wait("the focus on a control", lambda: (at := focus()) and at.role != "heading")
go_to("Use both", "Tab")
strike("Down")
wait("the focus somewhere else", lambda: (at := focus()) and not at.name.startswith("Use both"))
go_to("Use both", "Up")
strike("space")
see("radio button", "Use both", "CHECKED")
go_to("Next", "Tab")
strike("Return")
see("heading", "First, you. Are you safe now?")
go_to("I am safe", "Tab")
strike("space")
see("radio button", "I am safe", "CHECKED")
