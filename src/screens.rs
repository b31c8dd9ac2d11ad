//! The list of every screen.
pub mod cover;
pub mod door;
pub mod help;
pub mod pairing;

use iced::{Subscription, Task};

use crate::domain::person::Role;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::frame::{Around, frame};
use crate::ui::keys::{Struck, keys};
use crate::ui::{Page, View};
use crate::words::Phrase;

macro_rules! screens {
    ($($($path:ident)::+ as $Name:ident),* $(,)?) => {
        /// Where a person can go, with what is needed to get there.
        #[derive(Debug, Clone)]
        #[allow(missing_docs, reason = "each is named for its screen")]
        pub enum Place { $($Name(<$($path)::+ as Screen>::Opens)),* }

        /// What can happen on the screens.
        #[derive(Debug, Clone)]
        #[allow(missing_docs, reason = "each is named for its screen")]
        pub enum Message { $($Name(<$($path)::+ as Screen>::Message)),* }

        /// The screen that is open.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each is named for its screen")]
        pub enum Current { $($Name($($path)::+)),* }

        /// All screens as cards at Home: who may open them, and how.
        fn all_cards() -> Vec<(&'static [Role], Option<fn() -> Place>, fn(Ctx<'_>) -> Card)> {
            vec![$((
                <$($path)::+>::FOR,
                <$($path)::+>::CARD,
                |ctx| Card { heading: <$($path)::+>::HEADING, news: <$($path)::+>::card_news(ctx) },
            )),*]
        }

        impl Place {
            /// Who may go there.
            #[must_use]
            pub fn is_for(&self) -> &'static [Role] {
                match self { $(Self::$Name(_) => <$($path)::+>::FOR),* }
            }
        }

        impl Current {
            /// Opens a place. A person who may not go there gets Home.
            pub fn open(ctx: Ctx<'_>, place: Place) -> (Self, Task<Message>) {
                let place = if ctx.me.is_one_of(place.is_for()) { place } else { Place::Home(()) };
                match place {
                    $(Place::$Name(opens) => {
                        let (screen, task) = <$($path)::+>::open(ctx, opens);
                        (Self::$Name(screen), task.map(Message::$Name))
                    })*
                }
            }

            /// The key of its name.
            #[must_use]
            pub fn heading(&self) -> &'static str {
                match self { $(Self::$Name(_) => <$($path)::+>::HEADING),* }
            }

            /// Takes what happened.
            pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
                match (self, message) {
                    $((Self::$Name(screen), Message::$Name(message)) => {
                        screen.update(ctx, message).map(Message::$Name)
                    })*
                    #[allow(unreachable_patterns, reason = "where there is one screen")]
                    _ => Action::none(),
                }
            }

            /// Draws it.
            #[must_use]
            pub fn view<'a>(&'a self, ctx: Ctx<'a>, around: &Around) -> View<'a, Message> {
                match self {
                    $(Self::$Name(screen) => {
                        let page = frame(&ctx.hall.look, screen.page(ctx), around);
                        keys(&ctx.hall.look, page, move |struck: &Struck| screen.key(ctx, struck))
                            .map(|event| event.map(Message::$Name))
                    }),*
                }
            }

            /// The name of the open page and what is said on arriving there.
            #[must_use]
            pub fn arrival(&self, ctx: Ctx<'_>) -> (String, String) {
                match self { $(Self::$Name(screen) => named(&screen.page(ctx))),* }
            }

            /// What Back does inside it.
            pub fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
                match self { $(Self::$Name(screen) => Some(screen.back(ctx)?.map(Message::$Name))),* }
            }

            /// What must be done before it is left.
            pub fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
                match self { $(Self::$Name(screen) => screen.leave(ctx)),* }
            }

            /// What it listens to.
            pub fn subscription(&self) -> Subscription<Message> {
                match self { $(Self::$Name(screen) => screen.subscription().map(Message::$Name)),* }
            }

            /// Whether the Listen key is off.
            #[must_use]
            pub fn hushed(&self) -> bool {
                match self { $(Self::$Name(screen) => screen.hushed()),* }
            }
        }
    };
}

mod arranging;
pub mod clips;
mod costs;
pub mod debrief;
pub mod desk;
pub mod everything;
pub mod find_place;
pub mod guard;
mod home;
pub mod keeping;
pub mod pause;
pub mod plan;
pub mod put_away;
pub mod review;
pub mod setup;
pub mod stretch;
pub mod trip;
pub mod unsaved;
pub mod way_in;

screens! {
    home::Home as Home,
    trip::Trip as Trip,
    trip::steps::Steps as Steps,
    trip::asked::Asked as WayAsked,
    trip::felt::HowWasIt as HowWasIt,
    trip::remind::Remind as Remind,
    costs::Costs as Costs,
    costs::paper::CostPaper as CostPaper,
    trip::practise::Practise as Practise,
    trip::paper::Paper as TripPaper,
    trip::noting::Noting as StepNote,
    trip::step_notes::StepNotes as StepNotes,
    trip::routes::Routes as Routes,
    trip::written::WrittenRoute as WrittenRoute,
    trip::my_plan::TripPlan as TripPlan,
    trip::how::How as HowITravel,
    debrief::tell::Tell as Tell,
    plan::MyPlan as MyPlan,
    debrief::check::Check as Check,
    debrief::story::Story as Story,
    debrief::note::Note as Note,
    debrief::worry::Worry as Worry,
    desk::Desk as Desk,
    desk::in_record::InRecord as InRecord,
    review::Review as Review,
    review::log::Log as Log,
    keeping::Keeping as Keeping,
    keeping::recordings::Recordings as Recordings,
    keeping::stories::Stories as Stories,
    keeping::asked::Asked as Asked,
    everything::Everything as Everything,
    everything::mine::Mine as Mine,
    arranging::Arranging as Arranging,
    setup::places::Places as Places,
    setup::timetable::Timetable as Timetable,
    setup::people::People as People,
    setup::computer::AddComputer as AddComputer,
    setup::ways::Ways as Ways,
    setup::sheet::Sheet as Sheet,
    way_in::WayIn as WayIn,
    setup::copy::Copy as Copy,
    unsaved::Unsaved as Unsaved,
    setup::ward::Ward as Ward,
}

/// A card at Home.
#[derive(Debug, Clone)]
pub struct Card {
    /// The key of its words.
    pub heading: &'static str,
    /// What waits there.
    pub news: Option<Phrase>,
}

/// The cards at Home for this person, in the order of the list.
#[must_use]
pub fn cards(ctx: Ctx<'_>) -> Vec<(Card, Place)> {
    all_cards()
        .into_iter()
        .filter(|(roles, _, _)| ctx.me.is_one_of(roles))
        .filter_map(|(_, place, card)| Some((card(ctx), place?())))
        .collect()
}

/// The name of a page and what is said on arriving there.
#[must_use]
pub fn named<M>(page: &Page<'_, M>) -> (String, String) {
    (page.name.clone(), page.heading.spoken.clone())
}
