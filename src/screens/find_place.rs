//! Finds one place among very many: by picture, by typing with mistakes, or by hearing one after the other.
pub mod pages;
mod reading;

use std::sync::Arc;

use iced::Subscription;

use crate::domain::find_place::{FEW, by_name, familiar, kind, letter};
use crate::domain::place::{Place, PlaceId};
use crate::screen::{Action, Ctx, Step};
use crate::screens::stretch::Stretch;
use crate::ui::field::{Edit, Writing};
use crate::ui::keys::Struck;
use reading::Reading;

/// A place that is looked for.
#[derive(Debug)]
pub struct FindPlace {
    /// Among these.
    places: Arc<Vec<Place>>,
    stage: Stage,
    /// What was open before, for Back.
    before: Vec<Stage>,
}

#[derive(Debug)]
enum Stage {
    /// How do you want to find it?
    Ways,
    /// What kind of place is it?
    Kind,
    /// Which letter does its name begin with?
    Letter(Group),
    /// These are they, a stretch at a time.
    These(Group, Stretch),
    /// Its name is typed.
    Typing { typed: Writing, found: Vec<PlaceId> },
    /// They are read out, one after the other.
    Reading(Reading),
}

/// Places that belong together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Group {
    /// What they are like. `None`: anything.
    kind: Option<&'static str>,
    /// What their names begin with. `None`: anything. `Some(None)`: no letter.
    letter: Option<Option<char>>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks at pictures.
    Pictures,
    /// Types the name.
    Name,
    /// Hears all names.
    Hear,
    /// Places of this kind, or of any.
    Kind(Option<&'static str>),
    /// Places that begin with this letter, or with none.
    Letter(Option<char>),
    /// Another stretch of the list.
    Turn(Stretch),
    /// Types.
    Typed(Edit),
    /// Something about what is read out.
    Read(reading::Message),
    /// This is the place.
    This(PlaceId),
}

impl FindPlace {
    /// Looks for one of these, in this way if one is chosen.
    #[must_use]
    pub fn begin(ctx: Ctx<'_>, places: Arc<Vec<Place>>, way: Option<Message>) -> (Self, Action<Message>) {
        let mut find = Self { places, stage: Stage::Ways, before: Vec::new() };
        let Some(way) = way else { return (find, Action::none()) };
        let (_, action) = find.update(ctx, way);
        // Nobody chose among the ways here.
        find.before.clear();
        (find, action)
    }

    /// What must be done before it is left.
    pub fn leave(&mut self) -> Vec<Step> {
        let hush = matches!(self.stage, Stage::Reading(_)).then_some(Step::Hush);
        hush.into_iter().collect()
    }

    /// Goes on with what these places are now.
    pub fn look_again(&mut self, places: Arc<Vec<Place>>) {
        self.places = places;
    }

