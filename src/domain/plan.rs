//! A worker's own support plan: what helps, what is hard, who helps, and whether it is working.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;

/// How settled something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It helps until the real thing is there.
    ForNow,
    /// It is agreed.
    Agreed,
}

/// The three lists of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum List {
    /// What helps me.
    Helps,
    /// What is hard.
    Hard,
    /// Who helps me.
    Who,
}

impl List {
    /// The lists in their order.
    pub const ALL: [Self; 3] = [Self::Helps, Self::Hard, Self::Who];
}

/// One thing in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in the plan.
    pub id: String,
    /// Which list it stands in.
    pub list: List,
    /// The worker's own words.
    pub words: String,
    /// The name of its picture.
    pub picture: String,
    /// How settled it is; `None` where that does not apply.
    pub status: Option<Status>,
    /// Who agreed it, or who the helper is.
    pub with: Option<PersonId>,
    /// When it was agreed.
    pub agreed: Option<Date>,
    /// When to look at it again.
    pub review: Option<Date>,
}

/// A support plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Whose plan it is.
    pub worker: PersonId,
    /// Who can see it, beside the worker.
    pub seen_by: Vec<PersonId>,
    /// What stands in it.
    pub items: Vec<Item>,
}

/// The answer to "Is this working?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Works {
    /// Yes.
    Yes,
    /// A bit.
    ABit,
    /// No.
    No,
}

/// What the worker said about one thing in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Working {
    /// Whose plan.
    pub worker: PersonId,
    /// Which thing.
    pub item: String,
    /// What the worker said.
    pub works: Works,
    /// When.
    pub at: DateTime,
}

impl Plan {
    /// The things of one list.
    pub fn of(&self, list: List) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.list == list)
    }
}
