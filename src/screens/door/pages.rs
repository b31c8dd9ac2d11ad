//! The pages of the door.
use super::{Door, Message, Stage, State};
use crate::domain::person::{Person, PersonId, Role};
use crate::domain::way_in::Way;
use crate::screen::Hall;
use crate::screens::way_in::choosing::Choosing;
use crate::screens::way_in::typed_key::TypedKey;
use crate::store::entry::Refused;
use crate::ui::{Banner, Body, Button, Grid, Lead, Mark, Page, Strength, Tile, Tiles, Tone};
use crate::words::{Arg, Phrase};

/// The name of a page and its heading.
type Said = (&'static str, Phrase);

impl Door {
    /// The open page.
    #[must_use]
    pub fn page<'a>(&'a self, hall: &'a Hall) -> Page<'a, Message> {
        let mut page = match &self.stage {
            Stage::Photos => photos(hall),
            Stage::Own(_, choosing) => {
                own(hall, choosing, self.said(hall)).action(button(hall, "door-ask", "hand-stop", Message::AskHelper))
            }
            Stage::Helping { helper, choosing, .. } => helping(hall, helper, choosing, self.said(hall)),
            Stage::Helpers(person, helpers) => asking(hall, person, helpers),
            Stage::Sheet(person, typed) => sheet(hall, person, typed),
            Stage::Joining(joining) => joining.page(hall),
        };
        page.banners.extend(self.banner(hall));
        page
    }

    /// What is said instead of the question, when somebody did not come in.
    fn said(&self, hall: &Hall) -> Option<Said> {
        match self.state {
            State::Refused(Refused::NotRight) => Some(("door-not-right", hall.phrase("door-not-right"))),
            State::Refused(Refused::Wait(time)) => {
                let seconds = time.as_secs().max(1);
                let (key, count) =
                    if seconds > 90 { ("door-wait-minutes", seconds.div_ceil(60)) } else { ("door-wait", seconds) };
                Some((key, hall.words.phrase_with(key, [("count", Arg::from(count as u32))])))
            }
            _ => None,
        }
    }

    fn banner(&self, hall: &Hall) -> Option<Banner<Message>> {
        let helper = self.helper_name(&hall.team);
        let (tone, icon, phrase) = match self.state {
            State::Choosing | State::Opening => return None,
            State::StillOpening => (Tone::Wait, "hourglass", hall.phrase("door-opening")),
            // These stand in the heading: who comes in again looks and listens there.
            State::Refused(Refused::NotRight | Refused::Wait(_)) => return None,
            State::Refused(Refused::Problem(problem)) => {
                let key = match (&self.stage, problem) {
                    // Here that says only that it is not the key on the newest sheet.
                    (Stage::Sheet(..), crate::problem::Problem::NotAllowed) => "door-sheet-wrong",
                    _ => problem.words(),
                };
                (Tone::Danger, "alert", hall.phrase_for(key, helper))
            }
        };
        Some(Banner { id: "door-news".to_owned(), tone, icon, phrase, ok: None })
    }
}

fn button(hall: &Hall, key: &'static str, icon: &'static str, does: Message) -> Button<Message> {
    Button::new(key, hall.phrase(key), does).icon(icon)
}

fn photos(hall: &Hall) -> Page<'_, Message> {
    let tiles = hall.team.people.iter().map(|person| tile(hall, person)).collect();
    let body = Body::Tiles(Tiles { tiles, own: None, grid: Grid::Photos });
    Page::new("door", hall.phrase("door"), body)
        .helper(hall.phrase("door-help"))
        .about("users", hall.phrase("app-name"))
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

/// The heading for a way to show that it is you.
fn heading(way: &Way) -> &'static str {
    match way {
        Way::Mine { .. } => "door-mine",
        Way::InOrder { .. } => "door-in-order",
        Way::Word | Way::Photo | Way::Helper => "door-word",
    }
}

fn own<'a>(hall: &'a Hall, choosing: &'a Choosing, said: Option<Said>) -> Page<'a, Message> {
    let key = heading(choosing.way());
    let (key, heading) = said.unwrap_or_else(|| (key, hall.phrase(key)));
    choosing.page(hall, (key, heading), (Message::Press, button(hall, "door-come-in", "check", Message::Chosen)))
}

fn helping<'a>(hall: &'a Hall, helper: &PersonId, choosing: &'a Choosing, said: Option<Said>) -> Page<'a, Message> {
    let key = heading(choosing.way());
    let name = hall.phrase_for("door-helper", hall.team.name_of(helper));
    let (_, heading) = said.unwrap_or_else(|| (key, hall.phrase(key)));
    let done = button(hall, "door-let-in", "check", Message::Chosen);
    choosing.page(hall, ("door-helping", heading), (Message::Press, done)).about("user", name)
}

fn asking<'a>(hall: &'a Hall, person: &PersonId, helpers: &[PersonId]) -> Page<'a, Message> {
    let name = hall.team.name_of(person).to_owned();
    let helpers = helpers.iter().filter_map(|id| hall.team.person(id));
    let mut tiles: Vec<_> = helpers
        .map(|helper| {
            Tile::opens(
                format!("helper-{}", helper.id.0),
                Phrase::own(&helper.name),
                Message::Helper(helper.id.clone()),
            )
            .lead(Lead::Photo(helper.photo.clone()))
        })
        .collect();
    tiles.push(Tile::opens("recovery-choose", hall.phrase("recovery-choose"), Message::Sheet));
    Page::new("door-helpers", hall.phrase_for("door-helpers", &name), Body::tiles(tiles))
        .helper(hall.phrase("door-helpers-help"))
}

fn sheet<'a>(hall: &'a Hall, person: &PersonId, typed: &'a TypedKey) -> Page<'a, Message> {
    let name = hall.team.name_of(person).to_owned();
    let body = Body::rows(move |look, width| typed.rows(hall, (look, width), Message::TypeSheet));
    let done =
        button(hall, "door-let-in", "check", Message::Chosen).strength(Strength::Primary).only_if(!typed.is_empty());
    Page::new("door-sheet", hall.phrase_for("door-sheet-heading", &name), body).primary(done)
}
