//! What a person does again and again who plans a trip and goes on it.
use alongside::App;
use iced::{Program, Theme};

use crate::person::{Person, there};

impl<P: Program<Theme = Theme, State = App> + 'static> Person<P> {
    /// Wants to go there today, from Home: visits nobody whom they know, and changes no time.
    #[track_caller]
    pub fn wants_to_go_to(&mut self, place: &str) {
        self.presses("Plan a trip");
        if self.heading() == "Your trips" {
            self.presses("Plan a new trip");
        }
        for words in [place, "No", "Today"] {
            self.presses(words);
        }
    }

    /// The same, and is ready to go: changes nothing that stands.
    #[track_caller]
    pub fn plans_a_trip_to(&mut self, place: &str) {
        self.wants_to_go_to(place);
        self.finds_a_way_and_gets_ready();
    }

    /// Has the open trip on paper.
    #[track_caller]
    pub fn prints_the_trip(&mut self) {
        for words in ["More", "Print my card", "Open it to print"] {
            self.presses(words);
        }
        self.sees("It is open now.");
    }

    /// Takes the way that is offered first, answers nothing otherwise than it stands, and opens the steps.
    #[track_caller]
    pub fn finds_a_way_and_gets_ready(&mut self) {
        self.presses("Find a way");
        self.presses("Use this one");
        // Whoever was there before is asked once.
        let asked = if self.can_press("Yes, the same") {
            &["Yes, the same"][..]
        } else {
            &["Next", "Next", "Show me the steps"]
        };
        for words in asked {
            self.presses(words);
        }
    }

    /// Presses what may go wrong on a trip, on its step or behind More. The screen that comes of it keeps its promises.
    #[track_caller]
    pub fn presses_what_if(&mut self, words: &str) {
        there(self.window.presses_what_if(words));
        self.keeps_its_promises(words);
    }
}
