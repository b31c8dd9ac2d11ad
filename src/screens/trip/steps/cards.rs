//! One step of a trip as a card: what one sees, the number of the bus, and one thing to do.
use iced::widget::{Column, container};
use iced::{Rectangle, Size};

use super::Message;
use crate::domain::place::{ChosenTrip, Place};
use crate::domain::travel::line::{Line, Mode};
use crate::domain::travel::trip::steps::Step as Thing;
use crate::domain::travel::trip::{IfMissed, Stop};
use crate::screen::Ctx;
use crate::screens::trip::wording;
use crate::ui::board::Board;
use crate::ui::part::Zone;
use crate::ui::{Body, Class, Lead, Look, Page, Row, rows, scene};
use crate::words::{Arg, Phrase};

/// A step, ready to be drawn.
pub struct Card {
    heading: Phrase,
    photo: Option<String>,
    /// The name of what is shown, and the picture for it where there is no photo.
    caption: Phrase,
    /// The number of the line, where it goes, and both together.
    plate: Option<(String, Phrase, Phrase)>,
    lines: Vec<(Lead, Phrase)>,
}

impl Card {
    /// The card as a page: the photo at the left where there is room, and otherwise the first row.
    pub fn page<'a>(self, ctx: Ctx<'a>, name: String) -> Page<'a, Message> {
        let heading = self.heading.clone();
        let body = if ctx.look.compact() {
            Body::rows(move |look, width| self.stacked(look, width))
        } else {
            Body::free(move |look, room| self.side_by_side(look, room).into())
        };
        Page::new(name, heading, body)
    }

    fn stacked<'a>(&self, look: &Look, width: f32) -> Vec<Row<'a, Message>> {
        let mut list: Vec<Row<'a, Message>> = Vec::new();
        if let Some(plate) = self.plate(look, Size::new(width, 92.0)) {
            list.push(plate);
        }
        list.extend(self.lines(look, width));
        let caption = Lead::Photo(self.photo.clone().unwrap_or_default());
        let lead = if self.photo.is_some() { &caption } else { &Lead::Picture };
        list.push(rows::led(look, "scene", (lead, &self.caption), width));
        list
    }

    fn side_by_side<'a>(&self, look: &Look, room: Size) -> Board<'a, Message> {
        let gap = if look.class == Class::Wide { 36.0 } else { 24.0 };
        let high = if look.class == Class::Wide { 144.0 } else { 112.0 };
        // The words come first: the picture is as large as they let it be.
        let tries = [(0.52, high, 18.0), (0.42, 92.0, 12.0), (0.3, 80.0, 8.0)];
        let plan = |(part, high, space): (f32, f32, f32)| {
            let left = Size::new((room.width * part).min(600.0), room.height);
            let right = room.width - left.width - gap;
            let plate = self.plate(look, Size::new(right, high));
            let list: Vec<_> = plate.into_iter().chain(self.lines(look, right)).collect();
            let needed = list.iter().map(|row| row.height + space).sum::<f32>() - space;
            (needed <= room.height, left, right, list, space)
        };
        let (_, left, right, list, space) =
            tries.into_iter().map(plan).find(|(fits, ..)| *fits).unwrap_or_else(|| plan(tries[2]));
        let picture = scene::scene(look, (self.photo.as_deref(), &self.caption), left);
        let list = list.into_iter().map(|row| container(row.view).height(row.height).into());
        let column = Column::with_children(list).spacing(space);
        Board::new(room).put(Zone::Content, Rectangle::new([0.0, 0.0].into(), left), picture).put(
            Zone::Content,
            Rectangle::new([left.width + gap, 0.0].into(), [right, room.height].into()),
            column,
        )
    }

    fn plate<'a>(&self, look: &Look, size: Size) -> Option<Row<'a, Message>> {
        let (number, to, both) = self.plate.as_ref()?;
        Some(scene::number_plate(look, (number, to, both), size))
    }

    fn lines<'a>(&self, look: &Look, width: f32) -> Vec<Row<'a, Message>> {
        let numbered = self.lines.iter().enumerate();
        numbered.map(|(index, (lead, line))| rows::led(look, &format!("line-{index}"), (lead, line), width)).collect()
    }
}

