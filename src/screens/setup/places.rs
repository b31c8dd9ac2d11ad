//! The places to go: a senior adds one by finding its stop, gives it a name and a picture.
mod pages;

use iced::Task;

use crate::domain::person::Role;
use crate::domain::place::{Place as Spot, PlaceId};
use crate::domain::record::Record;
use crate::domain::travel::position::Position;
use crate::domain::travel::stop_search::find_stop;
use crate::domain::travel::timetable::Timetable;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::store::photos::Whose;
use crate::store::seal;
use crate::store::timetable::{Known, Unusable};
use crate::ui::Page;
use crate::ui::field::{Edit, Writing};

use super::photo::{self, Taking};

/// The places to go.
#[derive(Debug)]
pub struct Places {
    stage: Stage,
    /// `None` until it is opened.
    timetable: Option<Result<Known, Unusable>>,
    /// Counts what was searched for, so that an answer to older words is known as late.
    asked: u32,
}

#[derive(Debug)]
enum Stage {
    List,
    /// One of the places.
    One(PlaceId),
    /// It gets a photo.
    Photo(PlaceId, Taking),
    /// A stop is looked for. `None` while that goes on.
    Finding {
        typed: Writing,
        found: Option<Vec<Match>>,
    },
    /// The stop has been found: what do you call the place?
    Naming {
        position: Position,
        typed: Writing,
    },
    /// What is it like?
    Picturing {
        position: Position,
        name: String,
    },
}

/// A stop that fits the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Its name.
    name: String,
    /// Where it is.
    position: Position,
    /// The numbers of the lines that call there, the most frequent first.
    lines: Vec<String>,
    /// Where they go.
    towards: Vec<String>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// The timetable has been opened.
    Opened(Result<Known, Unusable>),
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
    /// Adds a place.
    Add,
    /// Types the name of a stop.
    Search(Edit),
    /// What was found.
    Found(u32, Vec<Match>),
    /// It is near this stop.
    Near(Match),
    /// Types the name of the place.
    Name(Edit),
    /// That is its name.
    Named,
    /// This is its picture.
    Picture(&'static str),
}

/// What a place can be like: the names of pictures, which are the keys of their words too.
pub const PICTURES: [&str; 8] = [
    "place-office",
    "place-clinic",
    "place-home",
    "place-library",
    "place-cafe",
    "place-park",
    "place-station",
    "place-other",
];

impl Screen for Places {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "places";
    const CARD: Option<fn() -> Place> = Some(|| Place::Places(()));
    const FOR: &'static [Role] = &[Role::Senior];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        let opening = Task::perform(ctx.store.timetable(), Message::Opened);
        (Self { stage: Stage::List, timetable: None, asked: 0 }, opening)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Opened(opened) => {
                self.timetable = Some(opened);
                return self.search();
            }
            Message::Show(place) => self.stage = Stage::One(place),
            Message::StartHere(place) => return start_here(ctx, &place),
            Message::Remove(place) => return self.remove(ctx, &place),
            Message::ChoosePhoto(place) => self.stage = Stage::Photo(place, Taking::begin(Whose::Team)),
            Message::Photo(message) => return self.photo(ctx, message),
            Message::NoPhoto(place) => return has_photo(ctx, &place, None),
            Message::Add => {
                self.stage = Stage::Finding { typed: Writing::of(""), found: Some(Vec::new()) };
                return Action::step(Step::Focus("stop".to_owned()));
            }
            Message::Search(edit) => {
                if let Stage::Finding { typed, .. } = &mut self.stage
                    && typed.take(edit)
                {
                    return self.search();
                }
            }
            Message::Found(asked, matches) => {
                if let Stage::Finding { found, .. } = &mut self.stage
                    && asked == self.asked
                {
                    *found = Some(matches);
                }
            }
            Message::Near(stop) => {
                self.stage = Stage::Naming { position: stop.position, typed: Writing::of(&stop.name) };
                return Action::step(Step::Focus("name".to_owned()));
            }
            Message::Name(edit) => {
                if let Stage::Naming { typed, .. } = &mut self.stage {
                    let _ = typed.take(edit);
                }
            }
            Message::Named => {
                if let Stage::Naming { position, typed } = &self.stage {
                    let name = typed.words().trim().to_owned();
                    if !name.is_empty() {
                        self.stage = Stage::Picturing { position: *position, name };
                    }
                }
            }
            Message::Picture(picture) => return self.add(ctx, picture),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => pages::list(ctx),
            Stage::One(place) => pages::one(ctx, place),
            Stage::Photo(_, taking) => taking.page(ctx, Message::Photo),
            Stage::Finding { typed, found } => pages::finding(ctx, typed, (found.as_deref(), self.timetable.as_ref())),
            Stage::Naming { typed, .. } => pages::naming(ctx, typed),
            Stage::Picturing { name, .. } => pages::picturing(ctx, name),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        if let Stage::Photo(place, taking) = &mut self.stage {
            if let Some(above) = taking.back() {
                return Some(above.map(Message::Photo));
            }
            self.stage = Stage::One(place.clone());
            return Some(Action::none());
        }
        let searched = |name: &str| Stage::Finding { typed: Writing::of(name), found: None };
        self.stage = match &self.stage {
            Stage::List | Stage::Photo(..) => return None,
            Stage::One(_) | Stage::Finding { .. } => Stage::List,
            Stage::Naming { typed, .. } => {
                self.stage = searched(&typed.words());
                return Some(self.search());
            }
            Stage::Picturing { position, name } => Stage::Naming { position: *position, typed: Writing::of(name) },
        };
        Some(Action::none())
    }
}

