//! What trips cost: a log of date, from, to, way and fare, and the sums of its months for Access to Work.
use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::place::Photo;

/// Names a cost.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CostId(pub String);

/// What a trip went by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum By {
    /// A bus.
    Bus,
    /// A train.
    Train,
    /// A taxi.
    Taxi,
    /// Something else.
    Other,
}

impl By {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Bus, Self::Train, Self::Taxi, Self::Other];
}

/// One end of a trip that cost something, as its name was then.
pub type End = String;

/// What one trip cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TripCost {
    /// Its name.
    pub id: CostId,
    /// Who paid.
    pub worker: PersonId,
    /// On which day.
    pub day: Date,
    /// From where.
    pub from: End,
    /// To where.
    pub to: End,
    /// How they went.
    pub by: By,
    /// What it cost, in pence.
    pub pence: u32,
    /// The name of the photo of the receipt, if there is one.
    pub receipt: Option<String>,
    /// When it was written down.
    pub at: DateTime,
    /// Whether it was removed.
    #[serde(default)]
    pub gone: bool,
}

/// A photo of a receipt: its worker took it in, and whoever reads their costs sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Whose it is.
    pub worker: PersonId,
    /// The photo.
    pub photo: Photo,
}

/// Why what was typed is not what a trip cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMoney {
    /// It is no number of pounds and pence.
    NoNumber,
    /// It is nothing.
    Nothing,
    /// It is more than any trip costs.
    TooMuch,
}

/// The most that one trip can cost, in pence: a slip of the point is more.
pub const MOST: u32 = 100_000;

/// What was typed, in pence: "4.50", "£4.50", "4", "4.5", "90p".
///
/// # Errors
/// [`NotMoney`] says why it is not what a trip cost.
pub fn pence(typed: &str) -> Result<u32, NotMoney> {
    let typed = typed.trim().to_lowercase().replace(' ', "").replace(',', ".");
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().unwrap_or(u32::MAX)).ok_or(NotMoney::NoNumber)
    };
    let amount = if let Some(small) = typed.strip_suffix('p') {
        number(small)?
    } else {
        let bare = typed.strip_prefix('£').unwrap_or(&typed);
        let (pounds, rest) = bare.split_once('.').unwrap_or((bare, "00"));
        let rest = match rest.len() {
            1 => number(rest)? * 10,
            2 => number(rest)?,
            _ => return Err(NotMoney::NoNumber),
        };
        // Only pence: ".90".
        let pounds = if pounds.is_empty() && bare.contains('.') { 0 } else { number(pounds)? };
        pounds.saturating_mul(100).saturating_add(rest)
    };
    match amount {
        0 => Err(NotMoney::Nothing),
        amount if amount > MOST => Err(NotMoney::TooMuch),
        amount => Ok(amount),
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
}

impl Month {
    /// The month of this day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).unwrap_or(Date::ZERO)
    }
}

/// The months in which something was paid, the newest first.
#[must_use]
pub fn months(costs: &[TripCost]) -> Vec<Month> {
    let all: BTreeSet<_> = costs.iter().map(|cost| Month::of(cost.day)).collect();
    all.into_iter().rev().collect()
}

/// What was paid in some months.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What was paid, the earliest first.
    pub costs: Vec<TripCost>,
    /// All of it together, in pence.
    pub pence: u64,
    /// How many receipts there are.
    pub receipts: usize,
}

impl Summary {
    /// What was paid in these months.
    #[must_use]
    pub fn of(costs: &[TripCost], months: &[Month]) -> Self {
        let within = |cost: &&TripCost| !cost.gone && months.contains(&Month::of(cost.day));
        let mut costs: Vec<_> = costs.iter().filter(within).cloned().collect();
        costs.sort_by_key(|cost| (cost.day, cost.at));
        let pence = costs.iter().map(|cost| u64::from(cost.pence)).sum();
        let receipts = costs.iter().filter(|cost| cost.receipt.is_some()).count();
        Self { costs, pence, receipts }
    }
}

#[cfg(test)]
mod tests;