/// What there is to do, as a card.
pub fn card(ctx: Ctx<'_>, trip: &ChosenTrip, thing: &Thing) -> Card {
    let cards = Cards { ctx, trip };
    match thing {
        Thing::Leave { at } => cards.leave(*at),
        Thing::WalkToStop { stop, minutes, .. } => cards.walk_to_stop(stop, *minutes),
        Thing::Wait { ride, line, headsign, stop, comes_at, .. } => {
            let mut card = cards.wait((line, headsign), stop, comes_at.time());
            card.lines.extend(cards.if_missed(*ride));
            card
        }
        Thing::GetOff { stop, after_stops, at, before } => cards.get_off((stop, before), *after_stops, at.time()),
        Thing::ChangeHere { stop } => cards.change(stop, ("step-change", None)),
        Thing::ChangeStop { to, minutes, .. } => cards.change(to, ("step-change-walk", Some(*minutes))),
        Thing::WalkToPlace { minutes, .. } => cards.walk_to_place(*minutes),
        Thing::Arrive { at } => cards.arrive(at.time()),
        // Told where one gets off.
        Thing::Ride { line, .. } => {
            cards.seen(ctx.words.phrase_with("step-wait", [("line", wording::line(ctx, line).shown.into())]), None)
        }
    }
}

#[derive(Clone, Copy)]
struct Cards<'a> {
    ctx: Ctx<'a>,
    trip: &'a ChosenTrip,
}

