//! Help: who to ring, and how the app looks and sounds. It works before sign-in, and lies over any screen.
mod wishes;

use crate::domain::person::Person;
use crate::domain::preferences::Preferences;
use crate::screen::{Hall, Step};
use crate::ui::part::{Part as Shown, Role};
use crate::ui::rows::boxed;
use crate::ui::said::{label, said};
use crate::ui::text::{self as letters, Style};
use crate::ui::{Body, Lead, Mark, Page, Row, Tile};
use crate::words::Phrase;
use iced::widget::{column, container};
use iced::{Center, Fill};

/// Help.
#[derive(Debug)]
pub struct Help {
    open: Vec<Part>,
}

/// The pages of Help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who to ring.
    Ring,
    /// A card to show to somebody.
    Card,
    /// How it looks.
    Look,
    /// How big.
    Size,
    /// Which colours.
    Colours,
    /// Pictures or only words.
    Pictures,
    /// Whether names are hidden.
    Names,
    /// How it sounds.
    Sound,
    /// How loud.
    Volume,
    /// How fast.
    Pace,
    /// When it speaks.
    Arrival,
}

/// What can happen on Help.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a page of it.
    Open(Part),
    /// Look and sound like this.
    Prefer(Box<Preferences>),
    /// Hide names, or show them again.
    HideNames(bool),
}

impl Help {
    /// Opens Help, at one of its pages if need be.
    #[must_use]
    pub fn open(part: Option<Part>) -> Self {
        Self { open: std::iter::once(Part::Ring).chain(part).collect() }
    }

    /// Whether its first page is open.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.open.len() == 1
    }

    /// Goes one page back; `false` where there is none.
    pub fn back(&mut self) -> bool {
        let _ = self.open.pop();
        !self.open.is_empty()
    }

    /// Takes what happened.
    pub fn update(&mut self, message: Message) -> Vec<Step> {
        match message {
            Message::Open(part) => {
                self.open.push(part);
                Vec::new()
            }
            Message::Prefer(preferences) => vec![Step::Prefer(*preferences)],
            Message::HideNames(hide) => vec![Step::HideNames(hide)],
        }
    }

    /// The open page.
    #[must_use]
    pub fn page<'a>(&'a self, hall: &'a Hall, me: Option<&'a Person>) -> Page<'a, Message> {
        match self.open.last().copied().unwrap_or(Part::Ring) {
            Part::Ring => ring_page(hall, me),
            Part::Card => card_page(hall, me),
            Part::Names => wishes::names_page(hall),
            part => wishes::page(hall, part, me.is_some()),
        }
    }
}

/// Who to ring, with photo and number, and 999; then what else Help does.
fn ring_page<'a>(hall: &'a Hall, me: Option<&'a Person>) -> Page<'a, Message> {
    let mut tiles: Vec<_> = hall.team.helpers_of(me).into_iter().take(2).map(|person| helper(hall, person)).collect();
    let emergency = hall.phrase("help-ring-999").with_picture("emergency");
    tiles.insert(1.min(tiles.len()), Tile::read("ring-999", emergency).number(hall.phrase("help-999")));
    let opens = [("help-card", Part::Card), ("help-look", Part::Look), ("help-sound", Part::Sound)];
    tiles.extend(opens.map(|(key, part)| Tile::opens(key, hall.phrase(key), Message::Open(part))));
    Page::new("help-ring", hall.phrase("help-ring"), Body::tiles(tiles)).helper(hall.phrase("help-ring-help"))
}

fn helper(hall: &Hall, person: &Person) -> Tile<Message> {
    let number = hall.words.phrase_with("phone-number", [("number", person.phone.clone().into())]);
    Tile::read(format!("ring-{}", person.id.0), Phrase::own(&person.name))
        .lead(Lead::Photo(person.photo.clone()))
        .number(number)
        .mark(Mark::Read)
}

/// A card to hold up: for when speaking is too hard.
fn card_page<'a>(hall: &'a Hall, me: Option<&'a Person>) -> Page<'a, Message> {
    let helper = hall.team.helpers_of(me).into_iter().next();
    let name = helper.map(|helper| helper.name.clone()).unwrap_or_default();
    let phone = helper.map(|helper| helper.phone.clone()).unwrap_or_default();
    let words = hall.phrase_for("help-card-words", &name);
    let body = Body::rows(move |look, width| {
        let height = if look.short { 190.0 } else { 300.0 };
        let number = Phrase::own(&phone);
        let inside = column![
            label(look, "card", if look.one_column() { Style::Label } else { Style::Question }, &words),
            label(
                look,
                "card",
                letters::number(look, &number.shown, iced::Size::new(width - 40.0, height / 3.0)),
                &number
            ),
        ]
        .spacing(16)
        .align_x(Center);
        let spoken = words.clone().then_say(&number);
        let card =
            said(look, Shown::new("card", Role::Label, &spoken), container(inside).center_x(Fill).center_y(Fill));
        vec![Row { height, view: boxed(look, height, container(card).padding(16)) }]
    });
    Page::new("help-card", hall.phrase("help-card-heading"), body)
}
