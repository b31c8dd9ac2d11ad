"""Plays the part of GNOME's compositor that shares the screen, with the library that GNOME uses for it: one object for
each session, and a signal when its pictures begin. The test tells it what to do by `test.Gnome`."""
from gi.repository import Gio, GLib

NAME = "org.gnome.Mutter.ScreenCast"
PLACE = "/org/gnome/Mutter/ScreenCast"
INTERFACES = Gio.DBusNodeInfo.new_for_xml(f"""<node>
<interface name="{NAME}"><property name="Version" type="i" access="read"/></interface>
<interface name="{NAME}.Session"><method name="Start"/><method name="Stop"/><signal name="Closed"/></interface>
<interface name="{NAME}.Stream"><signal name="PipeWireStreamAdded"><arg name="node_id" type="u"/></signal></interface>
<interface name="test.Gnome"><method name="Begin"/>
<method name="End"><arg direction="in" name="quietly" type="b"/></method></interface></node>""")

bus = Gio.bus_get_sync(Gio.BusType.SESSION)
begun = []


def register(place, name, answer=None):
    return bus.register_object(place, INTERFACES.lookup_interface(name), answer, None, None)


def answer(_bus, _sender, _path, _interface, method, asked, call):
    if method == "Begin":
        number = len(begun) + 1
        places = [(f"{PLACE}/{kind}/u{number}", f"{NAME}.{kind}") for kind in ("Session", "Stream")]
        begun.append((places, [register(*place) for place in places]))
        bus.emit_signal(None, *places[1], "PipeWireStreamAdded", GLib.Variant("(u)", (42,)))
    else:
        places, registered = begun[-1]
        if not asked.unpack()[0]:
            bus.emit_signal(None, *places[0], "Closed", None)
        for number in registered:
            bus.unregister_object(number)
    call.return_value(None)


register(PLACE, NAME)
register(PLACE, "test.Gnome", answer)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
