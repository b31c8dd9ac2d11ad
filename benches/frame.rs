//! From a press to the next frame, drawn by software, on every screen of the tour.
//!
//! It goes through the program without a window, which draws the whole of each frame and copies it out. In a window
//! only what has changed is drawn anew, and nothing is copied: so these figures are an upper bound. What an empty
//! window costs in the same way is measured beside them.
mod figures;

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use alongside::devices::pretend::Pretend;
use alongside::domain::preferences::Pace;
use alongside::headless::Headless;
use alongside::headless::visitor::{NotThere, can_press};
use alongside::speech::engine::{Carry, Engine, EngineError};
use alongside::store::{Store, disk::RealDisk};
use alongside::tour::{Stop, stops};
use alongside::ui::part::Found;
use alongside::{App, Setup};
use figures::{Times, against, say};
use iced::mouse::{self, Button};
use iced::{Event, Program, Size, Theme};
use jiff::ToSpan as _;

const WINDOW: Size = Size::new(1366.0, 768.0);
const LIMIT: f64 = 16.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let devices = Pretend::default();
    let store = Store::open(&folder.path().join("practice"), Arc::new(RealDisk), &devices.devices());
    let store = store.map_err(|problem| format!("{problem:?}"))?;
    store.begin_practice().map_err(|problem| format!("{problem:?}"))?;
    let engine = Arc::new(|| Ok(Box::new(Silent) as Box<dyn Engine>));
    let setup = Setup { devices: devices.devices(), engine, store: Ok(store), practice: true };
    let mut window = Headless::start(alongside::application(setup), WINDOW)?;
    let mut frames = Frames::default();
    for stop in stops() {
        frames.do_stop(&mut window, &devices, &stop).map_err(|lost| format!("{lost:?}"))?;
    }
    let empty = empty_window()?;
    let whole: Vec<_> = frames.all.iter().map(|frame| frame.does + frame.draws).collect();
    Times::of(frames.all.iter().map(|frame| frame.does).collect()).say("what a press does, and laying out");
    Times::of(frames.all.iter().map(|frame| frame.draws).collect()).say("drawing all of the frame, and copying it out");
    Times::of(empty.clone()).say("the same for an empty window");
    let whole = Times::of(whole);
    whole.say("from press to frame");
    against("from press to frame, half", whole.ms(50), LIMIT, "ms");
    against("from press to frame, 95 of 100", whole.ms(95), LIMIT, "ms");
    say(format_args!("drawing, beside an empty window: {:.1} times", frames.draws().ms(50) / Times::of(empty).ms(50)));
    frames.all.sort_by_key(|frame| frame.does + frame.draws);
    for frame in frames.all.iter().rev().take(5) {
        say(format_args!("  slowest: {:?} + {:?} after {}", frame.does, frame.draws, frame.after));
    }
    Ok(())
}

/// A voice that says nothing, in no time.
struct Silent;

impl Engine for Silent {
    fn rate(&self) -> u32 {
        16_000
    }

    fn say(&mut self, _: &str, _: Pace, out: &mut dyn FnMut(&[i16]) -> Carry) -> Result<(), EngineError> {
        let _ = out(&[0; 160]);
        Ok(())
    }
}

struct Frame {
    after: String,
    does: Duration,
    draws: Duration,
}

#[derive(Default)]
struct Frames {
    all: Vec<Frame>,
}

impl Frames {
    fn draws(&self) -> Times {
        Times::of(self.all.iter().map(|frame| frame.draws).collect())
    }

    fn do_stop<P>(&mut self, window: &mut Headless<P>, devices: &Pretend, stop: &Stop) -> Result<(), NotThere>
    where
        P: Program<Theme = Theme, State = App> + 'static,
    {
        match stop {
            Stop::Presses(words) => {
                let found = window.wait_for(words, |found| can_press(found, words))?;
                self.press(window, &found);
            }
            Stop::WhatIf(words) => window.presses_what_if(words)?,
            Stop::PressesPart(id) => {
                let found = window.wait_for(id, |found| found.part.id == *id && !found.part.disabled)?;
                self.press(window, &found);
            }
            Stop::Types(label, words) => window.types_in(label, words)?,
            Stop::Says(_) => {
                // A voice is not needed for this: two seconds of a buzz.
                devices.speak_into_microphone((0..96_000_u32).map(|sample| (sample % 200) as f32 / 400.0 - 0.25));
                while !devices.has_heard_all() {
                    window.settle();
                }
            }
            // The buzz is not a voice: the screen says so, as it should.
            Stop::Sees(words) if words == "We can hear you." => {}
            Stop::Sees(words) => window.sees(words)?,
            Stop::NextMorning => devices.set_now(devices.devices().clock.now().saturating_add(24.hours())),
            Stop::Looks(..) => {}
        }
        Ok(())
    }

    fn press<P>(&mut self, window: &mut Headless<P>, found: &Found)
    where
        P: Program<Theme = Theme, State = App> + 'static,
    {
        window.point_at(found.bounds.center());
        // What was drawn before is on the screen already.
        let _ = window.picture();
        let start = Instant::now();
        window.events(&[Event::Mouse(mouse::Event::ButtonPressed(Button::Left))]);
        window.events(&[Event::Mouse(mouse::Event::ButtonReleased(Button::Left))]);
        let does = start.elapsed();
        let _ = window.picture();
        self.all.push(Frame { after: found.part.name.clone(), does, draws: start.elapsed() - does });
        window.settle();
    }
}

/// What it takes to draw nothing, and to copy it out.
fn empty_window() -> Result<Vec<Duration>, std::io::Error> {
    let program = iced::application(|| (), |_: &mut (), (): ()| {}, hello);
    let mut window = Headless::start(program, WINDOW)?;
    let frame = |_| {
        let start = Instant::now();
        let _ = window.picture();
        start.elapsed()
    };
    Ok((0..50).map(frame).skip(5).collect())
}

fn hello((): &()) -> iced::Element<'_, ()> {
    iced::widget::text("Hello").into()
}
