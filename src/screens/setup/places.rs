//! The places to go: a senior adds one by finding its stop, gives it a name and a picture.
pub mod adding;
mod facts;
mod pages;

use iced::{Subscription, Task};

use crate::domain::person::Role;
use crate::domain::place::{Place as Spot, PlaceId};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::find_place::{self, FindPlace};
use crate::store::photos::Whose;
use crate::ui::Page;
use crate::ui::keys::Struck;

use super::photo::{self, Taking};
use adding::{Added, Adding};
use facts::Asking;

/// The places to go.
#[derive(Debug)]
pub struct Places {
    stage: Stage,
    /// How one of very many was looked for, to go on from there.
    find: Option<FindPlace>,
}

#[derive(Debug)]
enum Stage {
    List,
    /// One of very many is looked for.
    Find,
    /// One of the places.
    One(PlaceId),
    /// It gets a photo.
    Photo(PlaceId, Taking),
    /// What is good to know of it.
    Facts(Asking),
    /// A new one.
    Adding(Adding),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks for one among many, in this way.
    Find(find_place::Message),
    /// Shows one place.
    Show(PlaceId),
    /// Trips start here from now on.
    StartHere(PlaceId),
    /// Takes it off the list.
    Remove(PlaceId),
    /// Looks for a photo of it.
    ChoosePhoto(PlaceId),
    /// Something about the photo.
    Photo(photo::Message),
    /// Shows its picture again.
    NoPhoto(PlaceId),
    /// Shows what is good to know of it.
    Facts(PlaceId),
    /// Something about that.
    Fact(facts::Message),
    /// Adds a place.
    Add,
    /// Something about the new place.
    Adding(adding::Message),
}

