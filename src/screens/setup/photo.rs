//! Something gets a photo: which file, and what to do if it is no photo.
use std::path::PathBuf;

use iced::Task;

use crate::photo::NoPhoto;
use crate::screen::{Action, Ctx, Step};
use crate::screens::setup::files::{self, Files, Wanted};
use crate::store::photos::{NotTaken, Whose};
use crate::ui::{Body, Button, Page, Strength, rows};
use crate::words::Phrase;

/// A photo as cameras and phones save it. What counts is what is in the file: its name only finds it.
const WANTED: Wanted = Wanted {
    endings: &["jpg", "jpeg", "png"],
    is_photo: true,
    icon: "photo",
    place: "photo-where",
    help: "photo-where-help",
    which: "photo-which",
    none: "photo-none",
};

/// How far it is.
#[derive(Debug)]
pub struct Taking {
    stage: Stage,
    whose: Whose,
    /// Counts the files that were read, so that a late answer is known as late.
    asked: u32,
    /// The folder of the last file that was taken, and the folders above it.
    folder: Vec<PathBuf>,
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
    Taken(u32, Result<String, NotTaken>),
    /// Looks for another file.
    Again,
}

impl Taking {
    /// Begins to look for a photo.
    #[must_use]
    pub fn begin(whose: Whose) -> Self {
        Self { stage: Stage::Looking(Files::look_for(&WANTED)), whose, asked: 0, folder: Vec::new() }
    }

    /// Begins to look in the folder where one was found before.
    pub fn begin_in(whose: Whose, folder: Vec<PathBuf>) -> (Self, Task<Message>) {
        let mut taking = Self { folder, ..Self::begin(whose) };
        let looking = taking.look_again();
        (taking, looking)
    }

    /// The folder of the last file that was taken, and the folders above it.
    #[must_use]
    pub fn folder(&self) -> &[PathBuf] {
        &self.folder
    }

    fn look_again(&mut self) -> Task<Message> {
        let (files, looking) = Files::look_again(&WANTED, self.folder.clone());
        self.stage = Stage::Looking(files);
        looking.map(Message::Look)
    }

    /// Takes what happened, and gives the name of the photo once it is there.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (Option<String>, Action<Message>) {
        match (message, &mut self.stage) {
            (Message::Look(message), Stage::Looking(files)) => {
                return (None, Action::run(files.update(message).map(Message::Look)));
            }
            (Message::Take(file), stage) => {
                if let Stage::Looking(files) = stage {
                    self.folder = files.path().to_owned();
                }
                self.stage = Stage::Reading;
                self.asked += 1;
                let asked = self.asked;
                let taken = move |taken| Message::Taken(asked, taken);
                return (None, Action::run(Task::perform(ctx.store.take_photo(file, self.whose.clone()), taken)));
            }
            (Message::Taken(asked, taken), Stage::Reading) if asked == self.asked => match taken {
                Ok(photo) => return (Some(photo), Action::none()),
                Err(why) => {
                    self.stage = Stage::Failed(why);
                    return (None, Action::step(Step::Say(ctx.phrase("photo-failed"))));
                }
            },
            (Message::Again, _) => return (None, Action::run(self.look_again())),
            (Message::Look(_) | Message::Taken(..), _) => {}
        }
        (None, Action::none())
    }

    /// Goes one step back. `None` where there is none.
    pub fn back(&mut self) -> Option<Action<Message>> {
        match &mut self.stage {
            Stage::Looking(files) => Some(Action::run(files.back()?.map(Message::Look))),
            Stage::Reading | Stage::Failed(_) => Some(Action::run(self.look_again())),
        }
    }

    /// Where the file is, that it is read, or why it is not taken.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
        match &self.stage {
            Stage::Looking(files) => {
                files.page(ctx, move |message| on(Message::Look(message)), move |file| on(Message::Take(file)))
            }
            Stage::Reading => {
                let reading = ctx.phrase("photo-reading");
                let body = Body::rows(move |look, width| vec![rows::line(look, "photo-reading", &reading, width)]);
                Page::new("photo-reading", ctx.phrase("photo-which"), body)
            }
            Stage::Failed(why) => failed_page(ctx, *why, on(Message::Again)),
        }
    }
}

fn failed_page<'a, M: Clone + 'a>(ctx: Ctx<'a>, why: NotTaken, again: M) -> Page<'a, M> {
    let lines = [failed(ctx, why).with_picture("warning"), ctx.phrase("photo-failed-now")];
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, line)| rows::line(look, &format!("failed-{index}"), line, width)).collect()
    });
    let again = Button::new("photo-again", ctx.phrase("photo-again"), again).icon("folder");
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
