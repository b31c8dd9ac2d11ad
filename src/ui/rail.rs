//! The rail: Back, Home, Listen and Help, at the same place on every screen.
use iced::widget::{column, container};
use iced::{Center, Fill, Vector};

use super::board::Board;
use super::look::{Class, Frame, Look};
use super::part::{Part, Role, Zone};
use super::press::Press;
use super::said::{label, said};
use super::skin::Skin;
use super::text::Style;
use super::{Event, View, pictures};

/// The four keys that never move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// To the step or screen before.
    Back,
    /// To Home.
    Home,
    /// Hear this screen, or stop hearing.
    Listen,
    /// Who can help, and how the app looks and sounds.
    Help,
}

/// How a key of the rail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It can be pressed.
    On,
    /// It keeps its place, flat.
    Off,
    /// You are here: filled, with no lip.
    Here,
    /// Its place is empty: at sign-in.
    Empty,
    /// Something speaks: the key says Stop.
    Speaking,
}

/// The state of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rail {
    /// Back.
    pub back: KeyState,
    /// Home.
    pub home: KeyState,
    /// Listen.
    pub listen: KeyState,
    /// Help.
    pub help: KeyState,
    /// Whether this is practice.
    pub practice: bool,
    /// Whether names are hidden.
    pub names_hidden: bool,
}

/// Puts the rail on the board.
#[must_use]
pub fn put<'a, M: Clone + 'a>(board: Board<'a, M>, look: &Look, frame: &Frame, rail: &Rail) -> Board<'a, M> {
    let keys = [
        (Key::Back, rail.back, "rail-back", "arrow-left"),
        (Key::Home, rail.home, "rail-home", "home"),
        (Key::Listen, rail.listen, "rail-listen", "ear"),
        (Key::Help, rail.help, "rail-help", "help"),
    ];
    let board = keys
        .into_iter()
        .zip(frame.keys)
        .filter(|((_, state, _, _), _)| *state != KeyState::Empty)
        .fold(board, |board, ((key, state, id, icon), place)| {
            board.put(Zone::Rail, place, key_view(look, (key, state), (id, icon)))
        });
    let signs = [(rail.practice, "practice"), (rail.names_hidden, "names-hidden")];
    let signs = signs.into_iter().filter_map(|(shown, key)| shown.then_some(key));
    // Where there is no room for both, the names come first: they are hidden for a while, practice is all day.
    let room = frame.keys[2].y - frame.practice.y;
    let signs: Vec<_> = signs.collect();
    let fit = if room >= 2.0 * frame.practice.height { signs.len() } else { 1 };
    let last = signs.len().saturating_sub(fit);
    (0_u8..).zip(&signs[last..]).fold(board, |board, (index, key)| {
        let place = frame.practice + Vector::new(0.0, f32::from(index) * frame.practice.height);
        board.put(Zone::Rail, place, container(sign(look, key)).center_x(Fill))
    })
}

/// A word in the middle of the rail.
fn sign<'a, M: Clone + 'a>(look: &Look, key: &str) -> View<'a, M> {
    let phrase = look.words.phrase(key);
    let words = super::said::label_in(look, key, Style::Rail, (&phrase, look.colours().railink));
    said(look, Part::new(key, Role::Label, &phrase).quiet(), words)
}

fn key_view<'a, M: Clone + 'a>(
    look: &Look,
    (key, state): (Key, KeyState),
    (id, icon): (&'static str, &str),
) -> View<'a, M> {
    let skin = match state {
        KeyState::On => Skin::rail(look),
        KeyState::Here => Skin::rail_here(look),
        KeyState::Speaking => Skin::rail_speaking(look),
        KeyState::Off | KeyState::Empty => Skin::rail_off(look),
    };
    let (phrase, icon) = if state == KeyState::Speaking {
        (look.words.phrase("rail-stop"), "stop")
    } else {
        (look.words.phrase(id), icon)
    };
    let size = if look.class == Class::Tight { 34.0 } else { 40.0 };
    let content = column![pictures::icon(icon, size, skin.ink), label(look, id, Style::Rail, &phrase),]
        .spacing(4)
        .align_x(Center);
    let works = matches!(state, KeyState::On | KeyState::Speaking);
    Press::new(look, Part::new(id, Role::Button, &phrase).quiet(), skin, container(content).center_x(Fill))
        .does(works.then_some(Event::Rail(key)))
        .into()
}
