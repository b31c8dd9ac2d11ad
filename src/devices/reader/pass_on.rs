//! Passes on to the app what the system's side of a screen reader asks for. Lives on the system's thread.
use accesskit::{Action, ActionHandler, ActionRequest, ActivationHandler, DeactivationHandler, TreeUpdate};
use futures::channel::mpsc::UnboundedSender;

use super::Asks;

/// The way to the app.
pub struct PassOn(pub UnboundedSender<Asks>);

impl PassOn {
    fn pass(&self, asks: Asks) {
        // The app may have gone.
        let _ = self.0.unbounded_send(asks);
    }
}

impl ActivationHandler for PassOn {
    fn request_initial_tree(&mut self) -> Option<TreeUpdate> {
        self.pass(Asks::Wake);
        // Only the app's own thread can look at the screen. It comes a moment later.
        None
    }
}

impl DeactivationHandler for PassOn {
    fn deactivate_accessibility(&mut self) {
        self.pass(Asks::Sleep);
    }
}

impl ActionHandler for PassOn {
    fn do_action(&mut self, request: ActionRequest) {
        match request.action {
            Action::Click => self.pass(Asks::Press(request.target_node)),
            Action::Focus => self.pass(Asks::Focus(request.target_node)),
            _ => {}
        }
    }
}
