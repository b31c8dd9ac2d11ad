"""Sam's voice goes in at the microphone and comes out at Erin's desk, slower; devices are let go, and may be pulled out."""
import re
import time

from screen import fail, parts, see, strike, title, type_in, wait
from sounds import RATE, Ear, Server, becomes, pitch, play_to_microphone, seconds, share_heard, streams, tone

CONTROLS = "push button|radio button|check box|toggle button"
HERTZ, LONG, SLOW = 440, 4.0, 0.75


def press(words):
    see(CONTROLS, words, "ENABLED").press()


def screen_says(*words):
    """Waits until one of these is on the screen, and says which."""
    return wait(f"one of {words}", lambda: next((w for w in words for seen in parts() if seen.name == w), None))


def near(what, found, wanted, part):
    print(f"  {what}: {found:.2f}, wanted {wanted:.2f} within {part * 100:.0f} %")
    if abs(found / wanted - 1) > part:
        fail(f"{what} is {found:.2f}, not {wanted:.2f}")


def silence(what):
    took = becomes(f"the loudspeaker is let go {what}", "sink-inputs", 0, 12)
    if streams("source-outputs"):
        fail(f"The microphone is open {what}.")
    return took


server = Server()
title("Alongside")
silence("at the door")

# The app's own words, by an ear.
press("Sam")
title("Home - Alongside")
silence("on Home")
for words in ("Hear: Plan a trip", "Hear: Tell my story", "Hear: See my support plan"):
    ear = Ear()
    began = time.monotonic()
    press(words)
    delay = ear.waits_for_sound(words, began)
    time.sleep(2.5)
    said = ear.stop()
    if seconds(said) < 0.4 or share_heard(said) < 0.5:
        fail(f"Of {words!r} came {seconds(said):.1f} s, {share_heard(said) * 100:.0f} % of it sound.")
    print(f"  {words!r}: heard {seconds(said):.1f} s, the first of it {delay * 1000:.0f} ms after the press")
# What the app has said is a voice for its microphone; what becomes of sound is easier to measure in a tone.
voice = said + said
spoken = voice + tone(HERTZ, LONG)
silence("after the words")
print(f"  the loudspeaker is let go {time.monotonic() - ear.last_loud:.1f} s after the last word")

# The story, up to the question that a voice answers.
press("Tell my story")
for words in ("Use both", "Next", "I am safe", "Next", "Good", "Next", "One person", "Next"):
    press(words)
see("entry", "First letters").focus()
see("entry", "First letters", "FOCUSED")
type_in("J B")
for words in ("Next", "Today", "Next", "We talked", "Use my voice", "OK, I know"):
    press(words)
see("label|status bar|static", "Press Start when you are ready.")
if streams("source-outputs"):
    fail("The microphone is open before Start.")

# First the microphone is pulled out while it hears.
press("Start")
becomes("the microphone after Start", "source-outputs", 1, 5)
playing = play_to_microphone(spoken)
screen_says("We can hear you.", "A bit too loud. Move back.", "A bit quiet. Come closer.")
time.sleep(1.5)
server.pull_out()
playing.wait()
began = time.monotonic()
screen_says("The microphone stopped. We kept your words.")
print(f"  a microphone that is pulled out is noticed after {time.monotonic() - began:.1f} s")
screen_says("Do you want to keep this?")
# Nothing can be heard now. That is said, and nothing hangs.
press("Play")
screen_says("This computer has no sound. You can read the words.", "This computer has no sound.")
server.put_in()

# Then all is well.
press("Do it again")
becomes("the microphone after Do it again", "source-outputs", 1, 5)
playing = play_to_microphone(spoken)
print("  the screen says:", screen_says("We can hear you.", "A bit too loud. Move back.", "A bit quiet. Come closer."))
playing.wait()
press("Stop")
print(f"  the microphone is closed {becomes('the microphone after Stop', 'source-outputs', 0, 3):.1f} s after Stop")
screen_says("Do you want to keep this?")
press("Keep it")
for words in ("Next", "They felt calm", "Next", "Skip", "Not sure", "I am not worried", "Next"):
    press(words)
for words in ("I will see them again", "Next", "It can wait", "Next", "A break", "Next", "Yes, this is right"):
    press(words)
for words in ("Just Priya", "Next", "Send it"):
    press(words)
see("heading", "Where is my story?")
press("Home")
press("I am not Sam")

# Erin hears it, slowly.
press("Erin")
press("Write in the record")
press("Sam, visit to J B")
silence("at the desk")
ear = Ear()
strike("F4")
began = time.monotonic()
strike("ctrl+space")
print(f"  the recording: its first sound {ear.waits_for_sound('the recording', began) * 1000:.0f} ms after Ctrl+Space")
time.sleep(seconds(spoken) / SLOW + 2)
heard = ear.stop()
heard_tone = heard[-int(RATE * (LONG - 0.5) / SLOW) :]
near("its length in seconds", seconds(heard), seconds(spoken) / SLOW, 0.1)
near("the tone in it, in hertz", pitch(heard_tone), HERTZ, 0.01)
near("the share of the tone that is sound", share_heard(heard_tone), 1.0, 0.02)
silence("after the recording")
print(f"  the loudspeaker is let go {time.monotonic() - ear.last_loud:.1f} s after the recording")

# The loudspeaker is pulled out while it plays.
strike("ctrl+space")
becomes("the loudspeaker", "sink-inputs", 1, 3)
see(CONTROLS, "Pause")
time.sleep(0.3)
server.pull_out()
began = time.monotonic()
see(CONTROLS, "Play")
place = wait("where it stood", lambda: next((seen.name for seen in parts() if re.match(r"\d:\d\d of", seen.name)), None))
now, end = re.match(r"(\d:\d\d) of (\d:\d\d)", place).groups()
if now == end:
    fail(f"The place was lost when the loudspeaker was pulled out: {place!r}")
print(f"  a loudspeaker that is pulled out is noticed after {time.monotonic() - began:.1f} s")
strike("ctrl+space")
screen_says("This computer has no sound. You can read the words.", "This computer has no sound.")
server.put_in()
ear = Ear()
strike("ctrl+space")
ear.waits_for_sound("the recording, after the loudspeaker is back", time.monotonic())
ear.stop()
press("Home")
title("Home - Alongside")
server.pull_out()
