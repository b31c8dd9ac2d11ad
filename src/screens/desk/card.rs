//! The cards at the desk: one for each answer of a story, and one for what is wrong with the note.
use crate::domain::debrief::{Answer, ClipId, Given};
use crate::domain::note::Heading;
use crate::domain::person::PersonId;
use crate::domain::questions::{Ask, Pick};
use crate::domain::story::{Verdict, What};
use crate::domain::told::Visit;
use crate::screen::Ctx;
use crate::screens::debrief::{answer_words, question};
use crate::words::{Arg, Phrase};

/// A card: one answer of the story.
#[derive(Debug, Clone)]
pub struct Card {
    /// The answer.
    pub answer: Answer,
    /// What the worker said is wrong with the note, where this is that.
    pub wrong: Option<Phrase>,
    /// Whether all of it was a recording, which is deleted.
    gone: bool,
    letters: Option<String>,
    worker: PersonId,
    /// Who leads the worker.
    lead: Option<PersonId>,
}

impl Card {
    /// Whether there is anything to put into the note. What was passed over is shown, and is no answer.
    #[must_use]
    pub fn can_be_used(&self) -> bool {
        self.wrong.is_none()
            && !self.gone
            && self.answer.given == Given::Answer
            && Heading::of(self.answer.ask).is_some()
    }

    /// The question, in words.
    #[must_use]
    pub fn question(&self, ctx: Ctx<'_>) -> Phrase {
        if self.wrong.is_some() {
            return ctx.phrase("desk-wrong");
        }
        question(ctx.hall, self.answer.ask.key(), self.letters.as_deref())
    }

    /// The answer, in words.
    #[must_use]
    pub fn words(&self, ctx: Ctx<'_>) -> Phrase {
        match self.answer.given {
            Given::Answer if self.gone && self.wrong.is_none() => return ctx.phrase("recording-gone-words"),
            Given::Answer => {}
            Given::NotSure => return ctx.phrase_for("desk-answer-not-sure", ctx.team.name_of(&self.worker)),
            Given::Skip => return ctx.phrase_for("desk-answer-skipped", ctx.team.name_of(&self.worker)),
        }
        let lead = self.lead.as_ref().map_or("", |lead| ctx.hall.team.name_of(lead));
        self.wrong.clone().unwrap_or_else(|| answer_words(ctx.hall, &self.answer, lead))
    }
}

/// The cards of a visit: its own answers and those of safety. What is about the worker is not here at all.
#[must_use]
pub fn of(ctx: Ctx<'_>, visit: &Visit) -> Vec<Card> {
    let worker = ctx.team.person(&visit.worker);
    let lead = worker.and_then(|worker| worker.lead.clone());
    let worry = ctx.store.concern(&visit.id);
    let answers = visit.answers.iter().chain(worry.iter().flat_map(|worry| &worry.answers));
    let whole = |answer: Answer| Card {
        answer,
        wrong: None,
        gone: false,
        letters: visit.letters.clone(),
        worker: visit.worker.clone(),
        lead: lead.clone(),
    };
    let card = |answer: &Answer| {
        let clip = answer.clip.clone();
        let left = clip.clone().filter(|clip| !ctx.store.is_deleted(clip));
        let answer = Answer { clip: left, ..answer.clone() };
        Card { gone: clip.is_some() && answer.is_empty(), ..whole(answer) }
    };
    let is_shown = |answer: &&Answer| answer.ask.question().pick != Pick::Read && answer.ask != Ask::B2Day;
    let mut cards: Vec<_> = answers.filter(is_shown).map(card).collect();
    let wrong = wrong_words(ctx, visit);
    cards.extend(
        wrong.map(|(clip, words)| Card { wrong: Some(words), ..card(&Answer { clip, ..Answer::empty(Ask::B8) }) }),
    );
    // What is wrong, and then worries, come before the rest.
    cards.sort_by_key(|card| (card.wrong.is_none(), !card.answer.ask.is_worry() && card.answer.ask != Ask::C1));
    cards
}

/// What the worker said is wrong with the note: in their voice, and in words.
fn wrong_words(ctx: Ctx<'_>, visit: &Visit) -> Option<(Option<ClipId>, Phrase)> {
    let story = ctx.store.story(&visit.id);
    let Some(What::Heard { verdict, clip, words, headings, .. }) = story.wrong else { return None };
    let parts: Vec<_> = headings.iter().map(|heading| ctx.words.shown(heading)).collect();
    let key = match verdict {
        Verdict::DontGetIt => "desk-wrong-dont-get-it",
        _ if parts.is_empty() => "desk-wrong-part",
        _ => "desk-wrong-parts",
    };
    let phrase = ctx.words.phrase_with(key, [("parts", Arg::from(parts.join(", ")))]);
    let phrase = words.map_or(phrase.clone(), |words| phrase.then_say(&Phrase::own(words.clone())).and_show(&words));
    Some((clip, phrase))
}
