//! The paper for Access to Work: what was paid, the sum, and what Access to Work pays for.
//!
//! What it says of that is from section 5 of `travel.md`, the notes that this project is built on (gov.uk, and a
//! written answer in Parliament): paid work, not volunteering; normally not where public transport can be used. How
//! much is paid changes from year to year, so the paper sends its reader to gov.uk.
use super::{by_key, from_to};
use crate::domain::costs::{Month, Summary, TripCost};
use crate::domain::person::Person;
use crate::print::{Block, Fact, Mark, Paper, Point, Table};
use crate::screen::Ctx;
use crate::words::Arg;

/// The paper about this worker and these months.
pub fn of(ctx: Ctx<'_>, worker: &Person, (months, summary): (&[Month], &Summary)) -> Paper {
    let shown = |key: &str| ctx.words.shown(key);
    let fact = |label: &str, value: String| Fact { label: shown(label), value: Some(value) };
    let mut sorted = months.to_vec();
    sorted.sort_unstable();
    let names: Vec<_> = sorted.iter().map(|month| ctx.words.month_of_year(month.first()).shown).collect();
    let facts = vec![
        fact("paper-cost-name", worker.name.clone()),
        fact("paper-cost-job", worker.job.clone()),
        fact("paper-cost-months", names.join(", ")),
        fact("paper-cost-trips", summary.costs.len().to_string()),
        fact("paper-cost-sum", ctx.words.money(summary.pence).shown),
        fact("paper-cost-receipts", summary.receipts.to_string()),
        fact("paper-cost-made", ctx.words.day_of_year(ctx.today()).shown),
    ];
    let table = Table {
        heads: ["paper-cost-day", "paper-cost-way", "paper-cost-by", "paper-cost-fare"].map(shown).into(),
        shares: vec![0.25, 0.40, 0.17, 0.18],
        rows: summary.costs.iter().map(|cost| row(ctx, cost)).collect(),
    };
    let rules = ["paper-cost-paid", "paper-cost-public", "paper-cost-caps"];
    let points = rules.map(|key| Point { words: shown(key), picture: None, photo: None }).into();
    let total = [("sum", Arg::from(ctx.words.money(summary.pence).shown))];
    Paper {
        title: ctx.phrase_for("paper-cost", &worker.name).shown,
        blocks: vec![
            Block::Facts(facts),
            Block::Heading(shown("paper-cost-all")),
            Block::Table(table),
            Block::Words(ctx.words.phrase_with("paper-cost-total", total).shown),
            Block::Heading(shown("paper-cost-know")),
            Block::List(Mark::Dot, points),
        ],
    }
}

fn row(ctx: Ctx<'_>, cost: &TripCost) -> Vec<String> {
    vec![
        ctx.words.day_of_year(cost.day).shown,
        from_to(ctx, cost).shown,
        ctx.words.shown(by_key(cost.by)),
        ctx.words.money(cost.pence.into()).shown,
    ]
}
