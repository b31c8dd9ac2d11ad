//! Looking for a file: where people keep files, and from folder to folder until it is found.
use std::path::PathBuf;

use iced::Task;

use crate::devices::shelves::{Item, items};
use crate::photo::Pixels;
use crate::screen::Ctx;
use crate::screens::setup::shelf;
use crate::screens::setup::smalls::Smalls;
use crate::screens::setup::timetable::grouped;
use crate::store::photos::small;
use crate::ui::{Body, Lead, Mark, Page, Sign, Tile, rows};
use crate::words::{Arg, Phrase};

/// What kind of file is looked for: how its name ends, its sign, and the keys of the words.
#[derive(Debug)]
pub struct Wanted {
    /// How its name may end.
    pub endings: &'static [&'static str],
    /// Whether it is a photo: then it may also be where people put photos, and each has a small picture.
    pub is_photo: bool,
    /// The icon of such a file.
    pub icon: &'static str,
    /// Where is it?
    pub place: &'static str,
    /// What is it like?
    pub help: &'static str,
    /// Which is it?
    pub which: &'static str,
    /// There is none here.
    pub none: &'static str,
}

/// How far the search is.
#[derive(Debug)]
pub struct Files {
    wanted: &'static Wanted,
    /// The open folder, and the folders above it up to the shelf.
    path: Vec<PathBuf>,
    /// What is in the open folder. `None` until it is read.
    items: Option<Vec<Item>>,
    /// The small pictures of what is in it.
    smalls: Smalls,
    /// Counts the folders that were opened, so that a late answer is known as late.
    asked: u32,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a folder.
    Open(PathBuf),
    /// What is in the folder.
    Opened(u32, Option<Vec<Item>>),
    /// This file is on the screen.
    Seen(usize),
    /// Its small picture is made, or it has none.
    Small(u32, usize, Option<Pixels>),
}

impl Files {
    /// Begins where people keep files.
    #[must_use]
    pub fn look_for(wanted: &'static Wanted) -> Self {
        Self { wanted, path: Vec::new(), items: None, smalls: Smalls::default(), asked: 0 }
    }

    /// Begins in a folder that was open before, with the folders above it. Where there is none, as the first time.
    pub fn look_again(wanted: &'static Wanted, mut path: Vec<PathBuf>) -> (Self, Task<Message>) {
        let folder = path.pop();
        let mut files = Self { path, ..Self::look_for(wanted) };
        let opening = folder.map_or_else(Task::none, |folder| files.open(folder));
        (files, opening)
    }

    /// The open folder, and the folders above it.
    #[must_use]
    pub fn path(&self) -> &[PathBuf] {
        &self.path
    }

