//! Typing under the privacy guard: a gentle question where a name or number may have slipped in, and ways on.
use crate::domain::privacy::{self, Finding, Found};
use crate::screen::Ctx;
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::{Button, Look, Row, buttons};
use crate::words::Phrase;

/// What the guard asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// All that may name a person: a worker's own words.
    Everything,
    /// Whatever is more than first letters.
    Letters,
    /// Health numbers only. A supervisor writes down who was rung and at which number: to ask each time
    /// would teach to press it away.
    HealthNumbers,
    /// Health numbers only too: an address has a name and a postcode in it.
    Address,
}

/// Words that are typed under the guard. A practitioner's note is not: it goes into the record, where names and
/// numbers belong.
#[derive(Debug)]
pub struct Guarded {
    writing: Writing,
    asks: Asks,
    /// What the person said is fine.
    fine: Vec<String>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Types.
    Type(Edit),
    /// Takes out what was found.
    TakeOut,
    /// Says that what was found is fine.
    Fine,
}

impl Guarded {
    /// Begins with these words.
    #[must_use]
    pub fn of(words: &str, asks: Asks) -> Self {
        Self { writing: Writing::of(words), asks, fine: Vec::new() }
    }

    /// Takes what happened, and says whether the words changed.
    pub fn take(&mut self, message: Message) -> bool {
        match (message, self.found()) {
            (Message::Type(edit), _) => return self.writing.take(edit),
            (Message::TakeOut, Some(found)) => {
                self.writing = Writing::of(&found.taken_out_of(&self.writing.words()));
                return true;
            }
            (Message::Fine, Some(found)) => self.fine.push(self.writing.words()[found.at].to_owned()),
            (Message::TakeOut | Message::Fine, None) => {}
        }
        false
    }

    /// The words, as they may be kept: without health numbers; as first letters only once they are first letters.
    #[must_use]
    pub fn words(&self) -> String {
        let words = self.writing.words();
        match self.asks {
            Asks::Letters => privacy::first_letters(&words).unwrap_or_default(),
            Asks::Everything | Asks::HealthNumbers | Asks::Address => privacy::without_health_numbers(&words),
        }
    }

    /// Whether something is typed, and nothing is asked about it.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.writing.words().trim().is_empty() && !self.asks_something()
    }

    /// Whether there is a question about it.
    #[must_use]
    pub fn asks_something(&self) -> bool {
        self.found().is_some()
    }

    fn found(&self) -> Option<Found> {
        let words = self.writing.words();
        match self.asks {
            Asks::Letters => privacy::first_letters(&words).err(),
            Asks::Everything => privacy::look_in(&words, &self.fine),
            Asks::HealthNumbers | Asks::Address => {
                privacy::look_in(&words, &[]).filter(|found| found.finding.is_refused())
            }
        }
    }

    /// The field, and below it the question and the ways on.
    #[must_use]
    pub fn rows<'a, M: Clone + 'a>(
        &'a self,
        (ctx, look): (Ctx<'a>, &Look),
        (id, label, lines): (&str, Phrase, usize),
        width: f32,
        on: fn(Message) -> M,
    ) -> Vec<Row<'a, M>> {
        let found = self.found();
        let letters = found.as_ref().map(|found| privacy::letters_of(&self.writing.words()[found.at.clone()]));
        let asked = found.as_ref().map(|found| found.finding).zip(letters);
        let field = field(
            look,
            Field {
                id: id.to_owned(),
                label,
                writing: &self.writing,
                lines,
                question: asked.as_ref().map(|asked| question(ctx, asked)),
                staff: self.asks == Asks::HealthNumbers,
            },
            width,
            move |edit| on(Message::Type(edit)),
        );
        let ways = asked.as_ref().map(|asked| self.ways_on((ctx, look), asked, on));
        std::iter::once(field).chain(ways).collect()
    }

    /// "Use J B", "Take it out", and "It is fine": the app asks, the person decides.
    fn ways_on<'a, M: Clone + 'a>(
        &self,
        (ctx, look): (Ctx<'a>, &Look),
        (finding, letters): &(Finding, String),
        on: fn(Message) -> M,
    ) -> Row<'a, M> {
        let mut line = iced::widget::Row::new().spacing(16);
        let out = match (finding, letters.as_str()) {
            (Finding::FullName, "") => None,
            (Finding::FullName, letters) => {
                let phrase = ctx.words.phrase_with("guard-use", [("letters", letters.to_owned().into())]);
                Some(Button::new("guard-use", phrase, on(Message::TakeOut)))
            }
            _ => Some(Button::new("guard-take-out", ctx.phrase("guard-take-out"), on(Message::TakeOut))),
        };
        if let Some(out) = out {
            line = line.push(buttons::small(look, &out));
        }
        if self.asks != Asks::Letters && !finding.is_refused() {
            let fine = Button::new("guard-keep", ctx.phrase("guard-keep"), on(Message::Fine));
            line = line.push(buttons::small(look, &fine));
        }
        Row { height: 52.0, view: line.into() }
    }
}

fn question(ctx: Ctx<'_>, (finding, letters): &(Finding, String)) -> Phrase {
    match finding {
        Finding::HealthNumber => ctx.phrase("guard-health-number"),
        Finding::TenDigits => ctx.phrase("guard-number"),
        Finding::Phone => ctx.phrase("guard-phone"),
        Finding::Postcode => ctx.phrase("guard-postcode"),
        Finding::FullName if letters.is_empty() => ctx.phrase("guard-name"),
        Finding::FullName => ctx.words.phrase_with("guard-name-try", [("letters", letters.clone().into())]),
    }
}
