//! The timetables that were joined into one, and how one of them is taken away.
use super::{Message, wording};
use crate::screen::Ctx;
use crate::store::timetable::Part;
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows};
use crate::words::Arg;

/// Whose times are these? Each can be taken away.
pub fn page<'a>(ctx: Ctx<'a>, parts: &[Part]) -> Page<'a, Message> {
    let tile = |part: &Part| {
        let until = [("day", Arg::from(ctx.words.day_of_year(part.report.last_day).shown))];
        let names = wording::companies(ctx, &part.report.agencies);
        Tile::opens(format!("part-{}", part.name), names, Message::Away(part.clone()))
            .lead(Lead::Sign("bus"))
            .under(ctx.words.phrase_with("timetable-part-until", until))
    };
    Page::new("timetable-parts", ctx.phrase("timetable-parts"), Body::tiles(parts.iter().map(tile).collect()))
}

/// Is it to be taken away?
pub fn sure_page<'a>(ctx: Ctx<'a>, part: &Part) -> Page<'a, Message> {
    let lines = [wording::companies(ctx, &part.report.agencies), ctx.phrase("timetable-away-what")];
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        let row = |(index, line)| rows::sign_line(look, &format!("away-{index}"), ("bus", None), line, width);
        numbered.map(row).collect()
    });
    let keep = Button::new("timetable-away-keep", ctx.phrase("timetable-away-keep"), Message::Parts);
    let away =
        Button::new("timetable-away-yes", ctx.phrase("timetable-away-yes"), Message::TakeAway(part.name.clone()));
    Page::new("timetable-away", ctx.phrase("timetable-away"), body)
        .action(away.icon("x"))
        .primary(keep.strength(Strength::Primary))
}
