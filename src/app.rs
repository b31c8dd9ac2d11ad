//! The app: who is signed in, which screen is open, what is said, and all shared change.
mod arrive;
mod aside;
mod keep;
mod listen;
mod lock;
mod names;
mod photos;
mod reader;
mod remind;
mod share;
mod show;
mod sign;

use std::sync::Arc;

use iced::{Application, Point, Program, Size, Subscription, Task, window};
use jiff::civil::DateTime;

use crate::devices::Devices;
use crate::devices::reader::Asks;
use crate::devices::watchman::Call;
use crate::domain::person::{Person, PersonId};
use crate::domain::preferences::Preferences;
use crate::photo::Pixels;
use crate::problem::Problem;
use crate::screen::{Ctx, Hall, WayOut};
use crate::screens::cover::{self, Cover};
use crate::screens::door::{self, Door};
use crate::screens::help::{self, Help};
use crate::screens::{self, Current, Place};
use crate::speech::{MakeEngine, Voice};
use crate::store::entry::Refused;
use crate::store::{Session, Store};
use crate::ui::look::Turned;
use crate::ui::part::Found;
use crate::ui::photos::Photos;
use crate::ui::rail::Key;
use crate::ui::{Event, Look, News, text, walk};
use crate::words::Words;

/// Everything the app is given from outside.
#[derive(Clone)]
pub struct Setup {
    /// The devices.
    pub devices: Devices,
    /// Makes the voice.
    pub engine: MakeEngine,
    /// The folder, or why it is not open: then one page says so, and nothing else is there.
    pub store: Result<Store, Problem>,
    /// Whether this is practice: every screen says so.
    pub practice: bool,
}

/// The window that the app opens in: what a work laptop shows at least.
pub const WINDOW: Size = Size::new(1024.0, 768.0);

/// The least window: a page that only says why nothing opens needs no more.
const LEAST_WINDOW: Size = Size::new(800.0, 600.0);

/// The program, ready to run in a window or without one.
pub fn application(setup: Setup) -> Application<impl Program<State = App, Message = Message, Theme = iced::Theme>> {
    text::load_fonts();
    let opens = setup.store.is_ok();
    iced::application(move || App::boot(setup.clone()), App::update, App::view)
        .subscription(App::subscription)
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale)
        .window(window::Settings {
            size: if opens { WINDOW } else { LEAST_WINDOW },
            min_size: Some(LEAST_WINDOW),
            maximized: opens,
            // On Windows the screen reader must meet the window before it is shown.
            visible: !cfg!(windows),
            exit_on_close_request: false,
            ..window::Settings::default()
        })
}

/// The state of the whole app.
#[derive(Debug)]
pub struct App {
    hall: Hall,
    /// None: it is not open, and a cover says why.
    store: Option<Store>,
    /// What pages are drawn with while names are hidden.
    names: Option<Box<names::Masked>>,
    sharing: share::Sharing,
    /// The devices of this computer. Who is in may have fewer.
    devices: Devices,
    stage: Stage,
    /// Help lies over whatever is open, signed in or not.
    help: Option<Help>,
    practice: bool,
    voice: Voice,
    speaking: bool,
    /// The one part that was asked for last, if it was one.
    asked: Option<String>,
    /// News of the app itself that has not been read.
    news: Vec<News>,
    /// There is no sound, and the person knows.
    knows_no_sound: bool,
    /// How many files found broken have been told.
    found_broken: u32,
    /// Counts the screens opened, so that an answer to a closed screen is known as late.
    visit: u64,
    /// The page whose arrival was last noticed.
    arrived: String,
    /// The part that a screen has just asked to have the focus.
    wants_focus: Option<String>,
    /// The size of the window in pixels of the screen, before text size.
    window: Size,
    reading: reader::Reading,
    /// What lies over everything, so that nobody reads what is below.
    cover: Option<Cover>,
    /// Waits until nobody is there any more.
    watch: Option<iced::task::Handle>,
    /// Photos of the people that are not the program's own.
    faces: Photos,
    /// Opens what somebody may read who is coming in.
    opening: Option<iced::task::Handle>,
    /// The window that wants to close.
    closing: Option<window::Id>,
    /// It locks: whatever happens, nobody is in when that is done.
    locking: bool,
    /// What could not be saved when it locked.
    aside: Vec<aside::Aside>,
    /// For which trips somebody has had their reminder: who, and when they leave.
    reminded: Vec<(PersonId, DateTime)>,
    /// Who closes the window knows that something of it would be lost.
    warned: bool,
}

