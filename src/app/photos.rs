//! The photos that people took in: faces for the door, the others when somebody comes in.
use iced::Task;

use super::{App, Message, Stage};
use crate::domain::find_place::familiar;
use crate::domain::person::PersonId;
use crate::domain::place::Place;
use crate::domain::record::Record;
use crate::photo::Pixels;
use crate::ui::pictures;

/// The most places whose photos are all read when somebody comes in.
const AT_HAND: usize = 60;

/// Photos by their names, and the person who may see them.
pub type Fetched = (PersonId, Vec<(String, Pixels)>);

impl App {
    /// Reads the photos of places and of this person's steps: of very many places, those that this person goes to.
    /// Who looks for another asks for its photo. What the person before could see is let go of.
    pub(super) fn fetch_photos(&mut self) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        self.hall.look.photos = self.faces.clone();
        let places = inside.session.places();
        let known = familiar(&inside.session.gone_to(&inside.me.id));
        let is_shown = |place: &&Place| places.len() <= AT_HAND || place.base || known.contains(&place.id);
        let places = places.iter().filter(is_shown).filter_map(|place| place.photo.clone());
        let steps = inside.session.step_notes(&inside.me.id).into_iter().filter_map(|note| note.photo);
        self.fetch(places.chain(steps).collect())
    }

    /// Reads the photos of people, which everyone sees at the door.
    pub(super) fn fetch_faces(&self) -> Task<Message> {
        let names = self.hall.team.everyone().map(|person| person.photo.clone());
        let is_missing = |name: &String| !name.is_empty() && !pictures::is_ours(name) && !self.faces.has(name);
        let names: Vec<_> = names.filter(is_missing).collect();
        let Some(store) = self.store.clone().filter(|_| !names.is_empty()) else { return Task::none() };
        let read = async move {
            let hall = tokio::task::spawn_blocking(move || store.hall()).await;
            match hall {
                Ok(Ok(hall)) => hall.photos(names).await,
                _ => Vec::new(),
            }
        };
        Task::perform(read, Message::Faces)
    }

    /// Shows photos of people, also while nobody is in.
    pub(super) fn show_faces(&mut self, faces: Vec<(String, Pixels)>) -> Task<Message> {
        self.faces = self.faces.and(faces);
        self.hall.look.photos = self.hall.look.photos.with(&self.faces);
        Task::none()
    }

    /// Reads the photo that a place or a step has got.
    pub(super) fn fetch_new_photo(&self, record: &Record) -> Task<Message> {
        match record {
            Record::Place(place) => self.fetch(place.photo.clone().into_iter().collect()),
            Record::StepNote(note) => self.fetch(note.photo.clone().into_iter().collect()),
            _ => Task::none(),
        }
    }

    /// Reads these photos, for the person who is in.
    pub(super) fn fetch(&self, mut names: Vec<String>) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        names.retain(|name| !pictures::is_ours(name) && !self.hall.look.photos.has(name));
        if names.is_empty() {
            return Task::none();
        }
        let person = inside.me.id.clone();
        Task::perform(inside.session.photos(names), move |photos| Message::Photos((person.clone(), photos)))
    }

    /// Shows photos that have been read, to the person who may see them.
    pub(super) fn show_photos(&mut self, (person, photos): Fetched) -> Task<Message> {
        if self.me().is_some_and(|me| me.id == person) {
            self.hall.look.photos = self.hall.look.photos.and(photos);
        }
        Task::none()
    }
}
