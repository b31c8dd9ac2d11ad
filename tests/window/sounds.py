"""A sound server of this test alone: a loudspeaker and a microphone that nobody hears, and what is heard of them."""
import array
import math
import os
import signal
import subprocess
import threading
import time
import wave

from screen import fail

RATE = 48_000
PIECE = RATE // 100
# A hundredth of full loudness: far above the noise of a codec, far below any voice.
LOUD = 328
STILL = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
HERE = os.environ["PULSE_SERVER"].removeprefix("unix:")


class Server:
    """The sound server: it is there when the app starts."""

    def __init__(self):
        self.pid = int(os.environ["sounds"])

    def pull_out(self):
        """As when somebody pulls out the headset: all devices are gone at once."""
        os.kill(self.pid, signal.SIGKILL)
        while subprocess.run(["pactl", "info"], **STILL).returncode == 0:
            time.sleep(0.01)

    def put_in(self):
        """As when somebody puts it in again."""
        if os.path.exists(HERE):
            os.remove(HERE)
        self.pid = subprocess.Popen([os.path.join(os.path.dirname(__file__), "sound-server")]).pid
        for _ in range(100):
            if is_there():
                return
            time.sleep(0.1)
        fail("The sound server did not start.")


def is_there():
    """Whether the server is there, with the right default devices."""
    default = (["set-default-sink", "speaker"], ["set-default-source", "microphone.monitor"])
    return all(subprocess.run(["pactl", *words], **STILL).returncode == 0 for words in default)


def streams(kind):
    """How many programs use it: `sink-inputs` play, `source-outputs` listen. Ours for measuring are not counted."""
    listed = subprocess.run(["pactl", "list", kind], capture_output=True, text=True, check=True).stdout
    # The sound libraries of the app name it by its file.
    return listed.count('application.process.binary = "alongside"')


def becomes(what, kind, count, seconds):
    """Waits until so many use it, and says how long that took."""
    start = time.monotonic()
    while streams(kind) != count:
        if time.monotonic() - start > seconds:
            fail(f"{what}: {streams(kind)} {kind} after {seconds} s, not {count}")
        time.sleep(0.05)
    return time.monotonic() - start


def tone(hertz, long):
    """A pure tone of so many seconds."""
    return array.array("h", (int(6_000 * math.sin(2 * math.pi * hertz * i / RATE)) for i in range(int(RATE * long))))


def play_to_microphone(samples):
    """The app's microphone hears this. Does not wait for its end."""
    file = os.path.join(os.environ["home"], "sound.wav")
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return subprocess.Popen(["paplay", "--device=microphone", "--latency-msec=50", file], stderr=subprocess.DEVNULL)


class Ear:
    """Hears the loudspeaker from now on."""

    def __init__(self):
        form = ["--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=10"]
        self.process = subprocess.Popen(["parec", "--device=speaker.monitor", *form], stdout=subprocess.PIPE)
        self.samples = array.array("h")
        self.first_loud = None
        self.last_loud = None
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()
        end = time.monotonic() + 5
        while not self.samples:
            if time.monotonic() > end:
                fail("The loudspeaker cannot be overheard.")
            time.sleep(0.01)

    def listen(self):
        while piece := self.process.stdout.read(2 * PIECE):
            piece = array.array("h", piece[: len(piece) // 2 * 2])
            if max(map(abs, piece)) > LOUD:
                self.last_loud = time.monotonic()
                self.first_loud = self.first_loud or self.last_loud
            self.samples.extend(piece)

    def waits_for_sound(self, what, since, seconds=5):
        """How long after a moment the first sound came."""
        while self.first_loud is None:
            if time.monotonic() - since > seconds:
                fail(f"{what}: nothing came out of the loudspeaker in {seconds} s")
            time.sleep(0.01)
        return self.first_loud - since

    def stop(self):
        """All that was heard, from the first loud moment to the last."""
        self.process.terminate()
        self.thread.join()
        loud = [
            at for at in range(0, len(self.samples), PIECE) if max(map(abs, self.samples[at : at + PIECE])) > LOUD
        ]
        return self.samples[loud[0] : loud[-1] + PIECE] if loud else array.array("h")


def seconds(samples):
    return len(samples) / RATE


def share_heard(samples):
    """How much of a sound is sound: gaps in it are what was lost on its way."""
    pieces = range(0, len(samples), PIECE)
    return sum(max(map(abs, samples[at : at + PIECE])) > LOUD for at in pieces) / max(1, len(pieces))


def pitch(samples):
    """Of a pure tone, in hertz: the middle of what tenths of a second tell, by where they cross zero upwards."""
    found = []
    for at in range(0, len(samples) - RATE // 10, RATE // 10):
        piece = samples[at : at + RATE // 10]
        ups = [i + piece[i] / (piece[i] - piece[i + 1]) for i in range(len(piece) - 1) if piece[i] < 0 <= piece[i + 1]]
        if len(ups) > 2:
            found.append((len(ups) - 1) * RATE / (ups[-1] - ups[0]))
    return sorted(found)[len(found) // 2] if found else 0.0
