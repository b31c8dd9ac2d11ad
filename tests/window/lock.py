"""The system says that it sleeps, or that it is locked: the app locks at once, and lets the computer sleep after that."""
import os
import subprocess
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

if not is_held():
    fail("A lock let go of what only a sleep may let go of.")
