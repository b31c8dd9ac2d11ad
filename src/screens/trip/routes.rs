//! The routes that somebody keeps: by name, planned again for today, practised, printed, taken away.
mod next;

use iced::Task;

use super::walk::{self, Of};
use super::written;
use crate::domain::person::Role;
use crate::domain::place::ChosenTrip;
use crate::domain::record::Record;
use crate::domain::route::{Route, RouteId, RouteWay};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::store::seal;
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::{Banner, Body, Button, Lead, Page, Strength, Tile, Tone, rows};
use crate::words::{Arg, Phrase};
use next::{Next, Why, goes, why_not};

/// The routes of a person.
#[derive(Debug)]
pub struct Routes {
    stage: Stage,
}

/// How somebody has come to a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    /// They chose it.
    Chose,
    /// It was kept just now.
    Kept,
    /// They wanted to keep it, and had it already.
    Had,
}

#[derive(Debug)]
enum Stage {
    /// All of them.
    List,
    /// One of them, and how it can be gone, once that is known.
    One(Box<Route>, Option<Result<Box<Next>, Why>>, Came),
    /// Is it to be taken away?
    Remove(Box<Route>),
    /// A trip is kept as a route: what do you call it?
    Naming(Box<ChosenTrip>, Writing),
    /// It is not there any more.
    Nothing,
}

/// What is opened.
#[derive(Debug, Clone)]
pub enum Opens {
    /// All of them.
    List,
    /// One of them.
    One(RouteId),
    /// One that was kept just now.
    Kept(RouteId),
    /// The trip of this name, to be kept as a route.
    Keep(String),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is known how it can be gone next.
    Known(Result<Box<Next>, Why>),
    /// Shows one.
    Show(RouteId),
    /// Writes one down.
    Write,
    /// Goes it as it is planned.
    Use,
    /// Goes through its steps.
    Practise,
    /// Prints it.
    Print,
    /// Adds voices and photos to its steps.
    Notes,
    /// Changes what was written down.
    Change,
    /// Plans a new trip.
    PlanAgain,
    /// Wants to take it away.
    Remove,
    /// Takes it away.
    RemoveYes,
    /// Does not.
    RemoveNo,
    /// Types its name.
    Name(Edit),
    /// That is its name.
    Named,
}

impl Screen for Routes {
    type Opens = Opens;
    type Message = Message;
    const HEADING: &'static str = "routes";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, opens: Opens) -> (Self, Task<Message>) {
        let stage = match opens {
            Opens::List => Stage::List,
            Opens::One(id) => one(ctx, &id, Came::Chose),
            Opens::Kept(id) => one(ctx, &id, Came::Kept),
            Opens::Keep(trip) => ctx.store.chosen_trip(&trip).map_or(Stage::Nothing, |trip| keep(ctx, trip)),
        };
        let looking = match &stage {
            Stage::One(route, ..) => match &route.way {
                RouteWay::Trip(trip) => Task::perform(next::next(ctx, (**trip).clone()), Message::Known),
                RouteWay::Own(_) => Task::none(),
            },
            _ => Task::none(),
        };
        (Self { stage }, looking)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Known(next) => {
                if let Stage::One(_, plan, _) = &mut self.stage {
                    *plan = Some(next);
                }
            }
            Message::Show(id) => return Action::step(Step::Go(Place::Routes(Opens::One(id)))),
            Message::Write => return Action::step(Step::Go(Place::WrittenRoute(RouteId(seal::random_name())))),
            Message::Use => return self.go(ctx),
            Message::Practise => return self.about(|id| Place::Practise(Of::Route(id))),
            Message::Print => return self.print(ctx),
            Message::Notes => return self.about(|id| Place::StepNotes(Of::Route(id))),
            Message::Change => return self.about(Place::WrittenRoute),
            Message::PlanAgain => return Action::step(Step::Instead(Place::Trip(()))),
            Message::Remove => {
                if let Stage::One(route, ..) = &self.stage {
                    self.stage = Stage::Remove(route.clone());
                }
            }
            Message::RemoveYes => {
                if let Stage::Remove(route) = &self.stage {
                    let gone = Record::Route(Route { gone: true, ..(**route).clone() });
                    self.stage = Stage::Nothing;
                    return Action::steps(vec![Step::Keep(gone), Step::Back]);
                }
            }
            Message::RemoveNo => {
                if let Stage::Remove(route) = &self.stage {
                    return Action::step(Step::Instead(Place::Routes(Opens::One(route.id.clone()))));
                }
            }
            Message::Name(edit) => {
                if let Stage::Naming(_, typed) = &mut self.stage {
                    let _ = typed.take(edit);
                }
            }
            Message::Named => return self.named(ctx),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => list_page(ctx),
            Stage::One(route, plan, came) => {
                let mut page = match &route.way {
                    RouteWay::Trip(trip) => trip_page(ctx, (route, trip), plan.as_ref()),
                    RouteWay::Own(_) => own_page(ctx, route),
                };
                page.banners.extend(banner(ctx, *came));
                page
            }
            Stage::Remove(route) => {
                let words = ctx.phrase_for("route-remove-words", &route.name);
                let button = |id: &str, does| Button::new(id, ctx.phrase(id), does);
                lines_page("route-remove", ctx.phrase("route-remove"), vec![(Lead::Picture, words)])
                    .action(button("route-remove-yes", Message::RemoveYes))
                    .primary(button("drop-keep", Message::RemoveNo).strength(Strength::Primary))
            }
            Stage::Naming(_, typed) => {
                let body = Body::rows(move |look, width| {
                    let typing = Field {
                        id: "name".to_owned(),
                        label: ctx.phrase("route-name-field"),
                        writing: typed,
                        lines: 1,
                        question: None,
                        staff: false,
                    };
                    let hint = ctx.phrase("route-name-hint");
                    vec![field(look, typing, width, Message::Name), rows::line(look, "name-hint", &hint, width)]
                });
                let ready = !typed.words().trim().is_empty();
                let keep = Button::new("route-keep", ctx.phrase("route-keep"), Message::Named).icon("check");
                let page = Page::new("route-name", ctx.phrase("route-name"), body);
                page.primary(keep.strength(Strength::Primary).only_if(ready))
            }
            Stage::Nothing => {
                lines_page("route-gone", ctx.phrase("routes"), vec![(Lead::Picture, ctx.phrase("route-gone"))])
            }
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match &self.stage {
            Stage::Remove(route) => Some(Action::step(Step::Instead(Place::Routes(Opens::One(route.id.clone()))))),
            _ => None,
        }
    }
}

