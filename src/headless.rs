//! The real program without a window: for the tour and for the tests.
mod under_way;
pub mod visitor;

use std::path::Path;
use std::time::{Duration, Instant};

use futures::channel::mpsc;
use iced::advanced::renderer::Headless as _;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{self, Outcome};
use iced::advanced::{clipboard, mouse, renderer};
use iced::keyboard::{self, Modifiers, key};
use iced::{Event, Point, Program, Size, Theme, theme, window};
use iced_runtime::futures::{Executor as _, Runtime};
use iced_runtime::user_interface::{Cache, UserInterface};
use iced_runtime::{Action, Task, task};

use self::under_way::UnderWay;
use crate::ui::part::Found;
use crate::ui::walk::Walk;

/// A picture of the screen: pixels in red, green, blue, alpha.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes a pixel, row by row.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// Writes it as a PNG file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, file: &Path) -> image::ImageResult<()> {
        image::save_buffer(file, &self.rgba, self.width, self.height, image::ColorType::Rgba8)
    }
}

/// What runs the work of a program.
type Runs<P> = Runtime<
    <P as Program>::Executor,
    mpsc::UnboundedSender<Action<<P as Program>::Message>>,
    Action<<P as Program>::Message>,
>;

/// A program that runs without a window: it keeps what its widgets remember, and runs its work.
pub struct Headless<P: Program> {
    program: P,
    state: P::State,
    renderer: P::Renderer,
    cache: Option<Cache>,
    window: window::Id,
    size: Size,
    cursor: mouse::Cursor,
    actions: mpsc::UnboundedReceiver<Action<P::Message>>,
    runtime: Runs<P>,
    under_way: UnderWay,
    closed: bool,
}

/// So long nothing may have come back for the screen to be at rest.
const QUIET: Duration = Duration::from_millis(12);
/// Work that has begun so lately is waited for. What takes longer is a clock, or is slow on purpose.
const GRACE: Duration = Duration::from_millis(100);