    /// Takes what happened, and gives the place once it is found.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (Option<PlaceId>, Action<Message>) {
        match message {
            Message::Pictures => self.go_on_to(self.kinds_or_letters()),
            Message::Name => {
                self.go_on_to(Stage::Typing { typed: Writing::of(""), found: Vec::new() });
                return (None, Action::step(Step::Focus("find-name".to_owned())));
            }
            Message::Hear => self.go_on_to(Stage::Reading(Reading::begin(self.to_read_out(ctx)))),
            Message::Kind(kind) => self.go_on_to(self.letters_or_these(Group { kind, letter: None })),
            Message::Letter(letter) => {
                if let Stage::Letter(group) = self.stage {
                    self.go_on_to(Stage::These(Group { letter: Some(letter), ..group }, Stretch::default()));
                }
            }
            Message::Turn(to) => {
                if let Stage::These(_, stretch) = &mut self.stage {
                    *stretch = to;
                }
            }
            Message::Typed(edit) => {
                if let Stage::Typing { typed, found } = &mut self.stage
                    && typed.take(edit)
                {
                    *found = by_name(&self.places, &typed.words()).iter().map(|place| place.id.clone()).collect();
                }
            }
            Message::Read(message) => {
                let Stage::Reading(reading) = &mut self.stage else { return (None, Action::none()) };
                let (found, action) = reading.update(ctx, message);
                return (found, action.map(Message::Read).and(self.photos()));
            }
            Message::This(place) => return (Some(place), Action::none()),
        }
        (None, self.photos())
    }

    /// Goes one step back. `None` where there is none.
    pub fn back(&mut self) -> Option<Action<Message>> {
        let hush = self.leave();
        self.stage = self.before.pop()?;
        Some(Action::steps(hush))
    }

    fn go_on_to(&mut self, stage: Stage) {
        self.before.push(std::mem::replace(&mut self.stage, stage));
    }

    /// The keys while places are read out.
    #[must_use]
    pub fn key(&self, struck: &Struck) -> Option<Message> {
        match &self.stage {
            Stage::Reading(_) => reading::key(struck).map(Message::Read),
            _ => None,
        }
    }

    /// What it listens to while places are read out.
    pub fn subscription(&self) -> Subscription<Message> {
        match &self.stage {
            Stage::Reading(reading) => reading.subscription().map(Message::Read),
            _ => Subscription::none(),
        }
    }

    /// The places of a group, in their order.
    fn of(&self, group: Group) -> Vec<&Place> {
        let is_in = |place: &&Place| {
            group.kind.is_none_or(|wanted| kind(place) == wanted)
                && group.letter.is_none_or(|wanted| letter(&place.name) == wanted)
        };
        let mut places: Vec<_> = self.places.iter().filter(is_in).collect();
        places.sort_by(|one, other| one.name.cmp(&other.name));
        places
    }

    /// The kinds that there are.
    fn kinds(&self) -> Vec<&'static str> {
        let mut kinds: Vec<_> = self.places.iter().map(kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The letters with which names of this group begin. Names that begin with none come last.
    fn letters(&self, group: Group) -> Vec<Option<char>> {
        let mut letters: Vec<_> = self.of(group).into_iter().map(|place| letter(&place.name)).collect();
        letters.sort_unstable_by_key(|letter| (letter.is_none(), *letter));
        letters.dedup();
        letters
    }

    fn kinds_or_letters(&self) -> Stage {
        if self.kinds().len() > 1 { Stage::Kind } else { self.letters_or_these(Group::default()) }
    }

    /// Few are shown at once.
    fn letters_or_these(&self, group: Group) -> Stage {
        let many = self.of(group).len() > FEW && self.letters(group).len() > 1;
        if many { Stage::Letter(group) } else { Stage::These(group, Stretch::default()) }
    }

    /// What is shown, or everything.
    fn to_read_out(&self, ctx: Ctx<'_>) -> Vec<PlaceId> {
        match &self.stage {
            Stage::These(group, _) => self.of(*group).iter().map(|place| place.id.clone()).collect(),
            _ => self.all_known_first(ctx),
        }
    }

    /// All places: where this person goes first, then by name.
    fn all_known_first(&self, ctx: Ctx<'_>) -> Vec<PlaceId> {
        let mut all = familiar(&ctx.store.gone_to(&ctx.me.id));
        all.retain(|id| self.place(id).is_some());
        let others = self.of(Group::default()).into_iter().filter(|place| !all.contains(&place.id));
        let others: Vec<_> = others.map(|place| place.id.clone()).collect();
        all.into_iter().chain(others).collect()
    }

    fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// Reads the photos of what is shown now: of thousands, no more are at hand.
    fn photos(&self) -> Action<Message> {
        let shown: Vec<&Place> = match &self.stage {
            Stage::Ways | Stage::Kind | Stage::Letter(_) => return Action::none(),
            Stage::These(group, stretch) => stretch.of(&self.of(*group)).to_vec(),
            Stage::Typing { found, .. } => found.iter().filter_map(|id| self.place(id)).collect(),
            Stage::Reading(reading) => reading.now().and_then(|id| self.place(id)).into_iter().collect(),
        };
        let photos: Vec<_> = shown.into_iter().filter_map(|place| place.photo.clone()).collect();
        if photos.is_empty() { Action::none() } else { Action::step(Step::Photos(photos)) }
    }
}
