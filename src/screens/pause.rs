//! When typed words are kept: a second after the first letter that is not, however somebody goes on typing. Then a lock,
//! a loss of power or a program that is killed takes less than two seconds of them (vault design, section 3.2).
use std::time::Duration;

use iced::Task;

/// How long typed words wait. Each letter by itself would be a file of its own.
const WAIT: Duration = Duration::from_secs(1);

/// Whether words wait to be kept.
#[derive(Debug, Default)]
pub struct Pause(bool);

impl Pause {
    /// Something was typed: gives the message that says that it is time to keep it, unless that is on its way already.
    pub fn begin<M: Send + 'static>(&mut self, over: M) -> Task<M> {
        if std::mem::replace(&mut self.0, true) {
            return Task::none();
        }
        Task::perform(tokio::time::sleep(WAIT), move |()| over)
    }

    /// It is over, and the words are kept now.
    pub fn end(&mut self) {
        self.0 = false;
    }
}
