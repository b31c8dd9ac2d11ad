//! agency.txt and routes.txt: who runs the lines, and the lines.
use std::collections::HashMap;

use super::fields::{colour, number, text};
use super::pool::Pool;
use super::report::Oddity;
use super::sheet::{Columns, Fault, Source, each_row};
use super::{Reading, Refused, Table};
use crate::domain::travel::line::{Line, Mode};

/// The companies by their ids.
pub(super) struct Agencies(Vec<(Vec<u8>, String)>);

impl Agencies {
    /// The name of a company. A feed with one company need not say which (GTFS reference,
    /// routes.txt).
    fn name(&self, id: &[u8]) -> String {
        let by_id = self.0.iter().find(|(known, _)| known == id);
        let only = || self.0.first().filter(|_| self.0.len() == 1);
        by_id.or_else(only).map(|(_, name)| name.clone()).unwrap_or_default()
    }

    pub fn into_names(self) -> Vec<String> {
        self.0.into_iter().map(|(_, name)| name).collect()
    }
}

/// The most companies whose names are kept; a row of routes.txt looks through them all.
const MOST_AGENCIES: usize = 10_000;

pub(super) fn read_agencies(source: Source<'_>, ctx: &mut Reading<'_>) -> Result<Agencies, Refused> {
    let columns = Columns { needed: 1, names: ["agency_name", "agency_id"] };
    let mut agencies = Vec::new();
    let _ = each_row(source, &columns, ctx, |[name, id], _| {
        if name.is_empty() {
            return Err(Fault::Bad);
        }
        if agencies.len() == MOST_AGENCIES {
            return Err(Fault::Feed(Refused::TooBig(Table::Agency)));
        }
        agencies.push((id.to_vec(), text(name).into_owned()));
        Ok(())
    })?;
    ctx.notes.add(Oddity::NoAgency, u64::from(agencies.is_empty()));
    Ok(Agencies(agencies))
}

/// The different lines, and the number of the line of each route.
pub(super) struct Lines {
    routes: Pool<u8>,
    of_route: Vec<u32>,
    pub lines: Vec<Line>,
}

impl Lines {
    /// The number of the line of a route.
    pub fn of(&self, route: &[u8]) -> Option<u32> {
        let route = self.routes.find(route)?;
        self.of_route.get(route as usize).copied()
    }
}

pub(super) fn read(source: Source<'_>, agencies: &Agencies, ctx: &mut Reading<'_>) -> Result<Lines, Refused> {
    let columns = Columns {
        needed: 2,
        names: [
            "route_id",
            "route_type",
            "route_short_name",
            "route_long_name",
            "agency_id",
            "route_color",
            "route_text_color",
        ],
    };
    let mut lines = Lines { routes: Pool::new(), of_route: Vec::new(), lines: Vec::new() };
    let mut numbers = HashMap::new();
    let _ = each_row(source, &columns, ctx, |fields, ctx| {
        let [route, kind, short, long, agency, painted, lettered] = fields;
        let kind = number(kind).and_then(|kind| u16::try_from(kind).ok());
        let line = Line {
            short_name: text(short).into_owned(),
            long_name: text(long).into_owned(),
            agency: agencies.name(agency),
            colour: colour(painted),
            letters: colour(lettered),
            mode: Mode::of(kind.ok_or(Fault::Bad)?),
        };
        let is_new = lines.routes.find(route).is_none();
        if !is_new || route.is_empty() {
            return Err(Fault::Bad);
        }
        ctx.notes.add(Oddity::UnknownRouteTypes, u64::from(matches!(line.mode, Mode::Other(_))));
        let _ = lines.routes.keep(route);
        let number = *numbers.entry(line).or_insert_with_key(|line| {
            lines.lines.push(line.clone());
            lines.lines.len() as u32 - 1
        });
        lines.of_route.push(number);
        Ok(())
    })?;
    Ok(lines)
}
