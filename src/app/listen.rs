//! What is said: ears, Listen, arrival, and stopping.
use iced::Task;

use super::{App, Message, Why};
use crate::problem::Problem;
use crate::speech::{Manner, Now, Utterance};
use crate::ui::part::Found;
use crate::ui::{News, walk};

impl App {
    /// Press once to hear, once more to stop.
    pub(super) fn hear(&mut self, part: String, words: String) -> Task<Message> {
        let spoken = self.hall.look.speaking.as_ref().is_some_and(|speaking| speaking.part == part);
        // Before its first sound it is asked for already.
        if spoken || (self.speaking && self.asked.as_ref() == Some(&part)) {
            return self.hush();
        }
        self.tell(part, words);
        Task::none()
    }

    /// Says these words of a part, whatever is being said.
    pub(super) fn tell(&mut self, part: String, words: String) {
        self.asked = Some(part.clone());
        self.say(vec![Utterance { part, words }]);
    }

    /// The Listen key: reads the screen, or stops.
    pub(super) fn listen(&mut self) -> Task<Message> {
        if self.speaking {
            return self.hush();
        }
        walk::walk().map(|found| Message::Walked(Why::Read, found))
    }

    pub(super) fn read_out(&mut self, found: &[Found]) -> Task<Message> {
        let utterances = walk::readable(found)
            .map(|found| Utterance { part: found.part.id.clone(), words: found.part.spoken.clone() })
            .collect();
        self.asked = None;
        self.say(utterances);
        Task::none()
    }

    fn say(&mut self, utterances: Vec<Utterance>) {
        let manner =
            Manner { pace: self.hall.preferences.pace, gain: self.hall.preferences.gain(), ..Manner::default() };
        self.speaking = true;
        self.voice.say(utterances, manner);
    }

    pub(super) fn hush(&mut self) -> Task<Message> {
        self.voice.stop();
        self.asked = None;
        self.speaking = false;
        self.hall.look.speaking = None;
        Task::none()
    }

    /// Looks at what the voice is doing, so that the screen can show it.
    pub(super) fn beat(&mut self) {
        match self.voice.now() {
            Now::Starting => {}
            Now::Speaking(speaking) => {
                self.hall.look.speaking = Some(speaking);
                // Who listens is there.
                self.hall.look.touched.store(true, std::sync::atomic::Ordering::Relaxed);
                // Should the sound go once more, that is news.
                self.knows_no_sound = false;
            }
            Now::Silent => {
                self.speaking = false;
                self.hall.look.speaking = None;
            }
            Now::Failed(problem) => {
                self.speaking = false;
                self.hall.look.speaking = None;
                let known = self.knows_no_sound || self.news.contains(&News::NoSound);
                if problem == Problem::NoSpeaker && !known {
                    self.news.push(News::NoSound);
                }
            }
        }
    }
}
