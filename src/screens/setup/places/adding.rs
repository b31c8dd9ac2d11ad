//! A place is added: find its stop, say what you call it, and what it is like. For the team, or for one person alone.
use iced::{Size, Task};

use crate::domain::find_place::KINDS;
use crate::domain::place::{Facts, Place, PlaceId};
use crate::domain::privacy::without_health_numbers;
use crate::domain::travel::position::Position;
use crate::domain::travel::stop_search::find_stop;
use crate::domain::travel::timetable::Timetable;
use crate::screen::{Action, Ctx, Step};
use crate::store::seal;
use crate::store::timetable::{Known, Unusable};
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::tiles::tile_view;
use crate::ui::{Body, Button, Look, Page, Row, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// The height of a stop that was found.
const FOUND: f32 = 96.0;

/// A place while it is added.
#[derive(Debug)]
pub struct Adding {
    stage: Stage,
    /// `None` until it is opened.
    timetable: Option<Result<Known, Unusable>>,
    /// Counts what was searched for, so that an answer to older words is known as late.
    asked: u32,
    /// Whether a worker adds it for themselves.
    own: bool,
}

#[derive(Debug)]
enum Stage {
    /// A stop is looked for. `None` while that goes on.
    Finding { typed: Writing, found: Option<Vec<Match>> },
    /// The stop has been found: what do you call the place?
    Naming { position: Position, typed: Writing },
    /// What is it like?
    Picturing { position: Position, name: String },
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

/// All that is known of the new place.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub position: Position,
    /// The name of its picture.
    pub picture: &'static str,
}

impl Added {
    /// A new place, of which nothing else is known yet. `base`: trips start there.
    #[must_use]
    pub fn place(self, base: bool) -> Place {
        Place {
            id: PlaceId(seal::random_name()),
            name: self.name,
            position: self.position,
            // Both sides of the road are near enough: which is used depends on the way.
            stop: None,
            picture: self.picture.to_owned(),
            photo: None,
            gone: false,
            base,
            facts: Facts::default(),
        }
    }
}

impl Adding {
    /// Begins to look for a stop. `own`: a worker does it for themselves.
    #[must_use]
    pub fn begin(ctx: Ctx<'_>, own: bool) -> (Self, Action<Message>) {
        let stage = Stage::Finding { typed: Writing::of(""), found: Some(Vec::new()) };
        let opening = Task::perform(ctx.store.timetable(), Message::Opened);
        let focus = Action { steps: vec![Step::Focus("stop".to_owned())], task: opening };
        (Self { stage, timetable: None, asked: 0, own }, focus)
    }

    /// Takes what happened, and gives the place once all is said.
    pub fn update(&mut self, message: Message) -> (Option<Added>, Action<Message>) {
        match message {
            Message::Opened(opened) => {
                self.timetable = Some(opened);
                return (None, self.search());
            }
            Message::Search(edit) => {
                if let Stage::Finding { typed, .. } = &mut self.stage
                    && typed.take(edit)
                {
                    return (None, self.search());
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
                return (None, Action::step(Step::Focus("name".to_owned())));
            }
            Message::Name(edit) => {
                if let Stage::Naming { typed, .. } = &mut self.stage {
                    let _ = typed.take(edit);
                }
            }
            Message::Named => {
                if let Stage::Naming { position, typed } = &self.stage {
                    // No health number is kept, whatever a place is called.
                    let name = without_health_numbers(typed.words().trim());
                    if !name.is_empty() {
                        self.stage = Stage::Picturing { position: *position, name };
                    }
                }
            }
            Message::Picture(picture) => {
                if let Stage::Picturing { position, name } = &self.stage {
                    let added = Added { name: name.clone(), position: *position, picture };
                    return (Some(added), Action::none());
                }
            }
        }
        (None, Action::none())
    }

    /// Goes one step back. `None` where there is none.
    pub fn back(&mut self) -> Option<Action<Message>> {
        match &self.stage {
            Stage::Finding { .. } => None,
            Stage::Naming { typed, .. } => {
                self.stage = Stage::Finding { typed: Writing::of(&typed.words()), found: None };
                Some(self.search())
            }
            Stage::Picturing { position, name } => {
                self.stage = Stage::Naming { position: *position, typed: Writing::of(name) };
                Some(Action::none())
            }
        }
    }

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

    /// The open page.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
        match &self.stage {
            Stage::Finding { typed, found } => self.finding(ctx, (typed, found.as_deref()), on),
            Stage::Naming { typed, .. } => self.naming(ctx, typed, on),
            Stage::Picturing { name, .. } => {
                let tiles = KINDS.map(|key| Tile::opens(key, ctx.phrase(key), on(Message::Picture(key))));
                let page = Page::new("place-picture", ctx.phrase("place-picture"), Body::tiles(tiles.into()));
                page.about("pin", Phrase::own(name))
            }
        }
    }

    /// A stop is looked for.
    fn finding<'a, M: Clone + 'a>(
        &'a self,
        ctx: Ctx<'a>,
        (typed, found): (&'a Writing, Option<&'a [Match]>),
        on: fn(Message) -> M,
    ) -> Page<'a, M> {
        let trouble = match (&self.timetable, self.own) {
            (Some(Err(Unusable::Missing)), false) => Some("timetable-none"),
            (Some(Err(_)), false) => Some("timetable-broken"),
            (Some(Err(Unusable::Missing)), true) => Some("trip-none-timetable"),
            (Some(Err(_)), true) => Some("trip-none-timetable-broken"),
            (Some(Ok(_)) | None, _) => None,
        };
        let news = match (trouble, found) {
            (Some(key), _) => Some(key),
            (None, Some([])) if !typed.words().trim().is_empty() => Some("stop-not-found"),
            (None, Some([])) => Some("stop-how"),
            (None, None) => Some("stop-looking"),
            (None, Some(_)) => None,
        };
        let body = Body::rows(move |look, width| {
            let typing = one_line("stop", ctx.phrase("stop-field"), typed);
            let mut list = vec![field(look, typing, width, move |edit| on(Message::Search(edit)))];
            list.extend(news.map(|key| rows::line(look, "stop-news", &ctx.phrase(key), width)));
            let all = found.unwrap_or_default().iter().enumerate();
            list.extend(all.map(|(index, stop)| self.found_row((ctx, look), (index, stop), width, on)));
            list
        });
        let page = Page::new("stop", ctx.phrase("stop-which"), body);
        match ctx.helper().filter(|_| self.own) {
            Some(helper) => page.helper(ctx.phrase_for("own-together", &helper.name)),
            None => page,
        }
    }

    fn found_row<'a, M: Clone + 'a>(
        &self,
        (ctx, look): (Ctx<'a>, &Look),
        (index, stop): (usize, &Match),
        width: f32,
        on: fn(Message) -> M,
    ) -> Row<'a, M> {
        let name = Phrase::own(&stop.name).with_picture("bus-stop");
        // A worker reads fewer of them.
        let most = if self.own { 3 } else { 4 };
        let names = |all: &[String]| Arg::from(all.iter().take(most).cloned().collect::<Vec<_>>().join(", "));
        let lines = ("lines", names(&stop.lines));
        let under = match (stop.lines.is_empty(), stop.towards.is_empty()) {
            (false, _) if self.own => {
                Some(ctx.words.phrase_with("own-lines", [lines, ("count", Arg::from(stop.lines.len()))]))
            }
            (false, _) => Some(ctx.words.phrase_with("stop-lines", [lines, ("towards", names(&stop.towards))])),
            (true, false) if !self.own => {
                Some(ctx.words.phrase_with("stop-towards", [("towards", names(&stop.towards))]))
            }
            (true, _) => None,
        };
        let tile = Tile { under, ..Tile::opens(format!("stop-{index}"), name, on(Message::Near(stop.clone()))) };
        Row { height: FOUND, view: tile_view(look, &tile, Size::new(width, FOUND)) }
    }

    /// What is the place called?
    fn naming<'a, M: Clone + 'a>(&self, ctx: Ctx<'a>, typed: &'a Writing, on: fn(Message) -> M) -> Page<'a, M> {
        let hint = ctx.phrase(if self.own { "own-name-hint" } else { "place-name-hint" });
        let body = Body::rows(move |look, width| {
            let typing = one_line("name", ctx.phrase("place-name-field"), typed);
            let typing = field(look, typing, width, move |edit| on(Message::Name(edit)));
            vec![typing, rows::line(look, "place-name-hint", &hint, width)]
        });
        let ready = !typed.words().trim().is_empty();
        let next = Button::new("next", ctx.phrase("next"), on(Message::Named)).arrow();
        Page::new("place-name", ctx.phrase("place-name"), body).primary(next.strength(Strength::Primary).only_if(ready))
    }
}

fn one_line<'a>(id: &str, label: Phrase, writing: &'a Writing) -> Field<'a> {
    Field { id: id.to_owned(), label, writing, lines: 1, question: None, staff: false }
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
