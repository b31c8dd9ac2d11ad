//! The door: choose your photo. Nothing to type and nothing to remember.
use crate::domain::person::{Person, PersonId, Role};
use crate::problem::Problem;
use crate::screen::Hall;
use crate::ui::{Banner, Body, Lead, Mark, Page, Tile, Tiles, Tone};
use crate::words::Phrase;

/// The door.
#[derive(Debug, Default)]
pub struct Door {
    state: State,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Choosing,
    /// Somebody comes in.
    Opening,
    /// It takes more than a moment.
    StillOpening,
    /// It cannot be opened.
    Failed(Problem),
}

/// What can happen at the door.
#[derive(Debug, Clone)]
pub enum Message {
    /// This person comes in.
    Enter(PersonId),
}

impl Door {
    /// Somebody comes in; `false` while another does.
    pub fn begin_opening(&mut self) -> bool {
        if matches!(self.state, State::Opening | State::StillOpening) {
            return false;
        }
        self.state = State::Opening;
        true
    }

    /// It takes more than a moment.
    pub fn still_opening(&mut self) {
        if self.state == State::Opening {
            self.state = State::StillOpening;
        }
    }

    /// It cannot be opened.
    pub fn failed(&mut self, problem: Problem) {
        self.state = State::Failed(problem);
    }

    /// The people to choose from.
    #[must_use]
    pub fn page<'a>(&'a self, hall: &'a Hall) -> Page<'a, Message> {
        let tiles = hall.team.people.iter().map(|person| tile(hall, person)).collect();
        let body = Body::Tiles(Tiles { tiles, own: None, photos: true });
        let mut page = Page::new("door", hall.phrase("door"), body)
            .helper(hall.phrase("door-help"))
            .about("users", hall.phrase("app-name"));
        page.banners.extend(self.banner(hall));
        page
    }

    fn banner(&self, hall: &Hall) -> Option<Banner<Message>> {
        let (tone, icon, phrase) = match self.state {
            State::Choosing | State::Opening => return None,
            State::StillOpening => (Tone::Wait, "hourglass", hall.phrase("door-opening")),
            State::Failed(problem) => {
                let helper = hall.team.helpers_of(None).first().map(|helper| helper.name.clone());
                (Tone::Danger, "alert", hall.phrase_for(problem.words(), &helper.unwrap_or_default()))
            }
        };
        Some(Banner { id: "door-news".to_owned(), tone, icon, phrase, ok: None })
    }
}

fn tile(hall: &Hall, person: &Person) -> Tile<Message> {
    let name = Phrase::own(&person.name);
    let job = match person.roles.first() {
        Some(Role::Worker) => hall.phrase("role-worker"),
        Some(Role::Senior) => hall.phrase("role-senior"),
        Some(Role::Practitioner | Role::Supervisor) | None => Phrase::own(&person.job),
    };
    Tile::opens(format!("enter-{}", person.id.0), name, Message::Enter(person.id.clone()))
        .lead(Lead::Photo(person.photo.clone()))
        .under(job)
        .mark(Mark::Act)
}
