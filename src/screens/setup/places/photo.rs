//! A place gets a photo: which file, and what to do if it is no photo.
use std::path::PathBuf;

use iced::Task;

use crate::domain::place::{Place as Spot, PlaceId};
use crate::domain::record::Record;
use crate::photo::NoPhoto;
use crate::screen::{Action, Ctx, Step};
use crate::screens::setup::files::{self, Files, Wanted};
use crate::store::photos::NotTaken;
use crate::ui::{Body, Button, Page, Strength, rows};
use crate::words::Phrase;

use super::Message as Places;

/// A photo as cameras and phones save it. What counts is what is in the file: its name only finds it.
const WANTED: Wanted = Wanted {
    endings: &["jpg", "jpeg", "png"],
    icon: "photo",
    place: "photo-where",
    help: "photo-where-help",
    which: "photo-which",
    none: "photo-none",
};

/// How far it is.
#[derive(Debug)]
pub struct Taking {
    place: PlaceId,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Which file is it?
    Looking(Files),
    /// It is read and made clean.
    Reading,
    Failed(NotTaken),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes through folders.
    Look(files::Message),
    /// Takes this file.
    Take(PathBuf),
    /// It is taken in, or not.
    Taken(PlaceId, Result<String, NotTaken>),
    /// Looks for another file.
    Again,
}

impl Taking {
    /// Begins to look for a photo of this place.
    #[must_use]
    pub fn of(place: PlaceId) -> Self {
        Self { place, stage: Stage::Looking(Files::look_for(&WANTED)) }
    }

    /// The place.
    #[must_use]
    pub fn place(&self) -> &PlaceId {
        &self.place
    }

    /// Takes what happened, and says whether the photo is there.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (bool, Action<Message>) {
        match (message, &mut self.stage) {
            (Message::Look(message), Stage::Looking(files)) => {
                return (false, Action::run(files.update(message).map(Message::Look)));
            }
            (Message::Take(file), _) => {
                self.stage = Stage::Reading;
                let place = self.place.clone();
                let taken = move |taken| Message::Taken(place.clone(), taken);
                return (false, Action::run(Task::perform(ctx.store.take_photo(file), taken)));
            }
            (Message::Taken(place, taken), Stage::Reading) if place == self.place => match taken {
                Ok(photo) => return (true, has_photo(ctx, &self.place, Some(photo))),
                Err(why) => {
                    self.stage = Stage::Failed(why);
                    return (false, Action::step(Step::Say(ctx.phrase("photo-failed"))));
                }
            },
            (Message::Again, _) => self.stage = Stage::Looking(Files::look_for(&WANTED)),
            (Message::Look(_) | Message::Taken(..), _) => {}
        }
        (false, Action::none())
    }

    /// Goes one step back. `None` where there is none.
    pub fn back(&mut self) -> Option<Action<Message>> {
        match &mut self.stage {
            Stage::Looking(files) => Some(Action::run(files.back()?.map(Message::Look))),
            Stage::Reading | Stage::Failed(_) => {
                self.stage = Stage::Looking(Files::look_for(&WANTED));
                Some(Action::none())
            }
        }
    }

    /// Where the file is, that it is read, or why it is not taken.
    #[must_use]
    pub fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Places> {
        match &self.stage {
            Stage::Looking(files) => files.page(
                ctx,
                |message| Places::Photo(Message::Look(message)),
                |file| Places::Photo(Message::Take(file)),
            ),
            Stage::Reading => {
                let reading = ctx.phrase("photo-reading");
                let body = Body::rows(move |look, width| vec![rows::line(look, "photo-reading", &reading, width)]);
                Page::new("photo-reading", ctx.phrase("photo-which"), body)
            }
            Stage::Failed(why) => failed_page(ctx, *why),
        }
    }
}

/// Gives a place this photo, or none.
pub fn has_photo<M>(ctx: Ctx<'_>, place: &PlaceId, photo: Option<String>) -> Action<M> {
    match ctx.store.place(place) {
        Some(place) => Action::step(Step::Keep(Record::Place(Spot { photo, ..place }))),
        None => Action::none(),
    }
}

fn failed_page<'a>(ctx: Ctx<'a>, why: NotTaken) -> Page<'a, Places> {
    let lines = [failed(ctx, why).with_picture("warning"), ctx.phrase("photo-failed-now")];
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, line)| rows::line(look, &format!("failed-{index}"), line, width)).collect()
    });
    let again = Button::new("photo-again", ctx.phrase("photo-again"), Places::Photo(Message::Again)).icon("folder");
    Page::new("photo-failed", ctx.phrase("photo-failed"), body).primary(again.strength(Strength::Primary))
}

fn failed(ctx: Ctx<'_>, why: NotTaken) -> Phrase {
    match why {
        NotTaken::CannotRead => ctx.phrase("failed-cannot-read"),
        NotTaken::NoPhoto(NoPhoto::NotAPicture) => ctx.phrase("photo-not-a-picture"),
        NotTaken::NoPhoto(NoPhoto::TooBig) => ctx.phrase("photo-too-big"),
        NotTaken::NoPhoto(NoPhoto::Damaged) => ctx.phrase("photo-damaged"),
        NotTaken::Problem(problem) => ctx.problem(problem),
    }
}
