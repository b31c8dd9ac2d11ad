"""The app as a screen reader of the system has it: its parts, their states, and ways to wait for them."""
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

PATIENCE = 15.0
STATES = ("FOCUSED", "CHECKED", "PRESSED", "ENABLED", "SHOWING", "EDITABLE", "ACTIVE")


def fail(why):
    print(why, file=sys.stderr)
    sys.exit(1)


class Seen:
    """A part at one moment."""

    def __init__(self, node):
        self.node = node
        self.role = node.get_role_name()
        self.name = node.get_name() or ""
        has = node.get_state_set()
        self.states = [name for name in STATES if has.contains(getattr(Atspi.StateType, name))]

    def __repr__(self):
        return f"{self.role} {self.name!r} {self.states}"

    def text(self):
        return Atspi.Text.get_text(self.node, 0, -1)

    def caret(self):
        return Atspi.Text.get_caret_offset(self.node)

    def piece(self, place, kind):
        return Atspi.Text.get_string_at_offset(self.node, place, getattr(Atspi.TextGranularity, kind)).content

    def place(self):
        return self.node.get_extents(Atspi.CoordType.SCREEN)

    def press(self):
        if not self.node.do_action(0):
            fail(f"{self!r} would not be pressed")

    def focus(self):
        if not self.node.grab_focus():
            fail(f"{self!r} would not take the focus")


def app():
    Atspi.init()
    pid = int(os.environ["pid"])

    def find():
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == pid:
                return child
        return None

    return wait("the app on the screen reader's bus", find)


def wait(what, find):
    """The first answer that is not nothing. Parts may go while they are looked at: that is asked again."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = find()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            fail(f"Not there: {what}. On the screen:\n" + "\n".join(map(repr, parts())))
        time.sleep(0.05)


def parts(node=None):
    """All parts of the open screen, in reading order."""
    found = []
    try:
        if node is None:
            node = ROOT
        node.clear_cache()
        found.append(Seen(node))
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child:
                found += parts(child)
    except GLib.Error:
        pass
    return found


def see(role, words, state=None):
    """Waits for a part of this kind whose name begins with these words, and that is in this state."""

    def find():
        for seen in parts():
            if seen.role in role.split("|") and seen.name.startswith(words) and (not state or state in seen.states):
                return seen
        return None

    return wait(f"{role} {words!r} {state or ''}", find)


def title(words):
    """Waits until the window is called this, by its own word and by the screen reader's."""

    def find():
        own = subprocess.run(["xdotool", "getwindowname", os.environ["window"]], capture_output=True, text=True)
        return own.stdout.strip() == words

    wait(f"a window called {words!r}", find)
    return see("frame", words)


def strike(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def type_in(words):
    subprocess.run(["xdotool", "type", "--delay", "40", words], check=True)


def click(seen):
    place = seen.place()
    x, y = place.x + place.width // 2, place.y + place.height // 2
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)


ROOT = app()
