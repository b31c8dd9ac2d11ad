//! Choosing what lets a person in: their pictures, or a word. The door and the setting up share it.
use crate::domain::way_in::{Chosen, WORD, Way};
use crate::screen::Hall;
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::{Body, Button, Grid, Mark, Page, Strength, Tile, Tiles};
use crate::words::{Arg, Phrase};

/// The pictures to choose from, each the key of its word.
pub const PICTURES: [&str; 32] = [
    "mine-cat",
    "mine-dog",
    "mine-cow",
    "mine-fish",
    "mine-bird",
    "mine-frog",
    "mine-tree",
    "mine-rose",
    "mine-sun",
    "mine-moon",
    "mine-star",
    "mine-bear",
    "mine-pear",
    "mine-pie",
    "mine-cake",
    "mine-cup",
    "mine-egg",
    "mine-boat",
    "mine-car",
    "mine-ring",
    "mine-leaf",
    "mine-bell",
    "mine-key",
    "mine-ball",
    "mine-drum",
    "mine-pig",
    "mine-hat",
    "mine-shoe",
    "mine-book",
    "mine-kite",
    "mine-duck",
    "mine-bee",
];

/// What is being chosen.
pub struct Choosing {
    way: Way,
    picked: Vec<String>,
    typed: Writing,
}

// What a person chooses must not come into a message by chance.
impl std::fmt::Debug for Choosing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Choosing")
    }
}

/// What can be done while choosing.
#[derive(Debug, Clone)]
pub enum Press {
    /// Presses this picture.
    Picture(String),
    /// Begins again.
    Again,
    /// Types.
    Type(Edit),
}

impl Choosing {
    /// Nothing is chosen yet.
    #[must_use]
    pub fn new(way: Way) -> Self {
        Self { way, picked: Vec::new(), typed: Writing::of("") }
    }

    /// The way that it is for.
    #[must_use]
    pub fn way(&self) -> &Way {
        &self.way
    }

    /// Takes what was done.
    pub fn press(&mut self, press: Press) {
        match (press, &self.way) {
            (Press::Again, _) => {
                self.picked.clear();
                self.typed = Writing::of("");
            }
            (Press::Type(edit), _) => {
                let _ = self.typed.take(edit);
            }
            (Press::Picture(picture), Way::InOrder { .. }) => {
                if !self.is_full() {
                    self.picked.push(picture);
                }
            }
            (Press::Picture(picture), _) => match self.picked.iter().position(|other| *other == picture) {
                Some(index) => {
                    let _ = self.picked.remove(index);
                }
                None if !self.is_full() => self.picked.push(picture),
                None => {}
            },
        }
    }

    fn count(&self) -> usize {
        match self.way {
            Way::Mine { count, .. } | Way::InOrder { count, .. } => usize::from(count),
            Way::Photo | Way::Word | Way::Helper => 0,
        }
    }

    fn is_full(&self) -> bool {
        self.picked.len() >= self.count()
    }

    /// What was chosen, once it is enough.
    #[must_use]
    pub fn chosen(&self) -> Option<Chosen> {
        match self.way {
            Way::Mine { .. } => self.is_full().then(|| Chosen::Mine(self.picked.clone())),
            Way::InOrder { .. } => self.is_full().then(|| Chosen::InOrder(self.picked.clone())),
            Way::Word => {
                let words = self.typed.words();
                let long_enough = words.chars().filter(|letter| !letter.is_whitespace()).count() >= WORD;
                long_enough.then(|| Chosen::word(&words))
            }
            Way::Photo | Way::Helper => None,
        }
    }

    /// The page on which it is done. `done` comes when it is enough; `make` is what each press is for the screen.
    pub fn page<'a, M: Clone + 'a>(
        &'a self,
        hall: &'a Hall,
        (name, heading): (&str, Phrase),
        (make, done): (impl Fn(Press) -> M + Copy + 'a, Button<M>),
    ) -> Page<'a, M> {
        let ready = self.chosen().is_some();
        let page = Page::new(name, heading, self.body(hall, make)).helper(self.helper(hall));
        let page = if self.picked.is_empty() {
            page
        } else {
            let again = Button::new("choosing-again", hall.phrase("choosing-again"), make(Press::Again));
            page.action(again.icon("again"))
        };
        page.primary(done.strength(Strength::Primary).only_if(ready))
    }

    fn helper(&self, hall: &Hall) -> Phrase {
        let args = || [("now", Arg::from(self.picked.len() as u32)), ("all", Arg::from(self.count() as u32))];
        match (&self.way, self.picked.is_empty()) {
            (Way::Word, _) => hall.phrase("choosing-word"),
            (Way::InOrder { .. }, true) => hall.words.phrase_with("choosing-in-order", args()),
            (_, true) => hall.words.phrase_with("choosing-mine", args()),
            (_, false) => hall.words.phrase_with("choosing-pressed", args()),
        }
    }

    fn body<'a, M: Clone + 'a>(&'a self, hall: &'a Hall, make: impl Fn(Press) -> M + Copy + 'a) -> Body<'a, M> {
        let in_order = matches!(self.way, Way::InOrder { .. });
        let tile = |key: &String| {
            let tile = Tile::opens(key, hall.phrase(key), make(Press::Picture(key.clone())));
            let picked = self.picked.contains(key);
            // In order, no picture shows that it was pressed: who looks over a shoulder learns less.
            tile.mark(if in_order { Mark::Act } else { Mark::Many(picked) })
        };
        match &self.way {
            Way::Mine { shown, .. } | Way::InOrder { shown, .. } => {
                Body::Tiles(Tiles { tiles: shown.iter().map(tile).collect(), own: None, grid: Grid::Small })
            }
            Way::Word | Way::Photo | Way::Helper => Body::rows(move |look, width| {
                let typing = Field {
                    id: "word".to_owned(),
                    label: hall.phrase("choosing-word-field"),
                    writing: &self.typed,
                    lines: 1,
                    question: None,
                    staff: false,
                };
                vec![field(look, typing, width, move |edit| make(Press::Type(edit)))]
            }),
        }
    }
}
