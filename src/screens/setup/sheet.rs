//! The spare key: made, printed for the safe, and tried once.
use age::secrecy::SecretString;
use iced::Task;

use crate::devices::viewer::Ready;
use crate::domain::person::Role;
use crate::print::recovery;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::way_in::typed_key::TypedKey;
use crate::ui::field::Edit;
use crate::ui::{Body, Button, Page, Strength, rows};
use crate::words::Phrase;

/// The spare key.
#[derive(Debug, Default)]
pub struct Sheet {
    stage: Stage,
}

#[derive(Default)]
enum Stage {
    /// What it is, and whether there is one.
    #[default]
    About,
    /// It is being made.
    Making,
    /// It is there, to be printed.
    Made(Ready),
    /// Somebody types it from the paper.
    Trying(TypedKey),
    /// It opens.
    Works,
    /// Something went wrong.
    Failed(Problem),
}

// What is ready to be printed holds the key.
impl std::fmt::Debug for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stage")
    }
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Makes a new one.
    Make,
    /// It is made, or not.
    Made(Result<SecretString, Problem>),
    /// Opens the paper, to print it.
    Show,
    /// It is open, or not.
    Shown(Result<(), Problem>),
    /// Wants to try it.
    Try,
    /// Types.
    Type(Edit),
    /// Has typed it.
    Typed,
    /// It opens, or not.
    Tried(Result<(), Problem>),
    /// Has read what was said.
    Okay,
}

impl Screen for Sheet {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "sheet";
    const CARD: Option<fn() -> Place> = Some(|| Place::Sheet(()));
    const FOR: &'static [Role] = &[Role::Senior];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let key = match (ctx.store.has_sheet(), ctx.store.is_tried()) {
            (false, _) => "sheet-none",
            (true, false) => "sheet-not-tried",
            (true, true) => return None,
        };
        Some(ctx.phrase(key))
    }

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Make => {
                // What could not be printed is not made.
                if let Err(problem) = ctx.devices.may_go_out() {
                    self.stage = Stage::Failed(problem);
                    return Action::none();
                }
                self.stage = Stage::Making;
                return Action::run(Task::perform(ctx.store.make_sheet_soon(&ctx.team), Message::Made));
            }
            Message::Made(made) => {
                self.stage = made.and_then(|key| paper(ctx, &key)).map_or_else(Stage::Failed, Stage::Made);
            }
            Message::Show => {
                if let Stage::Made(paper) = &self.stage {
                    return Action::run(Task::perform(ctx.devices.viewer.show(paper.clone()), Message::Shown));
                }
            }
            Message::Shown(Ok(())) => {}
            Message::Shown(Err(problem)) | Message::Tried(Err(problem)) => self.stage = Stage::Failed(problem),
            Message::Try => {
                self.stage = Stage::Trying(TypedKey::default());
                return Action::step(Step::Focus("key".to_owned()));
            }
            Message::Type(edit) => {
                if let Stage::Trying(typed) = &mut self.stage {
                    typed.take(edit);
                }
            }
            Message::Typed => {
                if let Stage::Trying(typed) = &mut self.stage {
                    return match typed.read() {
                        Some(key) => Action::run(Task::perform(ctx.store.try_sheet(key), Message::Tried)),
                        None => typed.slip(ctx.hall).map_or_else(Action::none, |slip| Action::step(Step::Say(slip))),
                    };
                }
            }
            Message::Tried(Ok(())) => self.stage = Stage::Works,
            Message::Okay => self.stage = Stage::About,
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::About => about(ctx),
            Stage::Making => lines(ctx, "sheet-making", &["sheet-wait"]),
            Stage::Made(_) => lines(ctx, "sheet-ready", &["sheet-print", "sheet-secret"])
                .action(Button::new("sheet-try", ctx.phrase("sheet-try"), Message::Try).icon("check"))
                .primary(primary(ctx, ("sheet-show", "note"), Message::Show)),
            Stage::Trying(typed) => {
                let body = Body::rows(move |look, width| typed.rows(ctx.hall, (look, width), Message::Type));
                let done = primary(ctx, ("way-try", "check"), Message::Typed).only_if(!typed.is_empty());
                Page::new("sheet-try", ctx.phrase("sheet-type"), body).primary(done)
            }
            Stage::Works => {
                lines(ctx, "way-kept", &["sheet-works"]).primary(primary(ctx, ("ok", "check"), Message::Okay))
            }
            Stage::Failed(problem) => {
                let key = if *problem == Problem::NotAllowed { "door-sheet-wrong" } else { problem.words() };
                let words = ctx.phrase_for(key, ctx.lead_name());
                let body = Body::rows(move |look, width| vec![rows::line(look, "sheet-problem", &words, width)]);
                Page::new("sheet-failed", ctx.phrase("sheet-failed"), body).primary(primary(
                    ctx,
                    ("ok", "check"),
                    Message::Okay,
                ))
            }
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match self.stage {
            Stage::About => None,
            Stage::Making => Some(Action::none()),
            _ => {
                self.stage = Stage::About;
                Some(Action::none())
            }
        }
    }
}

fn paper(ctx: Ctx<'_>, key: &SecretString) -> Result<Ready, Problem> {
    let team = ctx.phrase("practice").shown;
    let paper = recovery::sheet(&ctx.words, &team, ctx.today(), key).ok_or(Problem::CannotPrint)?;
    Ok(Ready { name: ctx.phrase("recovery").shown, pdf: paper.pdf(&ctx.words)? })
}

fn primary(ctx: Ctx<'_>, (key, icon): (&'static str, &'static str), does: Message) -> Button<Message> {
    Button::new(key, ctx.phrase(key), does).icon(icon).strength(Strength::Primary)
}

fn lines<'a>(ctx: Ctx<'a>, heading: &'static str, keys: &'static [&'static str]) -> Page<'a, Message> {
    let body =
        Body::rows(move |look, width| keys.iter().map(|key| rows::line(look, key, &ctx.phrase(key), width)).collect());
    Page::new(heading, ctx.phrase(heading), body)
}

fn about(ctx: Ctx<'_>) -> Page<'_, Message> {
    let has = ctx.store.has_sheet();
    let page = if has {
        lines(ctx, "sheet", &["sheet-what", "sheet-where", "sheet-old"])
    } else {
        lines(ctx, "sheet", &["sheet-what", "sheet-where"])
    };
    let page = page.primary(primary(ctx, ("sheet-make", "plus"), Message::Make));
    if has { page.action(Button::new("sheet-try", ctx.phrase("sheet-try"), Message::Try).icon("check")) } else { page }
}
