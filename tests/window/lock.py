"""The system says that it sleeps, or that it is locked: the app locks at once, and lets the computer sleep after that.
It says that the screen is shared: names are hidden at once."""
import os
import subprocess
import sys
import time

from gi.repository import Gio, GLib
from screen import fail, see, title, wait

system = Gio.DBusConnection.new_for_address_sync(
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
    Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
)
OWN, OTHER = (f"/org/freedesktop/login1/session/{name}" for name in ("own", "other"))


def logind(method, *asked):
    asked = GLib.Variant(*asked) if asked else None
    place = "/org/freedesktop/login1"
    done = system.call_sync("org.freedesktop.login1", place, "test.Logind", method, asked, None, 0, 5000, None)
    return done.unpack()


def is_held():
    return logind("Held")[0]


def comes_in():
    see("push button", "Sam").press()
    title("Home - Alongside")


def is_locked():
    title("Alongside")
    see("heading", "Who are you?")
    see("status bar", "We locked this. Your work is safe.")


def locker(interface, active):
    """A locker of the desktop lies over the screen, or has gone."""
    signal = ["--signal", f"{interface}.ActiveChanged", active]
    subprocess.run(["gdbus", "emit", "--session", "--object-path", "/org/locker", *signal], check=True)


title("Alongside")
wait("the app keeps the computer awake until it is locked", is_held)

comes_in()
logind("Sleep", "(b)", (True,))
is_locked()
wait("the computer may sleep", lambda: not is_held())
logind("Sleep", "(b)", (False,))
wait("the next sleep waits too", is_held)

comes_in()
logind("Lock", "(o)", (OTHER,))
locker("org.gnome.ScreenSaver", "false")
time.sleep(2)
title("Home - Alongside")
logind("Lock", "(o)", (OWN,))
is_locked()

for interface in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
    comes_in()
    locker(interface, "true")
    is_locked()

# Sharing, as GNOME tells it. It comes later than the app, and stays until after this test.
subprocess.Popen([sys.executable, "-B", os.path.join(os.path.dirname(__file__), "gnome.py")])
session = Gio.bus_get_sync(Gio.BusType.SESSION)
SCREEN_CAST = "org.gnome.Mutter.ScreenCast"


def gnome(method, *asked):
    asked = GLib.Variant(*asked) if asked else None
    place = "/org/gnome/Mutter/ScreenCast"
    session.call_sync(SCREEN_CAST, place, "test.Gnome", method, asked, None, 0, 5000, None)


def is_there():
    return session.call_sync(
        "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (SCREEN_CAST,)), None, 0, 5000, None
    ).unpack()[0]


wait("GNOME is there", is_there)
for quietly in (False, True):
    comes_in()
    gnome("Begin")
    see("status bar", "Your screen is shared. Names are hidden. F11 shows them.")
    see("heading", "Hello Worker 1.")
    gnome("End", "(b)", (quietly,))
    see("status bar", "Nobody shares your screen now. OK shows the names.")
    see("heading", "Hello Worker 1.")
    see("push button", "OK").press()
    see("heading", "Hello Sam.")
    logind("Lock", "(o)", (OWN,))
    is_locked()

if not is_held():
    fail("A lock let go of what only a sleep may let go of.")
