//! The words of the app: what is shown, what is said, and the picture that goes with them.
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

mod money;
mod times;

/// Every language, English first: it lends its words to the others.
const LANGUAGES: &[(&str, &str)] = &[("en-GB", include_str!("../locales/en-GB.ftl"))];

/// Something to show, how to say it, and the picture beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase {
    /// The words shown.
    pub shown: String,
    /// The words said.
    pub spoken: String,
    /// The name of a picture in `assets/pictures`.
    pub picture: Option<String>,
}

impl Phrase {
    /// Words that a person gave: shown and said as they are.
    #[must_use]
    pub fn own(words: impl Into<String>) -> Self {
        let shown = words.into();
        Self { spoken: shown.clone(), shown, picture: None }
    }

    /// The same words with this picture.
    #[must_use]
    pub fn with_picture(mut self, picture: impl Into<String>) -> Self {
        self.picture = Some(picture.into());
        self
    }

    /// The same words, shown with more after them.
    #[must_use]
    pub fn and_show(mut self, more: &str) -> Self {
        self.shown = format!("{} {more}", self.shown);
        self
    }

    /// All these words, one sentence after the other.
    pub fn joined<'p>(phrases: impl IntoIterator<Item = &'p Self>) -> Self {
        let mut all = Self::default();
        for phrase in phrases {
            for (words, more) in [(&mut all.shown, &phrase.shown), (&mut all.spoken, &phrase.spoken)] {
                if !words.is_empty() {
                    words.push_str(if words.ends_with(['.', '?', '!', ':']) { " " } else { ". " });
                }
                words.push_str(more);
            }
        }
        all
    }

    /// The same words, said with more after them.
    #[must_use]
    pub fn then_say(mut self, more: &Self) -> Self {
        self.spoken = format!("{} {}", self.spoken, more.spoken);
        self
    }
}

/// What is being spoken now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    /// The part of the screen whose words are spoken.
    pub part: String,
    /// The sentence, as a range of bytes in what is said of the part.
    pub range: Range<usize>,
}

/// A value to put into a phrase.
pub type Arg<'a> = fluent_bundle::FluentValue<'a>;

/// The words in one language.
pub struct Words {
    chosen: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({:?})", self.chosen.locales)
    }
}

impl Words {
    /// The words of a language. What it lacks is said in English.
    #[must_use]
    pub fn in_language(language: &str) -> Self {
        Self { chosen: bundle(language), english: bundle(LANGUAGES[0].0) }
    }

    /// The languages that the app has words for.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(language, _)| *language)
    }

    /// The language, as BCP 47 names it: "en-GB".
    #[must_use]
    pub fn language(&self) -> String {
        self.chosen.locales.first().map_or_else(|| LANGUAGES[0].0.to_owned(), ToString::to_string)
    }

    /// The phrase of this key.
    #[must_use]
    pub fn phrase(&self, key: &str) -> Phrase {
        self.phrase_with(key, [])
    }

    /// The phrase of this key, with values put in.
    #[must_use]
    pub fn phrase_with<const N: usize>(&self, key: &str, args: [(&str, Arg<'_>); N]) -> Phrase {
        let args: FluentArgs<'_> = args.into_iter().map(|(name, arg)| (Cow::from(name.to_owned()), arg)).collect();
        [&self.chosen, &self.english]
            .into_iter()
            .find_map(|bundle| read(bundle, key, &args))
            // A missing key fails a test; a person would rather see its name than nothing.
            .unwrap_or_else(|| Phrase::own(key))
    }

    /// Whether there are words for this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.english.has_message(key)
    }

    /// What a phrase shows, where only that is wanted, as in a copied note.
    #[must_use]
    pub fn shown(&self, key: &str) -> String {
        self.phrase(key).shown
    }
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let id = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let source = LANGUAGES.iter().find(|(name, _)| *name == language).map_or("", |(_, source)| source);
    // What cannot be read is left out; `tests/rules.rs` fails on it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(part, _)| part);
    bundle.add_resource_overriding(resource);
    bundle
}

fn read(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<Phrase> {
    let message = bundle.get_message(key)?;
    let format = |pattern| bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned();
    let attribute = |name| Some(format(message.get_attribute(name)?.value()));
    let shown = format(message.value()?);
    Some(Phrase { spoken: attribute("spoken").unwrap_or_else(|| shown.clone()), picture: attribute("picture"), shown })
}
