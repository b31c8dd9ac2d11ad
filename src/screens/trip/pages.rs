//! Which page of a trip is open, and what Back does there.
use super::mine::has_own;
use super::own_places::Own;
use super::places::Which;
use super::{Message, Stage, Trip, about};
use crate::domain::pass::Nation;
use crate::domain::ready::Asks;
use crate::domain::travel::holidays::is_bank_holiday;
use crate::screen::{Action, Ctx};
use crate::ui::{Banner, Page, Tone};

impl Trip {
    pub(super) fn open_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let goes_on = self.other || matches!(self.stage, Stage::Mine);
        if let (Some(why), false) = (&self.nothing, goes_on) {
            return self.none_page(ctx, why);
        }
        if let Some(place) = self.place(ctx, &self.to).filter(|_| self.about) {
            return about::page(ctx, &place);
        }
        let mut page = self.stage_page(ctx);
        if self.stale && !matches!(self.stage, Stage::Mine) {
            let (id, phrase) = ("trip-stale".to_owned(), ctx.phrase_for("trip-stale", ctx.helper_name()));
            page.banners.push(Banner { id, tone: Tone::Wait, icon: "calendar", phrase, ok: None });
        }
        if self.is_holiday() && matches!(self.stage, Stage::Time | Stage::Looking { .. } | Stage::Found) {
            let (id, phrase) = ("trip-holiday".to_owned(), ctx.phrase_for("trip-holiday", ctx.helper_name()));
            page.banners.push(Banner { id, tone: Tone::Wait, icon: "calendar", phrase, ok: None });
        }
        page
    }

    /// Whether the day is a bank holiday anywhere in the United Kingdom: timetables often do not know.
    pub(super) fn is_holiday(&self) -> bool {
        Nation::ALL.iter().any(|nation| is_bank_holiday(*nation, self.day))
    }

    fn stage_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Mine => self.mine_page(ctx),
            Stage::From => self.start_page(ctx),
            Stage::Where => self.where_page(ctx),
            Stage::Own(own) => own.page(ctx, self.tiles(ctx, Which::Own)),
            Stage::Find(find, _) => find.page(ctx, Message::Finds),
            Stage::Know => self.know_page(ctx),
            Stage::Talk => self.talk_page(ctx),
            Stage::Day => self.day_page(ctx),
            Stage::Time => self.time_page(ctx, None),
            Stage::Clock(asks) => self.clock_page(ctx, *asks),
            Stage::Looking { long } => self.time_page(ctx, Some(*long)),
            Stage::Found => self.found_page(ctx, (&self.ways.0, self.ways.1)),
            Stage::None(why) => self.none_page(ctx, why),
            Stage::Other(asking, _) => asking.page(ctx, Message::Other),
            Stage::Same => self.same_page(ctx),
            Stage::Phone => self.phone_page(ctx),
            Stage::Take => self.take_page(ctx),
            Stage::Plan => self.plan_page(ctx),
        }
    }

    pub(super) fn one_step_back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        if std::mem::take(&mut self.about) {
            return Some(Action::none());
        }
        if let Stage::Other(asking, before) = &mut self.stage {
            if !asking.back() {
                self.stage = std::mem::replace(before, Stage::Mine);
                self.other = matches!(self.stage, Stage::Time);
            }
            return Some(Action::none());
        }
        if self.other && matches!(self.stage, Stage::Where) {
            self.other = false;
            return Some(Action::none());
        }
        if let Stage::Own(own) = &mut self.stage
            && let Some(above) = own.back()
        {
            if own.is_over() {
                self.stage = Stage::From;
            }
            return Some(above.map(Message::Own));
        }
        if let Stage::Find(find, which) = &mut self.stage {
            let above = find.back();
            if above.is_none() {
                self.stage = Self::before_finding(*which);
            }
            return Some(above.map_or_else(Action::none, |above| above.map(Message::Finds)));
        }
        let asks = match self.stage {
            Stage::Phone if self.again => Some(Asks::Same),
            Stage::Take => Some(Asks::Phone),
            Stage::Plan => Some(Asks::Take),
            _ => None,
        };
        if let Some(asks) = asks {
            return Some(self.asks_now(asks));
        }
        self.stage = match self.stage {
            Stage::Mine | Stage::Other(..) => return None,
            Stage::Where if !has_own(ctx) => return None,
            Stage::Where => Stage::Mine,
            Stage::From if self.from.is_none() => return None,
            Stage::Talk => Stage::Know,
            Stage::Day if self.asks_who(ctx) => Stage::Know,
            Stage::Day if self.is_own(ctx) => Stage::Own(Own::list()),
            Stage::From | Stage::Own(_) | Stage::Find(..) | Stage::Know | Stage::Day => Stage::Where,
            Stage::Time => Stage::Day,
            Stage::Clock(asks) => asks.before().map_or(Stage::Time, Stage::Clock),
            Stage::Looking { .. } | Stage::Found | Stage::None(_) => Stage::Time,
            Stage::Same | Stage::Phone | Stage::Take | Stage::Plan => Stage::Found,
        };
        Some(Action::none())
    }
}