impl Screen for Places {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "places";
    const CARD: Option<fn() -> Place> = Some(|| Place::Places(()));
    const FOR: &'static [Role] = &[Role::Senior];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { stage: Stage::List, find: None }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Find(message) => return self.finds(ctx, message),
            Message::Show(place) => self.stage = Stage::One(place),
            Message::StartHere(place) => return start_here(ctx, &place),
            Message::Remove(place) => return self.remove(ctx, &place),
            Message::ChoosePhoto(place) => self.stage = Stage::Photo(place, Taking::begin(Whose::Team)),
            Message::Photo(message) => return self.photo(ctx, message),
            Message::NoPhoto(place) => return has_photo(ctx, &place, None),
            Message::Facts(place) => self.stage = Stage::Facts(Asking::list(place)),
            Message::Fact(message) => return self.fact(ctx, message),
            Message::Add => {
                let (adding, action) = Adding::begin(ctx, false);
                self.stage = Stage::Adding(adding);
                return action.map(Message::Adding);
            }
            Message::Adding(message) => return self.adding(ctx, message),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => pages::list(ctx),
            Stage::Find => self.find.as_ref().map_or_else(|| pages::list(ctx), |find| find.page(ctx, Message::Find)),
            Stage::One(place) => pages::one(ctx, place),
            Stage::Photo(_, taking) => taking.page(ctx, Message::Photo),
            Stage::Facts(asking) => asking.page(ctx),
            Stage::Adding(adding) => adding.page(ctx, Message::Adding),
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        if let Stage::Facts(asking) = &mut self.stage {
            // What is typed stays, as it does when the page is left.
            let kept = asking.leave(ctx).into_iter().collect();
            if !asking.back(ctx) {
                let place = asking.place().clone();
                self.stage = if asking.is_in_turn() { Stage::List } else { Stage::One(place) };
            }
            return Some(Action::steps(kept));
        }
        if let Stage::Photo(place, taking) = &mut self.stage {
            if let Some(above) = taking.back() {
                return Some(above.map(Message::Photo));
            }
            self.stage = Stage::One(place.clone());
            return Some(Action::none());
        }
        if let Stage::Adding(adding) = &mut self.stage
            && let Some(above) = adding.back()
        {
            return Some(above.map(Message::Adding));
        }
        match (&self.stage, &mut self.find) {
            (Stage::List, _) => return None,
            (Stage::Find, Some(find)) => match find.back() {
                Some(above) => return Some(above.map(Message::Find)),
                None => (self.stage, self.find) = (Stage::List, None),
            },
            // Whoever looked for this one goes on from there.
            (Stage::One(_), Some(find)) => {
                find.look_again(ctx.store.places());
                self.stage = Stage::Find;
            }
            _ => self.stage = Stage::List,
        }
        Some(Action::none())
    }

    fn key(&self, _ctx: Ctx<'_>, struck: &Struck) -> Option<Message> {
        let find = self.find.as_ref().filter(|_| matches!(self.stage, Stage::Find))?;
        find.key(struck).map(Message::Find)
    }

    fn subscription(&self) -> Subscription<Message> {
        match (&self.stage, &self.find) {
            (Stage::Find, Some(find)) => find.subscription().map(Message::Find),
            _ => Subscription::none(),
        }
    }

    fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
        match &mut self.stage {
            Stage::Find => self.find.as_mut().map(FindPlace::leave).unwrap_or_default(),
            Stage::Facts(asking) => asking.leave(ctx).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

impl Places {
    /// Something happens while one is looked for.
    fn finds(&mut self, ctx: Ctx<'_>, message: find_place::Message) -> Action<Message> {
        let (found, action) = match &mut self.find {
            Some(find) if matches!(self.stage, Stage::Find) => find.update(ctx, message),
            _ => {
                let (find, action) = FindPlace::begin(ctx, ctx.store.places(), Some(message));
                (self.stage, self.find) = (Stage::Find, Some(find));
                (None, action)
            }
        };
        if let Some(place) = found {
            self.stage = Stage::One(place);
        }
        action.map(Message::Find)
    }

    fn photo(&mut self, ctx: Ctx<'_>, message: photo::Message) -> Action<Message> {
        let Stage::Photo(place, taking) = &mut self.stage else { return Action::none() };
        let (photo, action) = taking.update(ctx, message);
        if photo.is_some() {
            let place = place.clone();
            self.stage = Stage::One(place.clone());
            return has_photo(ctx, &place, photo);
        }
        action.map(Message::Photo)
    }

    fn adding(&mut self, ctx: Ctx<'_>, message: adding::Message) -> Action<Message> {
        let Stage::Adding(adding) = &mut self.stage else { return Action::none() };
        let (added, action) = adding.update(message);
        match added {
            Some(added) => self.add(ctx, added),
            None => action.map(Message::Adding),
        }
    }

    fn add(&mut self, ctx: Ctx<'_>, added: Added) -> Action<Message> {
        let place = added.place(ctx.store.places().is_empty());
        let (asking, focus) = Asking::in_turn(place.id.clone());
        self.stage = Stage::Facts(asking);
        Action::step(Step::Keep(Record::Place(place))).then(focus)
    }

    /// A question about a place is answered. A new place goes back to the list when all are asked.
    fn fact(&mut self, ctx: Ctx<'_>, message: facts::Message) -> Action<Message> {
        let Stage::Facts(asking) = &mut self.stage else { return Action::none() };
        let (done, action) = asking.update(ctx, message);
        if done {
            self.stage = Stage::List;
        }
        action.map(Message::Fact)
    }

    fn remove(&mut self, ctx: Ctx<'_>, place: &PlaceId) -> Action<Message> {
        (self.stage, self.find) = (Stage::List, None);
        match ctx.store.place(place) {
            Some(place) => Action::step(Step::Keep(Record::Place(Spot { gone: true, base: false, ..place }))),
            None => Action::none(),
        }
    }
}

/// Gives a place this photo, or none.
fn has_photo(ctx: Ctx<'_>, place: &PlaceId, photo: Option<String>) -> Action<Message> {
    match ctx.store.place(place) {
        Some(place) => Action::step(Step::Keep(Record::Place(Spot { photo, ..place }))),
        None => Action::none(),
    }
}

/// One place is where trips start, and no other.
fn start_here(ctx: Ctx<'_>, start: &PlaceId) -> Action<Message> {
    let places = ctx.store.places();
    let changed = places.iter().filter(|place| place.base != (place.id == *start));
    let steps = changed.map(|place| Step::Keep(Record::Place(Spot { base: !place.base, ..place.clone() })));
    Action::steps(steps.collect())
}
