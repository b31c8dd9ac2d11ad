//! The door: choose your photo, and come in by the way that suits you. A helper can always let you in.
pub mod joining;
pub mod pages;

use age::secrecy::SecretString;

use self::joining::Joining;
use crate::domain::pairing::Pair;
use crate::domain::person::{PersonId, Team};
use crate::domain::way_in::{Chosen, Way};
use crate::screens::way_in::choosing::{Choosing, Press};
use crate::screens::way_in::typed_key::TypedKey;
use crate::store::entry::Refused;
use crate::store::join::NotJoined;
use crate::ui::field::Edit;

/// The door.
#[derive(Debug, Default)]
pub struct Door {
    stage: Stage,
    state: State,
}

#[derive(Debug, Default)]
enum Stage {
    /// Who are you?
    #[default]
    Photos,
    /// This person shows that it is them.
    Own(PersonId, Choosing),
    /// Who lets this person in?
    Helpers(PersonId, Vec<PersonId>),
    /// A helper shows that it is them, to let somebody in.
    Helping { person: PersonId, helper: PersonId, choosing: Choosing },
    /// The recovery sheet lets this person in.
    Sheet(PersonId, TypedKey),
    /// This computer waits to be let in to a team.
    Joining(Joining),
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Choosing,
    /// Somebody comes in.
    Opening,
    /// It takes more than a moment.
    StillOpening,
    /// They do not come in.
    Refused(Refused),
}

/// What can happen at the door.
#[derive(Debug, Clone)]
pub enum Message {
    /// This person comes in.
    Enter(PersonId),
    /// Chooses.
    Press(Press),
    /// Has chosen.
    Chosen,
    /// Wants to be let in.
    AskHelper,
    /// This helper lets them in.
    Helper(PersonId),
    /// The recovery sheet is there.
    Sheet,
    /// Types what stands on it.
    TypeSheet(Edit),
    /// Looks whether this computer has been let in.
    LookAgain,
    /// It has, or not.
    Looked(Result<(), NotJoined>),
}

/// With what somebody comes in.
#[derive(Debug, Clone)]
pub enum With {
    /// What they chose themselves.
    Own(Chosen),
    /// A helper, and what the helper chose.
    Helper(PersonId, Chosen),
    /// What stands on the recovery sheet.
    Sheet(SecretString),
}

/// Somebody who wants to come in.
#[derive(Debug, Clone)]
pub struct Comer {
    /// Who.
    pub person: PersonId,
    /// With what.
    pub with: With,
}

impl Door {
    /// The door of a computer that waits to be let in to a team, and shows this.
    #[must_use]
    pub fn waiting(pair: Pair) -> Self {
        Self { stage: Stage::Joining(Joining::new(pair)), state: State::Choosing }
    }

    /// Takes what happened, and says who wants to come in now, if somebody does. `way` tells how a person comes in,
    /// and `helpers` who can let them in.
    pub fn update(
        &mut self,
        message: Message,
        (way, helpers): (impl Fn(&PersonId) -> Way, impl Fn(&PersonId) -> Vec<PersonId>),
    ) -> Option<Comer> {
        if self.is_opening() {
            return None;
        }
        if !matches!(message, Message::Press(_) | Message::TypeSheet(_)) {
            self.state = State::Choosing;
        }
        match message {
            Message::Enter(person) => match way(&person) {
                Way::Photo => return Some(Comer { person, with: With::Own(Chosen::Nothing) }),
                Way::Helper => self.ask(person, helpers),
                way => self.stage = Stage::Own(person, Choosing::new(way)),
            },
            Message::Press(press) => {
                if let Stage::Own(_, choosing) | Stage::Helping { choosing, .. } = &mut self.stage {
                    choosing.press(press);
                }
            }
            Message::Chosen => return self.comer(),
            Message::AskHelper => {
                if let Some(person) = self.person().cloned() {
                    self.ask(person, helpers);
                }
            }
            Message::Helper(helper) => {
                let person = self.person().cloned()?;
                match way(&helper) {
                    Way::Photo => return Some(Comer { person, with: With::Helper(helper, Chosen::Nothing) }),
                    // On a new computer helpers have no way of their own yet either.
                    Way::Helper => self.stage = Stage::Sheet(person, TypedKey::default()),
                    way => self.stage = Stage::Helping { person, helper, choosing: Choosing::new(way) },
                }
            }
            Message::Sheet => {
                let person = self.person().cloned()?;
                self.stage = Stage::Sheet(person, TypedKey::default());
            }
            Message::TypeSheet(edit) => {
                if let Stage::Sheet(_, typed) = &mut self.stage {
                    typed.take(edit);
                }
            }
            Message::LookAgain => {
                if let Stage::Joining(joining) = &mut self.stage {
                    joining.looks();
                }
            }
            Message::Looked(Ok(())) => *self = Self::default(),
            Message::Looked(Err(why)) => {
                if let Stage::Joining(joining) = &mut self.stage {
                    joining.is_not_in(why);
                }
            }
        }
        None
    }

    fn ask(&mut self, person: PersonId, helpers: impl Fn(&PersonId) -> Vec<PersonId>) {
        let helpers = helpers(&person);
        self.stage = Stage::Helpers(person, helpers);
    }

    fn comer(&mut self) -> Option<Comer> {
        Some(match &mut self.stage {
            Stage::Own(person, choosing) => Comer { person: person.clone(), with: With::Own(choosing.chosen()?) },
            Stage::Helping { person, helper, choosing } => {
                Comer { person: person.clone(), with: With::Helper(helper.clone(), choosing.chosen()?) }
            }
            Stage::Sheet(person, typed) => Comer { person: person.clone(), with: With::Sheet(typed.read()?) },
            Stage::Photos | Stage::Helpers(..) | Stage::Joining(_) => return None,
        })
    }

    /// Whose photo was pressed.
    fn person(&self) -> Option<&PersonId> {
        match &self.stage {
            Stage::Photos | Stage::Joining(_) => None,
            Stage::Own(person, _) | Stage::Helpers(person, _) | Stage::Sheet(person, _) => Some(person),
            Stage::Helping { person, .. } => Some(person),
        }
    }

    /// Whether the photos are shown, where the door begins.
    #[must_use]
    pub fn is_first(&self) -> bool {
        matches!(self.stage, Stage::Photos | Stage::Joining(_))
    }

    /// Goes back to the photos.
    pub fn back(&mut self) {
        if !self.is_opening() && !matches!(self.stage, Stage::Joining(_)) {
            *self = Self::default();
        }
    }

    fn is_opening(&self) -> bool {
        matches!(self.state, State::Opening | State::StillOpening)
    }

    /// Somebody comes in.
    pub fn begin_opening(&mut self) {
        self.state = State::Opening;
    }

    /// It takes more than a moment.
    pub fn still_opening(&mut self) {
        if self.state == State::Opening {
            self.state = State::StillOpening;
        }
    }

    /// They do not come in. What they chose is forgotten, so that the next try begins afresh.
    pub fn refused(&mut self, refused: Refused) {
        self.state = State::Refused(refused);
        if let Stage::Own(_, choosing) | Stage::Helping { choosing, .. } = &mut self.stage
            && refused == Refused::NotRight
        {
            choosing.press(Press::Again);
        }
    }

    /// Who can help here.
    fn helper_name<'t>(&self, team: &'t Team) -> &'t str {
        let person = self.person().and_then(|id| team.person(id));
        team.helpers_of(person).first().map_or("", |helper| &helper.name)
    }
}
