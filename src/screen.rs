//! What every screen is, and what it may ask of the app.
use std::ops::Deref;
use std::sync::Arc;

use iced::{Subscription, Task};
use jiff::civil::{Date, DateTime};

use crate::devices::Devices;
use crate::domain::debrief::ClipId;
use crate::domain::person::{Person, Role, Team};
use crate::domain::preferences::Preferences;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::screens::Place;
use crate::screens::help::Part;
use crate::store::Session;
use crate::ui::keys::Struck;
use crate::ui::{Look, Page};
use crate::words::{Phrase, Words};

/// What everything in the app may look at, signed in or not.
#[derive(Debug)]
pub struct Hall {
    /// The words, in the language of the person.
    pub words: Arc<Words>,
    /// How the app looks now.
    pub look: Look,
    /// How the person wants it to look and sound.
    pub preferences: Preferences,
    /// The machine's devices.
    pub devices: Devices,
    /// The people of this computer.
    pub team: Team,
    /// Whether the names of people are hidden: then the team has none here. Only pages are drawn so.
    pub names_hidden: bool,
    /// Whether this computer tells when somebody else sees the screen.
    pub tells_sharing: bool,
}

impl Hall {
    /// Words by their key.
    #[must_use]
    pub fn phrase(&self, key: &str) -> Phrase {
        self.words.phrase(key)
    }

    /// Words by their key, with a name put in.
    #[must_use]
    pub fn phrase_for(&self, key: &str, name: &str) -> Phrase {
        self.words.phrase_with(key, [("name", name.to_owned().into())])
    }

    /// The first letters of somebody who was seen, unless names are hidden.
    #[must_use]
    pub fn letters<'l>(&self, letters: Option<&'l str>) -> Option<&'l str> {
        letters.filter(|_| !self.names_hidden)
    }

    /// The date and time.
    #[must_use]
    pub fn now(&self) -> DateTime {
        self.devices.clock.now()
    }

    /// The date.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().date()
    }
}

/// What a screen may look at. There is one only where somebody is signed in.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// What everything may look at.
    pub hall: &'a Hall,
    /// Who is signed in.
    pub me: &'a Person,
    /// What they may read, and where their documents are saved.
    pub store: &'a Session,
}

impl Deref for Ctx<'_> {
    type Target = Hall;

    fn deref(&self) -> &Hall {
        self.hall
    }
}

impl<'a> Ctx<'a> {
    /// Who helps this person with the computer and on the way: the senior peer worker, or else the lead.
    #[must_use]
    pub fn helper(self) -> Option<&'a Person> {
        let team = &self.hall.team;
        team.senior_of(self.me).or_else(|| team.lead_of(self.me))
    }

    /// Their name.
    #[must_use]
    pub fn helper_name(self) -> &'a str {
        self.helper().map_or("", |helper| &helper.name)
    }

    /// The name of who leads this person.
    #[must_use]
    pub fn lead_name(self) -> &'a str {
        self.hall.team.lead_of(self.me).map_or("", |lead| &lead.name)
    }

    /// The words for a problem, with the name of who can help.
    #[must_use]
    pub fn problem(self, problem: Problem) -> Phrase {
        self.phrase_for(problem.words(), self.helper_name())
    }
}

/// One screen of the app. Implement this in a file of its own under `screens/`,
/// then add the file to the list in `screens.rs`.
pub trait Screen: Sized {
    /// What must be known to open the screen.
    type Opens: Clone + std::fmt::Debug + Send + 'static;
    /// What can happen on it.
    type Message: Clone + std::fmt::Debug + Send + 'static;

    /// The key of its name in `locales/`: the words of its card, and of the window's title.
    const HEADING: &'static str;
    /// How it is reached from Home, if it is.
    const CARD: Option<fn() -> Place> = None;
    /// Who may open it.
    const FOR: &'static [Role];

    /// News on its card at Home: what waits there.
    fn card_news(_ctx: Ctx<'_>) -> Option<Phrase> {
        None
    }

    /// Opens it.
    fn open(ctx: Ctx<'_>, opens: Self::Opens) -> (Self, Task<Self::Message>);

    /// Takes what happened.
    fn update(&mut self, ctx: Ctx<'_>, message: Self::Message) -> Action<Self::Message>;

    /// Says what is on it.
    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Self::Message>;

    /// What Back does inside the screen: `None` leaves it.
    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Self::Message>> {
        None
    }

    /// What must be done before it is left or covered: whatever is under way is kept.
    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        Vec::new()
    }

    /// Its own keys.
    fn key(&self, _ctx: Ctx<'_>, _struck: &Struck) -> Option<Self::Message> {
        None
    }

    /// What it listens to while it is open.
    fn subscription(&self) -> Subscription<Self::Message> {
        Subscription::none()
    }

    /// Whether the Listen key is off: while a recording would hear it.
    fn hushed(&self) -> bool {
        false
    }
}

/// What a screen answers a message with: things for the app to do, and work to wait for.
#[derive(Debug)]
pub struct Action<M> {
    /// Things for the app to do, in order.
    pub steps: Vec<Step>,
    /// Work whose answer comes back to the screen.
    pub task: Task<M>,
}

/// What a screen may ask of the app.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a press makes one or two, used up at once")]
pub enum Step {
    /// Open another screen.
    Go(Place),
    /// Open another screen in the place of this one: Back passes it over.
    Instead(Place),
    /// Go back one step.
    Back,
    /// Go to Home.
    Home,
    /// Open Help.
    Help,
    /// Open this page of Help.
    HelpAt(Part),
    /// Keep this document.
    Keep(Record),
    /// Let the readers of this space hear this recording.
    ShareSound(ClipId, Space),
    /// Say these words of the open screen.
    Say(Phrase),
    /// Read the open screen out, as the Listen key does.
    Listen,
    /// Stop speaking.
    Hush,
    /// Put the focus on this control.
    Focus(String),
    /// Look and sound like this from now on.
    Prefer(Preferences),
    /// Read these photos, to be shown.
    Photos(Vec<String>),
    /// Hide names on this screen, or show them again.
    HideNames(bool),
    /// These are the people of the team from now on.
    Team(Team),
    /// Leave this way, if all is saved.
    Leave(WayOut),
    /// Leave this way, even if something is not saved.
    LeaveUnsaved(WayOut),
}

/// How a person leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// Leaves the app to the next person.
    Door,
    /// Closes the app.
    Window,
}

impl<M> Action<M> {
    /// Nothing more to do.
    #[must_use]
    pub fn none() -> Self {
        Self { steps: Vec::new(), task: Task::none() }
    }

    /// Work to wait for.
    #[must_use]
    pub fn run(task: Task<M>) -> Self {
        Self { steps: Vec::new(), task }
    }

    /// One thing for the app to do.
    #[must_use]
    pub fn step(step: Step) -> Self {
        Self { steps: vec![step], task: Task::none() }
    }

    /// Several things for the app to do, in order.
    #[must_use]
    pub fn steps(steps: Vec<Step>) -> Self {
        Self { steps, task: Task::none() }
    }

    /// And then one more thing.
    #[must_use]
    pub fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// And then all that another answer asks for.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self
    where
        M: Send + 'static,
    {
        self.steps.extend(other.steps);
        self.task = self.task.chain(other.task);
        self
    }

    /// The same answer for an outer screen.
    #[must_use]
    pub fn map<N: Send + 'static>(self, f: impl Fn(M) -> N + Send + 'static) -> Action<N>
    where
        M: Send + 'static,
    {
        Action { steps: self.steps, task: self.task.map(f) }
    }
}