#[derive(Debug)]
enum Stage {
    Door(Door),
    Inside(Box<Inside>),
}

#[derive(Debug)]
struct Inside {
    me: Person,
    session: Session,
    current: Current,
    place: Place,
    trail: Vec<Place>,
}

/// What can happen to the app.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something on the open screen of that visit.
    Screen(u64, Event<screens::Message>),
    /// Something on the door.
    Door(Event<door::Message>),
    /// Something on Help.
    Help(Event<help::Message>),
    /// Something on the cover.
    Cover(Event<cover::Message>),
    /// Nobody has been there for as long as the person chose.
    Alone,
    /// The system says that nobody is there, or that somebody sees the screen from elsewhere.
    Called(Call),
    /// Time to look whether a recording behind the lock has ended.
    StillRecording,
    /// The walk has been made, for this reason.
    Walked(Why, Vec<Found>),
    /// Something has happened to the window.
    Window(window::Id, window::Event),
    /// Where the window stands on the desktop, and how many pixels of the screen make one of the system.
    Stands(Option<Point>, f32),
    /// The screen reader asks for something.
    Reader(Asks),
    /// It was told to press a part.
    Pressed,
    /// Time to look at what the voice is doing.
    Beat,
    /// Time to look whether somebody has to get ready.
    LookAtClock,
    /// What this person may read has been opened, and what was found of recordings that had stopped.
    Opened(PersonId, Result<sign::Opened, Refused>),
    /// It takes more than a moment to open.
    StillOpening,
    /// Photos have been read for this person.
    Photos(photos::Fetched),
    /// Photos of people have been read.
    Faces(Vec<(String, Pixels)>),
    /// Something has been kept, or not.
    Kept(Result<(), Problem>),
    /// In that visit somebody wanted to leave this way, and all is saved now, or it cannot be.
    MayLeave(u64, WayOut, Result<(), Problem>),
}

/// Why the screen is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// To move the focus.
    Move(walk::Towards),
    /// To read the screen out.
    Read,
    /// To show it to the screen reader.
    Show,
}

impl App {
    fn boot(setup: Setup) -> (Self, Task<Message>) {
        let preferences = Preferences::default();
        let words = Arc::new(Words::in_language(&preferences.language));
        let store = setup.store.as_ref().ok();
        let team = store.and_then(|store| store.hall().ok()).map(|session| session.team());
        let hall = Hall {
            look: Look::new(words.clone(), preferences.theme, WINDOW),
            words,
            preferences,
            team: team.unwrap_or_default(),
            names_hidden: false,
            tells_sharing: false,
            devices: setup.devices.clone(),
        };
        let devices = setup.devices.clone();
        let mut app = Self {
            stage: Stage::Door(store.and_then(Store::pair).map_or_else(Door::default, Door::waiting)),
            hall,
            names: None,
            sharing: share::Sharing::default(),
            devices,
            cover: setup.store.as_ref().err().copied().map(Cover::NotOpen),
            store: setup.store.ok(),
            help: None,
            practice: setup.practice,
            voice: Voice::new(setup.engine, setup.devices.speaker),
            speaking: false,
            asked: None,
            news: Vec::new(),
            knows_no_sound: false,
            found_broken: 0,
            visit: 0,
            arrived: String::new(),
            wants_focus: None,
            window: WINDOW,
            reading: reader::Reading::default(),
            faces: Photos::default(),
            closing: None,
            locking: false,
            aside: Vec::new(),
            warned: false,
            reminded: Vec::new(),
            watch: None,
            opening: None,
        };
        app.notice_arrival();
        let faces = app.fetch_faces();
        (app, faces)
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let was_shown = matches!(message, Message::Walked(Why::Show, _));
        let task = match message {
            Message::Screen(visit, _) if visit != self.visit => Task::none(),
            Message::Screen(_, Event::Do(message)) => self.on_screen(message),
            Message::Door(Event::Do(message)) => self.at_door(message),
            Message::Help(Event::Do(message)) => self.in_help(message),
            Message::Cover(Event::Do(message)) => self.on_cover(message),
            Message::Alone => self.alone(),
            Message::Called(call) => self.called(call),
            Message::StillRecording => self.still_recording(),
            Message::Screen(_, event) => self.everywhere(event),
            Message::Door(event) => self.everywhere(event),
            Message::Help(event) => self.everywhere(event),
            Message::Cover(event) => self.everywhere(event),
            Message::Walked(why, found) => self.walked(why, &found),
            Message::Window(id, event) => self.on_window(id, &event),
            Message::Stands(at, density) => {
                self.stands(at, density);
                Task::none()
            }
            Message::Reader(asks) => self.asked(asks),
            Message::Pressed | Message::LookAtClock => Task::none(),
            Message::Beat => {
                self.beat();
                Task::none()
            }
            Message::Opened(person, opened) => Task::batch([self.opened(&person, opened), self.fetch_photos()]),
            Message::Photos(fetched) => self.show_photos(fetched),
            Message::Faces(faces) => self.show_faces(faces),
            Message::StillOpening => {
                if let Stage::Door(door) = &mut self.stage {
                    door.still_opening();
                }
                Task::none()
            }
            Message::Kept(result) => self.kept(result),
            Message::MayLeave(visit, WayOut::Door, _) if visit != self.visit && !self.locking => Task::none(),
            Message::MayLeave(_, way, saved) => self.may_leave(way, saved),
        };
        self.mask();
        self.notice_broken();
        self.notice_arrival();
        self.notice_sharing();
        self.notice_reminder();
        if was_shown { task } else { self.and_show(task) }
    }