impl Places {
    /// Looks for stops that fit what is typed, away from the window.
    fn search(&mut self) -> Action<Message> {
        let (Stage::Finding { typed, found }, Some(Ok(timetable))) = (&mut self.stage, &self.timetable) else {
            return Action::none();
        };
        self.asked += 1;
        let (asked, words, timetable) = (self.asked, typed.words(), timetable.clone());
        if words.trim().is_empty() {
            *found = Some(Vec::new());
            return Action::none();
        }
        *found = None;
        let search = tokio::task::spawn_blocking(move || matches(&timetable.0, &words));
        let search = async move { search.await.unwrap_or_default() };
        Action::run(Task::perform(search, move |matches| Message::Found(asked, matches)))
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

    fn add(&mut self, ctx: Ctx<'_>, picture: &'static str) -> Action<Message> {
        let Stage::Picturing { position, name } = &self.stage else { return Action::none() };
        let place = Spot {
            id: PlaceId(seal::random_name()),
            name: name.clone(),
            position: *position,
            // Both sides of the road are near enough: which is used depends on the way.
            stop: None,
            picture: picture.to_owned(),
            photo: None,
            gone: false,
            base: ctx.store.places().is_empty(),
        };
        self.stage = Stage::List;
        Action::step(Step::Keep(Record::Place(place)))
    }

    fn remove(&mut self, ctx: Ctx<'_>, place: &PlaceId) -> Action<Message> {
        self.stage = Stage::List;
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
    let changed = ctx.store.places().into_iter().filter(|place| place.base != (place.id == *start));
    let steps = changed.map(|place| Step::Keep(Record::Place(Spot { base: !place.base, ..place })));
    Action::steps(steps.collect())
}

/// The stops that fit these words. Stops of one name in one place are one.
fn matches(timetable: &Timetable, words: &str) -> Vec<Match> {
    let found = find_stop(timetable, words);
    let matches = found.into_iter().filter_map(|found| {
        let position = timetable.stops().position(found.stops.first()?.stop);
        let mut matched = Match { name: found.name, position, lines: Vec::new(), towards: Vec::new() };
        for line in found.stops.iter().flat_map(|stop| &stop.lines) {
            let number = timetable.line(line.line).map(|line| line.short_name.clone()).unwrap_or_default();
            if !number.is_empty() && !matched.lines.contains(&number) {
                matched.lines.push(number);
            }
            matched.towards.extend(line.towards.iter().cloned());
        }
        matched.towards.dedup();
        Some(matched)
    });
    matches.collect()
}