impl<P> Headless<P>
where
    P: Program<Theme = Theme> + 'static,
{
    /// Starts the program in a pretend window of this many pixels.
    ///
    /// # Errors
    /// When there are no threads to run it on, or no renderer.
    pub fn start(program: P, size: Size) -> Result<Self, std::io::Error> {
        let (sender, actions) = mpsc::unbounded();
        let mut runtime = Runtime::new(P::Executor::new()?, sender);
        let settings = program.settings();
        let renderer = runtime
            .block_on(<P::Renderer as renderer::Headless>::new(
                settings.default_font,
                settings.default_text_size,
                Some("tiny-skia"),
            ))
            .ok_or_else(|| std::io::Error::other("no software renderer"))?;
        let (state, task) = runtime.enter(|| program.boot());
        let mut headless = Self {
            program,
            state,
            renderer,
            cache: Some(Cache::default()),
            window: window::Id::unique(),
            size,
            cursor: mouse::Cursor::Unavailable,
            actions,
            runtime,
            under_way: UnderWay::default(),
            closed: false,
        };
        headless.run(task);
        headless.track();
        headless.resize(size);
        Ok(headless)
    }

    /// The state of the program.
    pub fn state(&self) -> &P::State {
        &self.state
    }

    /// Whether the program has closed its window.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The size of the page in logical pixels: the window divided by the text size.
    pub fn page(&self) -> Size {
        let scale = self.program.scale_factor(&self.state, self.window);
        Size::new(self.size.width / scale, self.size.height / scale)
    }

    /// Gives the window another size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        let page = self.page();
        self.events(&[Event::Window(window::Event::Resized(page))]);
        self.settle();
    }

    /// The person asks to close the window.
    pub fn ask_to_close(&mut self) {
        self.events(&[Event::Window(window::Event::CloseRequested)]);
        self.settle();
    }

    /// Hands events to the program, one frame each.
    pub fn events(&mut self, events: &[Event]) {
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        for event in events.iter().chain([&redraw]) {
            let mut messages = Vec::new();
            let status = self.ui(|ui, renderer, cursor| {
                let (_, statuses) =
                    ui.update(std::slice::from_ref(event), cursor, renderer, &mut clipboard::Null, &mut messages);
                statuses.first().copied().unwrap_or(iced::event::Status::Ignored)
            });
            self.runtime.broadcast(iced_runtime::futures::subscription::Event::Interaction {
                window: self.window,
                event: event.clone(),
                status,
            });
            for message in messages {
                self.message(message);
            }
        }
    }

    fn message(&mut self, message: P::Message) {
        let Self { program, state, runtime, .. } = self;
        let task = runtime.enter(|| program.update(state, message));
        self.run(task);
        self.track();
    }

    fn run(&mut self, task: Task<P::Message>) {
        if let Some(stream) = task::into_stream(task) {
            self.runtime.run(self.under_way.watch(stream));
        }
    }

    fn track(&mut self) {
        let Self { program, state, runtime, .. } = self;
        let recipes = iced_runtime::futures::subscription::into_recipes(
            runtime.enter(|| program.subscription(state).map(Action::Output)),
        );
        runtime.track(recipes);
    }

    /// Lets work under way come back, until nothing has for a little while.
    pub fn settle(&mut self) {
        let mut quiet = Instant::now();
        let mut drawn = true;
        loop {
            // Asked before the last look at what came: on a busy computer this thread may be held up between the two.
            let rests = drawn
                && !self.under_way.is_due()
                && quiet.elapsed() >= QUIET
                && (quiet.elapsed() >= GRACE || !self.under_way.is_young());
            match self.actions.try_recv() {
                Ok(action) => {
                    self.perform(action);
                    quiet = Instant::now();
                    drawn = false;
                }
                // As in a window, what has changed is drawn, and what is new on the screen may say so.
                Err(_) if !drawn => {
                    self.events(&[]);
                    drawn = true;
                }
                Err(_) if rests => return,
                Err(_) => std::thread::sleep(Duration::from_micros(300)),
            }
        }
    }

    fn perform(&mut self, action: Action<P::Message>) {
        match action {
            Action::Output(message) => self.message(message),
            Action::Widget(operation) => {
                let mut next = Some(operation);
                while let Some(mut operation) = next.take() {
                    self.ui(|ui, renderer, _| ui.operate(renderer, operation.as_mut()));
                    if let Outcome::Chain(chained) = operation.finish() {
                        next = Some(chained);
                    }
                }
                self.events(&[]);
            }
            Action::Window(iced_runtime::window::Action::Close(_)) | Action::Exit => self.closed = true,
            _ => {}
        }
    }

    fn ui<T>(
        &mut self,
        f: impl FnOnce(&mut UserInterface<'_, P::Message, Theme, P::Renderer>, &mut P::Renderer, mouse::Cursor) -> T,
    ) -> T {
        let size = self.page();
        let mut ui = UserInterface::build(
            self.program.view(&self.state, self.window),
            size,
            self.cache.take().unwrap_or_default(),
            &mut self.renderer,
        );
        let result = f(&mut ui, &mut self.renderer, self.cursor);
        self.cache = Some(ui.into_cache());
        result
    }

    /// All parts of the open screen, in reading order.
    pub fn walk(&mut self) -> Vec<Found> {
        let mut walk = Walk::default();
        self.ui(|ui, renderer, _| ui.operate(renderer, &mut operation::black_box(&mut walk)));
        match walk.finish() {
            Outcome::Some(found) => found,
            Outcome::None | Outcome::Chain(_) => Vec::new(),
        }
    }

    /// Presses and lets go at a point of the page.
    pub fn press_at(&mut self, point: Point) {
        self.press_without_waiting(point);
        self.settle();
    }

    /// The same, and does not wait for what comes of it.
    pub fn press_without_waiting(&mut self, point: Point) {
        self.point_at(point);
        self.events(&[Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))]);
        self.events(&[Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))]);
    }

    /// Moves the pointer to a point of the page.
    pub fn point_at(&mut self, point: Point) {
        self.cursor = mouse::Cursor::Available(point);
        self.events(&[Event::Mouse(mouse::Event::CursorMoved { position: point })]);
    }

    /// Strikes a key that has a name.
    pub fn strike(&mut self, named: key::Named, modifiers: Modifiers) {
        let text = (named == key::Named::Space).then(|| " ".into());
        self.strike_key(keyboard::Key::Named(named), modifiers, text);
        self.settle();
    }

    /// Types these words.
    pub fn type_in(&mut self, words: &str) {
        for letter in words.chars() {
            let text: iced::advanced::graphics::core::SmolStr = letter.to_string().into();
            let key = match letter {
                ' ' => keyboard::Key::Named(key::Named::Space),
                '\n' => keyboard::Key::Named(key::Named::Enter),
                _ => keyboard::Key::Character(text.clone()),
            };
            self.strike_key(key, Modifiers::empty(), Some(text));
        }
        self.settle();
    }

    /// Strikes a letter with other keys held.
    pub fn strike_letter(&mut self, letter: char, modifiers: Modifiers) {
        self.strike_key(keyboard::Key::Character(letter.to_string().into()), modifiers, None);
        self.settle();
    }

    fn strike_key(
        &mut self,
        key: keyboard::Key,
        modifiers: Modifiers,
        text: Option<iced::advanced::graphics::core::SmolStr>,
    ) {
        let physical_key = key::Physical::Unidentified(key::NativeCode::Unidentified);
        self.events(&[Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key.clone(),
            physical_key,
            location: keyboard::Location::Standard,
            modifiers,
            text,
            repeat: false,
        })]);
        self.events(&[Event::Keyboard(keyboard::Event::KeyReleased {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location: keyboard::Location::Standard,
            modifiers,
        })]);
    }

    /// A picture of the whole window.
    pub fn picture(&mut self) -> Picture {
        let app = self.program.theme(&self.state, self.window);
        let theme = app.unwrap_or_else(|| <Theme as theme::Base>::default(theme::Mode::Light));
        let style = self.program.style(&self.state, &theme);
        let scale = self.program.scale_factor(&self.state, self.window);
        self.ui(|ui, renderer, cursor| {
            let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let _ = ui.update(&[redraw], cursor, renderer, &mut clipboard::Null, &mut Vec::new());
            ui.draw(renderer, &theme, &renderer::Style { text_color: style.text_color }, cursor);
        });
        let size = Size::new(self.size.width as u32, self.size.height as u32);
        Picture {
            width: size.width,
            height: size.height,
            rgba: self.renderer.screenshot(size, scale, style.background_color),
        }
    }
}

impl<P: Program<State = crate::App>> Headless<P> {
    /// The control that the keys act on.
    pub fn focus(&self) -> Option<&str> {
        self.state.focus()
    }
}