impl Routes {
    /// The way as it is planned, as a trip.
    fn planned(&self, ctx: Ctx<'_>) -> Option<ChosenTrip> {
        let Stage::One(route, Some(Ok(next)), _) = &self.stage else { return None };
        let RouteWay::Trip(kept) = &route.way else { return None };
        let (choice, outlook) = (next.found.choice.clone(), next.outlook.unwrap_or_default());
        let by = choice.trip.arrive.date().to_datetime(kept.by.time());
        let person = ctx.me.id.clone();
        Some(ChosenTrip { person, by, choice, step: 0, over: false, outlook, ..(**kept).clone() })
    }

    /// Keeps it as it is planned, and opens its steps.
    fn go(&self, ctx: Ctx<'_>) -> Action<Message> {
        let Some(trip) = self.planned(ctx) else { return Action::none() };
        let steps = Place::Steps(trip.document());
        Action::steps(vec![Step::Keep(Record::Trip(trip)), Step::Instead(steps)])
    }

    /// Opens another screen about this route.
    fn about(&self, place: impl FnOnce(RouteId) -> Place) -> Action<Message> {
        match &self.stage {
            Stage::One(route, ..) => Action::step(Step::Go(place(route.id.clone()))),
            _ => Action::none(),
        }
    }

    /// Prints it: as it is planned, where it is.
    fn print(&self, ctx: Ctx<'_>) -> Action<Message> {
        let planned = self.planned(ctx);
        self.about(|id| {
            Place::TripPaper(match planned {
                Some(trip) => Of::Planned(id, Box::new(trip)),
                None => Of::Route(id),
            })
        })
    }

    /// Keeps the trip as a route.
    fn named(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Naming(trip, typed) = &self.stage else { return Action::none() };
        let name = typed.words().trim().to_owned();
        if name.is_empty() {
            return Action::none();
        }
        let id = RouteId(seal::random_name());
        let way = RouteWay::Trip(trip.clone());
        let route = Route { id: id.clone(), person: ctx.me.id.clone(), name, way, gone: false };
        let shown = Place::Routes(Opens::Kept(id));
        Action::steps(vec![Step::Keep(Record::Route(route)), Step::Instead(shown)])
    }
}

/// One route, if it is still there.
fn one(ctx: Ctx<'_>, id: &RouteId, came: Came) -> Stage {
    ctx.store.route(id).map_or(Stage::Nothing, |route| Stage::One(Box::new(route), None, came))
}

/// A trip is to be kept. Who keeps the same one already is shown that: two of one name are a riddle.
fn keep(ctx: Ctx<'_>, trip: ChosenTrip) -> Stage {
    let known = ctx.store.routes(&trip.person).into_iter().find(|route| route.is_of(&trip));
    if let Some(route) = known {
        return Stage::One(Box::new(route), None, Came::Had);
    }
    let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
    let name = ctx.words.phrase_with("route-to", [("place", place.into())]).shown;
    Stage::Naming(Box::new(trip), Writing::of(&name))
}