    fn resized(&mut self, page: Size) {
        self.window = page * self.scale();
        self.refit();
    }

    fn on_screen(&mut self, message: screens::Message) -> Task<Message> {
        let Stage::Inside(inside) = &mut self.stage else { return Task::none() };
        let ctx = Ctx { hall: &self.hall, me: &inside.me, store: &inside.session };
        let action = inside.current.update(ctx, message);
        self.act(action)
    }

    fn in_help(&mut self, message: help::Message) -> Task<Message> {
        let Some(help) = &mut self.help else { return Task::none() };
        let steps = help.update(message);
        self.take_all(steps)
    }

    /// What every screen does alike.
    fn everywhere<M>(&mut self, event: Event<M>) -> Task<Message> {
        match event {
            Event::Do(_) => Task::none(),
            Event::Hide => self.hide(),
            Event::HideNames => self.hide_names(),
            // Nothing that lies below is changed.
            Event::Rail(Key::Back | Key::Home | Key::Help) | Event::Escape if self.cover.is_some() => Task::none(),
            Event::Hear { part, words } => self.hear(part, words),
            Event::Focus(part) => {
                self.hall.look.focus = Some(part);
                self.hall.look.ring = false;
                Task::none()
            }
            Event::Move(towards) => walk::walk().map(move |found| Message::Walked(Why::Move(towards), found)),
            Event::Turn { list, page, past } => {
                let _ = self.hall.look.turned.insert(list, Turned { page, past });
                Task::none()
            }
            Event::Rail(key) => self.rail(key),
            Event::Escape if self.speaking => self.hush(),
            Event::Escape => self.back(),
            Event::Okay(news) => self.news_read(news),
        }
    }

    /// The control that the keys act on.
    #[must_use]
    pub fn focus(&self) -> Option<&str> {
        self.hall.look.focus.as_deref()
    }

    /// Who is signed in.
    #[must_use]
    pub fn me(&self) -> Option<&Person> {
        match &self.stage {
            Stage::Inside(inside) => Some(&inside.me),
            Stage::Door(_) => None,
        }
    }

    fn subscription(&self) -> Subscription<Message> {
        let mut all = vec![
            window::events().map(|(id, event)| Message::Window(id, event)),
            self.reader_subscription(),
            self.watchman_subscription(),
            self.reminder_subscription(),
        ];
        if self.speaking {
            all.push(iced::time::every(std::time::Duration::from_millis(60)).map(|_| Message::Beat));
        }
        if let Stage::Inside(inside) = &self.stage {
            if self.cover == Some(Cover::Recording) {
                all.push(iced::time::every(lock::LOOK).map(|_| Message::StillRecording));
            }
            let screen = inside.current.subscription().with(self.visit);
            all.push(screen.map(|(visit, message)| Message::Screen(visit, Event::Do(message))));
        }
        Subscription::batch(all)
    }
}
