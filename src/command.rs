//! What the command line asks for.
use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::Date;
use lexopt::{Arg, Parser};

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Opens the app.
    Open {
        /// Where things are kept, if not in the usual folder.
        data: Option<PathBuf>,
        /// The day that it works on, if not today.
        day: Option<Date>,
    },
    /// Makes the tour in this folder.
    Tour(PathBuf),
    /// Brings a copy of everything back to where there is nothing yet.
    Restore {
        /// The stick or folder that the copy lies on.
        from: PathBuf,
        /// Where things are kept, if not in the usual folder.
        data: Option<PathBuf>,
    },
    /// Takes a copy, and asks to be let in to its team.
    Join {
        /// The stick or folder that the copy lies on.
        from: PathBuf,
        /// Where things are kept, if not in the usual folder.
        data: Option<PathBuf>,
    },
    /// Says how it is started.
    Help,
    /// Says which version it is.
    Version,
}

/// What cannot be understood on the command line, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood(pub String);

impl From<lexopt::Error> for NotUnderstood {
    fn from(error: lexopt::Error) -> Self {
        Self(match error {
            lexopt::Error::MissingValue { option } => option.unwrap_or_default(),
            lexopt::Error::UnexpectedOption(option) => option,
            lexopt::Error::UnexpectedArgument(value)
            | lexopt::Error::UnexpectedValue { value, .. }
            | lexopt::Error::NonUnicodeValue(value) => value.to_string_lossy().into_owned(),
            lexopt::Error::ParsingFailed { value, .. } => value,
            other => other.to_string(),
        })
    }
}

impl Command {
    /// Reads the command line, without the name of the program.
    ///
    /// # Errors
    /// [`NotUnderstood`], with the first thing that makes no sense.
    pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, NotUnderstood> {
        let mut parser = Parser::from_args(args);
        let (mut data, mut day, mut tour, mut from, mut join) = (None, None, None, None, None);
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Short('h') | Arg::Long("help") => return Ok(Self::Help),
                Arg::Short('V') | Arg::Long("version") => return Ok(Self::Version),
                Arg::Long("data") => data = Some(PathBuf::from(parser.value()?)),
                Arg::Long("today") => {
                    let written = parser.value()?.to_string_lossy().into_owned();
                    day = Some(written.parse().map_err(|_| NotUnderstood(written))?);
                }
                Arg::Value(word) if word == "tour" && tour.is_none() => {
                    tour = Some(PathBuf::from(parser.value().map_err(|_| NotUnderstood("tour".to_owned()))?));
                }
                Arg::Value(word) if word == "join" && tour.is_none() && from.is_none() && join.is_none() => {
                    join = Some(PathBuf::from(parser.value().map_err(|_| NotUnderstood("join".to_owned()))?));
                }
                Arg::Value(word) if word == "restore" && tour.is_none() && from.is_none() && join.is_none() => {
                    from = Some(PathBuf::from(parser.value().map_err(|_| NotUnderstood("restore".to_owned()))?));
                }
                other => return Err(other.unexpected().into()),
            }
        }
        if let Some(from) = join {
            return match (tour, day) {
                (Some(_), _) => Err(NotUnderstood("tour".to_owned())),
                (None, Some(_)) => Err(NotUnderstood("--today".to_owned())),
                (None, None) => Ok(Self::Join { from, data }),
            };
        }
        match (tour, &data, day) {
            (Some(_), ..) if from.is_some() => Err(NotUnderstood("restore".to_owned())),
            (None, _, Some(_)) if from.is_some() => Err(NotUnderstood("--today".to_owned())),
            (Some(folder), None, None) => Ok(Self::Tour(folder)),
            (Some(_), Some(_), _) => Err(NotUnderstood("--data".to_owned())),
            (Some(_), None, Some(_)) => Err(NotUnderstood("--today".to_owned())),
            (None, _, _) => Ok(match from {
                Some(from) => Self::Restore { from, data },
                None => Self::Open { data, day },
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Command, NotUnderstood> {
        Command::read(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn each_way_to_start() {
        let day = Some(jiff::civil::date(2023, 6, 14));
        assert_eq!(read(""), Ok(Command::Open { data: None, day: None }));
        assert_eq!(read("--data a --today 2023-06-14"), Ok(Command::Open { data: Some("a".into()), day }));
        assert_eq!(read("tour pictures"), Ok(Command::Tour("pictures".into())));
        let from = PathBuf::from("stick");
        assert_eq!(read("restore stick"), Ok(Command::Restore { from: from.clone(), data: None }));
        assert_eq!(read("--data a restore stick"), Ok(Command::Restore { from, data: Some("a".into()) }));
        let from = PathBuf::from("stick");
        assert_eq!(read("--data a join stick"), Ok(Command::Join { from, data: Some("a".into()) }));
        assert_eq!(read("-h"), Ok(Command::Help));
        assert_eq!(read("--version"), Ok(Command::Version));
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (words, what) in [
            ("--today 2023-13-01", "2023-13-01"),
            ("--today", "--today"),
            ("--fast", "--fast"),
            ("tour", "tour"),
            ("tour a --data b", "--data"),
            ("tour a b", "b"),
            ("restore", "restore"),
            ("restore a restore b", "restore"),
            ("tour a restore b", "restore"),
            ("restore a --today 2023-06-14", "--today"),
            ("join", "join"),
            ("join a join b", "join"),
            ("join a restore b", "restore"),
            ("join a tour b", "tour"),
            ("join a --today 2023-06-14", "--today"),
            ("picnic", "picnic"),
        ] {
            assert_eq!(read(words), Err(NotUnderstood(what.to_owned())), "{words}");
        }
    }
}
