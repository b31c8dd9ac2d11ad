//! Hidden names: pages are drawn, read and said with "Worker 1" in the place of a name, while work goes on.
//!
//! Only what is shown is changed. What a screen keeps, copies or prints is made in its `update`, and that always has the
//! true names: a note with a hidden name in it would be wrong in the record.
use iced::Task;

use super::{App, Inside, Message};
use crate::domain::person::{Person, Role, Team};
use crate::screen::{Ctx, Hall};
use crate::words::{Arg, Phrase, Words};

/// What pages may look at while names are hidden.
#[derive(Debug)]
pub(super) struct Masked {
    hall: Hall,
    me: Person,
}

impl App {
    /// Hides names, or shows them again. At the door there is nothing to hide: the names are the way in.
    pub(super) fn hide_names(&mut self) -> Task<Message> {
        if self.me().is_none() || self.cover.is_some() {
            return Task::none();
        }
        self.sharing_is_answered();
        if self.names.take().is_some() {
            return Task::none();
        }
        self.names = self.masked();
        // What is being said may be a name.
        self.hush()
    }

    /// Looks at everything anew, if names are hidden.
    pub(super) fn mask(&mut self) {
        if self.names.is_some() {
            self.names = self.masked();
        }
    }

    pub(super) fn masked(&self) -> Option<Box<Masked>> {
        let me = self.me()?;
        let team = without_names(&self.hall.team, &self.hall.words);
        let me = team.person(&me.id).unwrap_or(me).clone();
        let Hall { words, look, preferences, devices, tells_sharing, .. } = &self.hall;
        let (words, look, preferences) = (words.clone(), look.clone(), preferences.clone());
        let (devices, tells_sharing) = (devices.clone(), *tells_sharing);
        let hall = Hall { words, look, preferences, devices, team, names_hidden: true, tells_sharing };
        Some(Box::new(Masked { hall, me }))
    }

    /// What pages are drawn with.
    pub(super) fn shown_hall(&self) -> &Hall {
        self.names.as_ref().map_or(&self.hall, |masked| &masked.hall)
    }

    /// The same for a page of somebody who is in.
    pub(super) fn shown<'a>(&'a self, inside: &'a Inside) -> Ctx<'a> {
        let me = self.names.as_ref().map_or(&inside.me, |masked| &masked.me);
        Ctx { hall: self.shown_hall(), me, store: &inside.session }
    }

    /// Who is in, as pages name them.
    pub(super) fn shown_me(&self) -> Option<&Person> {
        self.names.as_ref().map(|masked| &masked.me).or(self.me())
    }

    /// Words that are said, and were made with the true names.
    pub(super) fn without_names(&self, phrase: Phrase) -> String {
        let Some(masked) = &self.names else { return phrase.spoken };
        let pairs = self.hall.team.everyone().zip(masked.hall.team.everyone());
        pairs.fold(phrase.spoken, |said, (person, hidden)| replaced(&said, &person.name, &hidden.name))
    }
}

/// The same people without their names, photos and jobs.
fn without_names(team: &Team, words: &Words) -> Team {
    let mut counts = [0_u32; Role::ALL.len()];
    let mask = |person: &Person| {
        let place = Role::ALL.iter().position(|role| person.is(*role)).unwrap_or_default();
        counts[place] += 1;
        let key = ["names-worker", "names-senior", "names-practitioner", "names-supervisor"][place];
        let name = words.phrase_with(key, [("number", Arg::from(counts[place]))]).shown;
        Person { name, photo: String::new(), ..person.clone() }
    };
    let mut everyone: Vec<_> = team.everyone().map(mask).collect();
    let left = everyone.split_off(team.people.len());
    Team { people: everyone, left }
}

/// A whole word in the place of another.
fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(word).filter(|_| !word.is_empty()) {
        let (before, found) = rest.split_at(at);
        let after = &found[word.len()..];
        let in_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let whole = !in_word(before.chars().next_back()) && !in_word(after.chars().next());
        out.push_str(before);
        out.push_str(if whole { by } else { word });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_whole_names_are_replaced() {
        assert_eq!(replaced("Ask Dee. Dee’s deep Deed.", "Dee", "Helper 1"), "Ask Helper 1. Helper 1’s deep Deed.");
        assert_eq!(replaced("Nobody", "", "x"), "Nobody");
    }
}
