//! What a person can look up about getting there: what workers asked for, and what was answered.
use super::Session;
use crate::domain::arranging::{AskId, Request, WayAnswered, WayAsked};
use crate::domain::person::PersonId;
use crate::domain::record::Record;

impl Session {
    /// What this worker asked for, each with the answer that counts, the one that is needed first in front.
    #[must_use]
    pub fn ways_asked(&self, worker: &PersonId) -> Vec<Request> {
        let asked = self.list(&format!("ways-asked/{}", worker.0), |record| match record {
            Record::WayAsked(asked) => Some(asked.clone()),
            _ => None,
        });
        let answers = self.ways_answered(worker);
        let mut requests: Vec<_> = asked.into_iter().map(|asked| Request::of(asked, &answers)).collect();
        requests.sort_by_key(|request| request.asked.by);
        requests
    }

    /// What was asked under this name.
    #[must_use]
    pub fn way_asked(&self, ask: &AskId) -> Option<Request> {
        let asked: WayAsked = self.newest(&format!("way-asked/{}", ask.0), |record| match record {
            Record::WayAsked(asked) => Some(asked.clone()),
            _ => None,
        })?;
        let answers = self.ways_answered(&asked.worker);
        Some(Request::of(asked, &answers))
    }

    fn ways_answered(&self, worker: &PersonId) -> Vec<WayAnswered> {
        self.list(&format!("ways-answered/{}", worker.0), |record| match record {
            Record::WayAnswered(answered) => Some(answered.clone()),
            _ => None,
        })
    }
}