/// What has come of keeping it.
fn banner(ctx: Ctx<'_>, came: Came) -> Option<Banner<Message>> {
    let key = match came {
        Came::Chose => return None,
        Came::Kept => "route-kept",
        Came::Had => "route-known",
    };
    Some(Banner { id: key.to_owned(), tone: Tone::Good, icon: "check", phrase: ctx.phrase(key), ok: None })
}

fn list_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let routes = ctx.store.routes(&ctx.me.id);
    let write = Button::new("route-write", ctx.phrase("route-write"), Message::Write).icon("plus");
    let page = if routes.is_empty() {
        let lines = ["routes-none", "routes-how"].map(|key| (Lead::Picture, ctx.phrase(key)));
        lines_page("routes", ctx.phrase("routes"), lines.into())
    } else {
        let tiles = routes.iter().map(|route| tile(ctx, route, Message::Show)).collect();
        Page::new("routes", ctx.phrase("routes"), Body::tiles(tiles))
    };
    page.primary(write.strength(Strength::Primary))
}

/// A route with the picture of where it goes.
pub fn tile<M>(ctx: Ctx<'_>, route: &Route, show: impl Fn(RouteId) -> M) -> Tile<M> {
    let place = match &route.way {
        RouteWay::Trip(trip) => ctx.store.place(&trip.to),
        RouteWay::Own(_) => None,
    };
    let picture = place.as_ref().map_or_else(|| "in-order".to_owned(), |place| place.picture.clone());
    let name = Phrase::own(&route.name).with_picture(picture);
    let mut tile = Tile::opens(format!("route-{}", route.id.0), name, show(route.id.clone()));
    if let Some(photo) = place.and_then(|place| place.photo) {
        tile = tile.lead(Lead::Photo(photo));
    }
    tile.under = walk::done_before(ctx, &route.way());
    tile
}

/// A route of a trip: when it goes next, and what is otherwise than it was.
fn trip_page<'a>(
    ctx: Ctx<'a>,
    (route, kept): (&'a Route, &'a ChosenTrip),
    plan: Option<&'a Result<Box<Next>, Why>>,
) -> Page<'a, Message> {
    let heading = Phrase::own(&route.name);
    let button = |id: &str, does| Button::new(id, ctx.phrase(id), does).arrow().strength(Strength::Primary);
    let mut page = match plan {
        None => lines_page("route-looking", heading, vec![(Lead::Picture, ctx.phrase("route-looking"))]),
        Some(Ok(next)) => lines_page("route", heading, goes(ctx, kept, next)).primary(button("route-go", Message::Use)),
        Some(Err(why)) => {
            let mut lines = vec![why_not(ctx, why)];
            if let Some(helper) = ctx.helper() {
                let args = [("name", Arg::from(helper.name.clone())), ("number", Arg::from(helper.phone.clone()))];
                lines.push(ctx.words.phrase_with("trip-none-ring", args).with_picture("phone"));
            }
            let lines = lines.into_iter().map(|line| (Lead::Picture, line)).collect();
            lines_page("route-not", heading, lines).primary(button("missed-again", Message::PlanAgain))
        }
    };
    page = page.action(quiet(ctx, "practise", Message::Practise).icon("again"));
    page = page.action(quiet(ctx, "print-card", Message::Print).icon("note"));
    page.corner(notes(ctx))
        .corner(Button::new("route-remove", ctx.phrase("route-remove-short"), Message::Remove).icon("trash"))
}

/// A route that somebody wrote down: its steps.
fn own_page<'a>(ctx: Ctx<'a>, route: &'a Route) -> Page<'a, Message> {
    let RouteWay::Own(steps) = &route.way else { return list_page(ctx) };
    let lines = steps.iter().map(|step| (Lead::Picture, written::heading(ctx, step))).collect();
    let start = Button::new("own-start", ctx.phrase("own-start"), Message::Practise).arrow();
    lines_page("own-route", Phrase::own(&route.name), lines)
        .action(quiet(ctx, "print-card", Message::Print).icon("note"))
        .action(Button::new("own-change", ctx.phrase("change"), Message::Change).icon("pencil"))
        .corner(notes(ctx).only_if(!steps.is_empty()))
        .corner(Button::new("route-remove", ctx.phrase("route-remove-short"), Message::Remove).icon("trash"))
        .primary(start.strength(Strength::Primary).only_if(!steps.is_empty()))
}

/// The button that adds voices and photos.
fn notes(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("note-steps-add", ctx.phrase("note-steps-add"), Message::Notes).icon("microphone")
}

/// A button with the words of a tile: it has no room for their picture.
fn quiet(ctx: Ctx<'_>, key: &str, does: Message) -> Button<Message> {
    Button::new(key, Phrase { picture: None, ..ctx.phrase(key) }, does)
}

fn lines_page<'a>(name: &'static str, heading: Phrase, lines: Vec<(Lead, Phrase)>) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, (lead, line))| rows::led(look, &format!("{name}-{index}"), (lead, line), width)).collect()
    });
    Page::new(name, heading, body)
}
