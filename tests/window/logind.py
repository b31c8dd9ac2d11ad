"""Plays systemd-logind on a bus of its own: says that a session is locked and that the computer sleeps, and looks
whether the app still keeps it awake. The test tells it what to do by `test.Logind`."""
import os
import select

from gi.repository import Gio, GLib

MANAGER = """<node><interface name="org.freedesktop.login1.Manager">
<method name="Inhibit"><arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="s"/>
<arg direction="in" type="s"/><arg direction="out" type="h"/></method>
<method name="GetSession"><arg direction="in" type="s"/><arg direction="out" type="o"/></method>
<signal name="PrepareForSleep"><arg type="b"/></signal></interface>
<interface name="test.Logind">
<method name="Sleep"><arg direction="in" type="b"/></method>
<method name="Lock"><arg direction="in" type="o"/></method>
<method name="Held"><arg direction="out" type="b"/></method></interface></node>"""
PLACE = "/org/freedesktop/login1"
OWN = f"{PLACE}/session/own"

bus = Gio.DBusConnection.new_for_address_sync(
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
    Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
)
held = []


def is_held(end):
    """The other end is open: nobody has closed it, and nothing ever comes through it."""
    return not select.select([end], [], [], 0)[0]


def answer(_bus, _sender, _path, _interface, method, asked, call):
    if method == "Inhibit":
        what, _, _, how = asked.unpack()
        assert (what, how) == ("sleep", "delay"), asked
        mine, theirs = os.pipe()
        held.append(mine)
        fds = Gio.UnixFDList.new()
        fds.append(theirs)
        os.close(theirs)
        call.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), fds)
    elif method == "GetSession":
        call.return_value(GLib.Variant("(o)", (OWN,)))
    elif method == "Held":
        call.return_value(GLib.Variant("(b)", (any(map(is_held, held)),)))
    elif method == "Sleep":
        bus.emit_signal(None, PLACE, "org.freedesktop.login1.Manager", "PrepareForSleep", asked)
        call.return_value(None)
    elif method == "Lock":
        bus.emit_signal(None, asked.unpack()[0], "org.freedesktop.login1.Session", "Lock", None)
        call.return_value(None)


for interface in Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces:
    bus.register_object(PLACE, interface, answer, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.login1", Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