    /// Takes what happened.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Open(folder) => self.open(folder),
            Message::Opened(asked, found) => {
                if asked == self.asked {
                    // A folder that cannot be read is like an empty one.
                    self.items = Some(found.unwrap_or_default());
                }
                Task::none()
            }
            Message::Seen(index) => {
                self.smalls.seen(index);
                self.make()
            }
            Message::Small(asked, index, small) => {
                if asked != self.asked {
                    return Task::none();
                }
                self.smalls.made(index, small);
                self.make()
            }
        }
    }

    /// Makes the next small picture, if one is to be made.
    fn make(&mut self) -> Task<Message> {
        let item = |index: usize| self.items.as_ref()?.get(index);
        let next = self.smalls.next().and_then(|index| Some((index, item(index)?.path.clone())));
        let Some((index, file)) = next else { return Task::none() };
        let asked = self.asked;
        Task::perform(small(file), move |made| Message::Small(asked, index, made))
    }

    fn open(&mut self, folder: PathBuf) -> Task<Message> {
        self.asked += 1;
        let asked = self.asked;
        self.path.push(folder.clone());
        (self.items, self.smalls) = (None, Smalls::default());
        Task::perform(items(folder, self.wanted.endings), move |found| Message::Opened(asked, found))
    }

    /// Goes to the folder above. `None` where there is none.
    pub fn back(&mut self) -> Option<Task<Message>> {
        let _ = self.path.pop()?;
        self.asked += 1;
        Some(self.path.pop().map_or_else(Task::none, |above| self.open(above)))
    }

    /// The open folder, or where to look for it.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(
        &'a self,
        ctx: Ctx<'a>,
        on: impl Fn(Message) -> M + Copy,
        chosen: impl Fn(PathBuf) -> M + Copy,
    ) -> Page<'a, M> {
        if self.path.is_empty() { self.shelves_page(ctx, on) } else { self.folder_page(ctx, on, chosen) }
    }

    fn shelves_page<'a, M: Clone + 'a>(&self, ctx: Ctx<'a>, on: impl Fn(Message) -> M + Copy) -> Page<'a, M> {
        let all = &ctx.devices.shelves;
        let shelves = if self.wanted.is_photo { all.for_photos() } else { all.all() };
        if shelves.is_empty() {
            let off = ctx.devices.may_go_out().err();
            let none = off.map_or_else(|| ctx.phrase("timetable-no-shelves"), |problem| ctx.problem(problem));
            let body = Body::rows(move |look, width| vec![rows::line(look, "no-shelves", &none, width)]);
            return Page::new("shelves", ctx.phrase(self.wanted.place), body);
        }
        let tiles = shelves
            .iter()
            .enumerate()
            .map(|(index, shelf)| shelf::tile(ctx, index, shelf, on(Message::Open(shelf.folder.clone()))));
        Page::new("shelves", ctx.phrase(self.wanted.place), Body::tiles(tiles.collect()))
            .helper(ctx.phrase(self.wanted.help))
    }

    fn folder_page<'a, M: Clone + 'a>(
        &self,
        ctx: Ctx<'a>,
        on: impl Fn(Message) -> M + Copy,
        chosen: impl Fn(PathBuf) -> M + Copy,
    ) -> Page<'a, M> {
        let folder = self.path.last().and_then(|folder| folder.file_name()).unwrap_or_default();
        let name = folder.to_string_lossy().into_owned();
        let body = match self.items.as_deref() {
            None | Some([]) => {
                let key = if self.items.is_none() { "timetable-opening" } else { self.wanted.none };
                let line = ctx.phrase(key);
                Body::rows(move |look, width| vec![rows::line(look, "folder-none", &line, width)])
            }
            Some(items) => {
                let tile = |(index, item)| self.item_tile(ctx, (index, item), on, chosen);
                Body::tiles(items.iter().enumerate().map(tile).collect())
            }
        };
        let mut page = Page::new(format!("folder-{}-{name}", self.path.len()), ctx.phrase(self.wanted.which), body);
        page.about = Some(Sign::new("folder", Phrase::own(&name)));
        page
    }

    fn item_tile<M: Clone>(
        &self,
        ctx: Ctx<'_>,
        (index, item): (usize, &Item),
        on: impl Fn(Message) -> M + Copy,
        chosen: impl Fn(PathBuf) -> M + Copy,
    ) -> Tile<M> {
        let name = Phrase::own(&item.name);
        // Each time that a folder is opened, what is in it is new on the screen.
        let id = format!("item-{}-{index}", self.asked);
        let Some((bytes, changed)) = item.file else {
            return Tile::opens(id, name, on(Message::Open(item.path.clone()))).lead(Lead::Sign("folder"));
        };
        let tile = Tile::opens(id, name, chosen(item.path.clone())).mark(Mark::Act);
        let day = changed.map(|day| ctx.words.day_from(ctx.today(), day));
        if self.wanted.is_photo {
            // A photo is known by what is on it.
            let lead = Lead::Small(self.smalls.of(index), self.wanted.icon);
            return Tile { under: day, ..tile.lead(lead).when_seen(on(Message::Seen(index))) };
        }
        let (tile, size) = (tile.lead(Lead::Sign(self.wanted.icon)), size(ctx, bytes));
        let Some(day) = day.map(|day| day.shown) else { return tile.under(size) };
        tile.under(ctx.words.phrase_with("file-size-day", [("size", Arg::from(size.shown)), ("day", Arg::from(day))]))
    }
}

/// The size of a file.
fn size(ctx: Ctx<'_>, bytes: u64) -> Phrase {
    let (key, count) = match bytes {
        0..1_000_000 => ("file-kilobytes", bytes.div_ceil(1000)),
        _ => ("file-megabytes", bytes.div_ceil(1_000_000)),
    };
    ctx.words.phrase_with(key, [("count", Arg::from(grouped(count)))])
}