impl Cards<'_> {
    fn phrase(self, key: &str, name: &'static str, value: Phrase) -> Phrase {
        // What is put in may be said in another way than it is shown.
        let shown = self.ctx.words.phrase_with(key, [(name, Arg::from(value.shown))]);
        let said = self.ctx.words.phrase_with(key, [(name, Arg::from(value.spoken))]);
        Phrase { spoken: said.spoken, ..shown }
    }

    fn at(self, key: &str, time: jiff::civil::Time) -> Phrase {
        self.phrase(key, "time", self.ctx.words.time(time))
    }

    fn minutes(self, minutes: u16) -> Option<(Lead, Phrase)> {
        (minutes > 0).then(|| {
            (Lead::Picture, self.phrase("step-walk-minutes", "length", self.ctx.words.minutes(minutes.into())))
        })
    }

    /// A card that shows this place of the trip.
    fn seen(self, heading: Phrase, place: Option<Place>) -> Card {
        let (name, picture, photo) = place.map_or_else(
            || (heading.shown.clone(), "places".to_owned(), None),
            |place| (place.name, place.picture, place.photo),
        );
        Card { heading, photo, caption: Phrase::own(name).with_picture(picture), plate: None, lines: Vec::new() }
    }

    /// A card that shows this stop.
    fn seen_stop(self, heading: Phrase, stop: &Stop, mode: Mode) -> Card {
        let picture = if mode == Mode::Train { "place-station" } else { "bus-stop" };
        Card {
            heading,
            photo: self.ctx.store.stop_photo(&stop.id),
            caption: wording::stop(self.ctx, stop, mode).with_picture(picture),
            plate: None,
            lines: Vec::new(),
        }
    }

    fn leave(self, at: jiff::civil::DateTime) -> Card {
        let from = self.ctx.store.place(&self.trip.from);
        let heading = self.at("step-leave", at.time());
        let mut lines = vec![(Lead::Clock(at.time()), self.ctx.words.time(at.time()))];
        if at.date() != self.ctx.today() {
            lines.push((Lead::Picture, self.phrase("step-leave-day", "day", self.ctx.words.day(at.date()))));
        }
        if let Some(from) = &from {
            lines.push((Lead::Picture, self.phrase("step-leave-start", "place", Phrase::own(&from.name))));
        }
        Card { lines, ..self.seen(heading, from) }
    }

    fn walk_to_stop(self, stop: &Stop, minutes: u16) -> Card {
        let ride = self.trip.choice.trip.rides().next();
        let mode = ride.map_or(Mode::Bus, |ride| ride.line.mode);
        let name = wording::stop(self.ctx, stop, mode);
        let mut card = self.seen_stop(self.phrase("step-walk-stop", "stop", name), stop, mode);
        card.lines.extend(self.minutes(minutes));
        if let Some(ride) = ride {
            let line = self.phrase("step-walk-stop-for", "line", wording::line(self.ctx, &ride.line));
            card.lines.push((Lead::Picture, line));
        }
        card
    }

    fn wait(self, (line, headsign): (&Line, &str), stop: &Stop, time: jiff::civil::Time) -> Card {
        let heading = self.phrase("step-wait", "line", wording::line(self.ctx, line));
        let mut card = self.seen_stop(heading, stop, line.mode);
        card.plate = Some(self.plate(line, headsign));
        card.lines.push((Lead::Clock(time), self.at("step-wait-at", time)));
        if matches!(line.mode, Mode::Bus | Mode::Trolleybus) {
            card.lines.push((Lead::Picture, self.ctx.phrase("step-wait-hand")));
        }
        card
    }

    fn plate(self, line: &Line, headsign: &str) -> (String, Phrase, Phrase) {
        let number = wording::number(line);
        let to = if number.is_empty() && !headsign.is_empty() {
            self.phrase("plate-to", "place", Phrase::own(headsign))
        } else {
            Phrase::own(headsign)
        };
        let said = self.phrase("plate-to", "place", Phrase::own(headsign));
        let line = wording::title(self.ctx, line);
        let both = Phrase {
            shown: format!("{number} {}", to.shown).trim().to_owned(),
            spoken: if headsign.is_empty() { line.spoken } else { format!("{} {}", line.spoken, said.spoken) },
            picture: None,
        };
        (number, to, both)
    }

    /// "The next one if you miss it."
    fn if_missed(self, ride: usize) -> Option<(Lead, Phrase)> {
        let next = self.trip.choice.if_missed.get(ride)?;
        let first = next.trip().and_then(|trip| trip.rides().next());
        Some((
            Lead::Picture,
            match (next, first) {
                (IfMissed::SameLine(_), Some(first)) => self.at("step-wait-missed", first.on.departs.time()),
                (IfMissed::OtherWay(_), Some(first)) => {
                    let line = wording::line(self.ctx, &first.line);
                    let time = self.ctx.words.time(first.on.departs.time());
                    let args = [("line", Arg::from(line.shown)), ("time", Arg::from(time.shown))];
                    self.ctx.words.phrase_with("step-wait-missed-other", args)
                }
                (IfMissed::OtherWay(_), None) => self.ctx.phrase("step-wait-missed-walk"),
                (IfMissed::SameLine(_), None) | (IfMissed::Nothing, _) => self.ctx.phrase("step-wait-missed-none"),
            },
        ))
    }

    fn get_off(self, (stop, before): (&Stop, &[Stop]), after: usize, time: jiff::civil::Time) -> Card {
        let rides = self.trip.choice.trip.rides();
        let mode = rides.into_iter().find(|ride| ride.off.stop == *stop).map_or(Mode::Bus, |ride| ride.line.mode);
        let name = wording::stop(self.ctx, stop, mode);
        let mut card = self.seen_stop(self.phrase("step-off", "stop", name), stop, mode);
        let count = self.ctx.words.phrase_with("step-off-stops", [("count", Arg::from(after))]);
        card.lines.push((Lead::Letters(after.to_string()), count));
        if let Some(last) = before.last() {
            let key = if mode == Mode::Bus { "step-off-bell" } else { "step-off-before" };
            card.lines.push((Lead::Picture, self.phrase(key, "stop", Phrase::own(&last.name))));
        }
        card.lines.push((Lead::Clock(time), self.at("step-off-at", time)));
        card
    }

    fn change(self, stop: &Stop, (key, minutes): (&str, Option<u16>)) -> Card {
        let heading = self.phrase(key, "stop", Phrase::own(&stop.name));
        let mut card = self.seen_stop(heading, stop, Mode::Bus);
        card.lines.extend(minutes.and_then(|minutes| self.minutes(minutes)));
        let next = self.trip.choice.trip.rides().find(|ride| ride.on.stop.id == stop.id);
        if let Some(next) = next {
            let line = self.phrase("step-walk-stop-for", "line", wording::line(self.ctx, &next.line));
            card.lines.push((Lead::Picture, line.with_picture("change-bus")));
        }
        card
    }

    fn walk_to_place(self, minutes: u16) -> Card {
        let place = self.ctx.store.place(&self.trip.to);
        let name = place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
        let mut card = self.seen(self.phrase("step-walk-place", "place", Phrase::own(name)), place);
        card.lines.extend(self.minutes(minutes));
        card
    }

    fn arrive(self, time: jiff::civil::Time) -> Card {
        let place = self.ctx.store.place(&self.trip.to);
        let facts = place.as_ref().map(|place| place.facts.clone()).unwrap_or_default();
        let mut card = self.seen(self.ctx.phrase("step-arrive"), place);
        card.lines.push((Lead::Clock(time), self.at("step-arrive-at", time)));
        let desk = match facts.ask_for.is_empty() {
            true => self.ctx.phrase("step-arrive-desk"),
            false => self.phrase("step-arrive-ask", "who", Phrase::own(&facts.ask_for)),
        };
        card.lines.push((Lead::Picture, desk));
        if !facts.room.is_empty() {
            card.lines.push((Lead::Picture, self.phrase("step-arrive-room", "room", Phrase::own(&facts.room))));
        }
        card
    }
}
