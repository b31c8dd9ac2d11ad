//! Tiles: a big picture, words, and an ear.
use iced::border::Radius;
use iced::widget::{Column, Row as Line, Space, column, container, row};
use iced::{Center, Color, Fill, Padding, Rectangle, Size};

use super::board::Board;
use super::colours::Theme;
use super::look::{self, Look};
use super::page::{Grid, Tiles};
use super::part::{Part, Role, Zone};
use super::press::{Beside, Press};
use super::said::{label, label_in, said};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::tile::{Lead, Mark, Tile};
use super::{View, buttons, glimpse, pictures};

/// The width of the plate behind a line icon.
const SIGN: f32 = 76.0;

/// How tiles are laid on the pages of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    columns: usize,
    rows: usize,
    /// Whether the sixth place stands last on every page.
    own_on_each: bool,
    cell: Size,
    gap: f32,
    /// How many pages there are.
    pub pages: usize,
}

impl Plan {
    /// The plan for these tiles in this room: two columns where every label fits, and otherwise one.
    #[must_use]
    pub fn of<M>(look: &Look, tiles: &Tiles<M>, room: Size) -> Self {
        let count = tiles.tiles.len() + usize::from(tiles.own.is_some());
        let few = count <= 3 || (count == 4 && tiles.own.is_some());
        let wished = match () {
            () if look.one_column() => 1,
            () if tiles.grid == Grid::Pairs => 2,
            () if tiles.grid != Grid::Answers => 3,
            () if few => 1,
            () => 2,
        };
        let plan = Self::with(look, tiles, (room, wished));
        let fits = plan.least(look, tiles) <= plan.cell.height && plan.words_fit(look, tiles);
        match tiles.grid {
            Grid::Answers | Grid::Small | Grid::Pairs if wished > 1 && !fits => {
                Self::with(look, tiles, (room, wished - 1))
            }
            _ => plan,
        }
    }

    fn with<M>(look: &Look, tiles: &Tiles<M>, (room, columns): (Size, usize)) -> Self {
        let gap = look.gap();
        let count = tiles.tiles.len() + usize::from(tiles.own.is_some());
        let width = (room.width - gap * (columns as f32 - 1.0)) / columns as f32;
        let cell = Size::new(width, look.tile());
        let mut plan = Self { columns, rows: 1, own_on_each: columns > 1 && tiles.own.is_some(), cell, gap, pages: 1 };
        let least = if columns == 1 { plan.least(look, tiles).max(look.tile()) } else { look.tile() };
        let most = match (tiles.grid, columns) {
            (_, 1) | (Grid::Small | Grid::Pairs, _) => 4,
            (Grid::Photos, _) => 2,
            (Grid::Answers, _) => 3,
        };
        let fits = ((room.height + gap) / (least + gap)).floor().max(1.0) as usize;
        plan.rows = fits.min(most);
        let places = columns * plan.rows - usize::from(plan.own_on_each);
        let on_pages = tiles.tiles.len() + usize::from(tiles.own.is_some() && !plan.own_on_each);
        plan.pages = on_pages.div_ceil(places.max(1)).max(1);
        // A single page of few tiles has rows of the usual height, not giant ones.
        let used = if plan.pages > 1 { plan.rows } else { count.div_ceil(columns).clamp(1, plan.rows) };
        let shown = match columns {
            1 => used.max(plan.rows.min(2)),
            _ if used <= 2 => plan.rows.min(2),
            _ => plan.rows,
        };
        let highest = if tiles.grid == Grid::Photos { 300.0 } else { 260.0 };
        plan.cell.height = ((room.height - gap * (shown as f32 - 1.0)) / shown as f32).min(highest);
        plan
    }

    /// Whether no word is wider than the room for it.
    fn words_fit<M>(&self, look: &Look, tiles: &Tiles<M>) -> bool {
        let all = tiles.tiles.iter().chain(&tiles.own);
        let mut words = all.flat_map(|tile| tile.phrase.shown.split_whitespace().map(move |word| (tile, word)));
        words
            .all(|(tile, word)| letters::width(look, main_style(tile), word) <= words_room(look, tile, self.cell.width))
    }

    /// The height that the tallest words need in a cell of this width.
    fn least<M>(&self, look: &Look, tiles: &Tiles<M>) -> f32 {
        let all = tiles.tiles.iter().chain(&tiles.own);
        all.map(|tile| words_height(look, tile, words_room(look, tile, self.cell.width))).fold(0.0, f32::max) + 18.0
    }
}

/// The tiles of one page.
#[must_use]
pub fn grid<'a, M: Clone + 'a>(look: &Look, tiles: &Tiles<M>, (plan, page): (Plan, usize), room: Size) -> View<'a, M> {
    let places = plan.columns * plan.rows - usize::from(plan.own_on_each);
    let own_last = tiles.own.iter().filter(|_| !plan.own_on_each);
    let shown = tiles.tiles.iter().chain(own_last).skip(page * places).take(places);
    let own = tiles.own.iter().filter(|_| plan.own_on_each);
    let last = plan.columns * plan.rows - 1;
    let board = shown.enumerate().chain(own.map(|own| (last, own))).fold(Board::new(room), |board, (index, tile)| {
        let (down, across) = (index / plan.columns, index % plan.columns);
        let place = Rectangle::new(
            [across as f32 * (plan.cell.width + plan.gap), down as f32 * (plan.cell.height + plan.gap)].into(),
            plan.cell,
        );
        let view = if tiles.grid == Grid::Photos && plan.columns > 1 {
            photo_tile(look, tile, plan.cell)
        } else {
            tile_view(look, tile, plan.cell)
        };
        board.put(Zone::Content, place, view)
    });
    board.into()
}

/// One tile with its picture at the left.
#[must_use]
pub fn tile_view<'a, M: Clone + 'a>(look: &Look, tile: &Tile<M>, size: Size) -> View<'a, M> {
    let skin = skin(look, tile);
    let inner = skin.inner_radius().min(look::BUTTON_RADIUS);
    let lead = lead(look, tile, inner, size.height);
    let space = space(look);
    let words = words(look, tile, Size::new(words_room(look, tile, size.width), size.height - 16.0));
    let words = container(words).padding(Padding::from([4.0, 0.0])).width(Fill).center_y(Fill);
    let mut line = Line::new().push(lead).push(words).spacing(space);
    line = line.push(mark(look, tile));
    let content = line.align_y(Center).height(Fill);
    glimpse::told(tile, pressable(look, tile, skin, content.into(), (Beside::Right(look.ear()), size)))
}

/// A tile with a photo above the name: only where the photo itself is the answer.
fn photo_tile<'a, M: Clone + 'a>(look: &Look, tile: &Tile<M>, size: Size) -> View<'a, M> {
    let colours = look.colours();
    let mut skin = skin(look, tile);
    skin.rounds = Some(colours.canvas);
    let foot = 92.0;
    let inner = Size::new(size.width - 2.0 * look.border(), size.height - look.border() - look::LIP - foot);
    let top: View<'a, M> = match &tile.lead {
        Lead::Photo(name) => pictures::photo(look, name, inner, None),
        Lead::Voice(icon) => container(pictures::icon(icon, 84.0, colours.action))
            .center(Fill)
            .width(inner.width)
            .height(inner.height)
            .style({
                let sunk = colours.sunk;
                move |_| buttons::ground(sunk, 0.0)
            })
            .into(),
        _ => letters_plate(look, tile, inner),
    };
    let name = container(words(look, tile, Size::new(size.width - look.ear() - 44.0, foot)))
        .padding(Padding { left: 20.0, ..Padding::ZERO })
        .center_y(foot);
    let content: View<'a, M> = column![top, name].width(Fill).into();
    pressable(look, tile, skin, content, (Beside::Corner(Size::new(look.ear(), foot)), size))
}

fn pressable<'a, M: Clone + 'a>(
    look: &Look,
    tile: &Tile<M>,
    skin: Skin,
    content: View<'a, M>,
    (beside, size): (Beside, Size),
) -> View<'a, M> {
    let colours = look.colours();
    let colour = own_colour(look, tile, colours.action);
    let ear = buttons::ear(look, &tile.id, &tile.words().spoken, colour);
    let mut part = Part { picture: tile.phrase.picture.clone(), ..Part::new(&tile.id, role(tile.mark), &tile.words()) };
    part.checked = match tile.mark {
        Mark::Many(picked) | Mark::One(picked) => Some(picked),
        Mark::Arrow | Mark::Read | Mark::Act => None,
    };
    if tile.mark == Mark::Read {
        // Only read: no lip, and only its ear can be pressed.
        let hair = colours.hair;
        let plate = colours.plate;
        let inside = row![said(look, part, content), container(ear).width(look.ear()).height(Fill),];
        return container(inside)
            .width(size.width)
            .height(size.height)
            .padding(2)
            .style(move |_| buttons::bordered(plate, hair, 2.0, look::TILE_RADIUS))
            .into();
    }
    Press::new(look, part, skin, content)
        .does(tile.does.clone())
        .beside(beside, ear)
        .size(size.width, size.height)
        .into()
}

/// Red for a worry, plum for what is the person's own, and otherwise this colour.
fn own_colour<M>(look: &Look, tile: &Tile<M>, otherwise: Color) -> Color {
    match (tile.alarm, tile.own) {
        (true, _) => look.colours().danger,
        (false, true) => look.colours().voice,
        (false, false) => otherwise,
    }
}

fn role(mark: Mark) -> Role {
    match mark {
        Mark::Arrow | Mark::Act => Role::Button,
        Mark::Many(_) => Role::CheckBox,
        Mark::One(_) => Role::RadioButton,
        Mark::Read => Role::Label,
    }
}

fn skin<M>(look: &Look, tile: &Tile<M>) -> Skin {
    match tile.mark {
        Mark::Many(true) | Mark::One(true) => Skin::picked(look),
        _ if tile.alarm => Skin::worry(look),
        _ if tile.own => Skin::own(look),
        _ => Skin::tile(look),
    }
}

/// The cell at the left: picture, photo, icon, clock or letters on a plate.
fn lead<'a, M: 'a>(look: &Look, tile: &Tile<M>, radius: f32, height: f32) -> View<'a, M> {
    let colours = look.colours();
    let (plate, picture) = (lead_width(look, tile), look.picture().1);
    let picture = picture.min(height - 20.0);
    let left = Radius::default().top_left(radius).bottom_left(radius);
    let solid = |colour: Color| {
        move |_: &iced::Theme| container::Style {
            border: iced::Border { radius: left, ..iced::Border::default() },
            ..buttons::ground(colour, 0.0)
        }
    };
    let shown: View<'a, M> = match &tile.lead {
        Lead::None => return Space::new().width(4).into(),
        Lead::Photo(name) if pictures::has_photo(look, name) => {
            let size = Size::new(plate - 12.0, height - look.border() - look::LIP - 16.0);
            let corners = (look::FIELD_RADIUS, colours.plate);
            return container(pictures::photo(look, name, size, Some(corners)))
                .padding(Padding { left: 8.0, ..Padding::ZERO })
                .center_y(Fill)
                .into();
        }
        Lead::Voice(icon) => {
            return container(pictures::icon(icon, 68.0_f32.min(height - 24.0), colours.onvoice))
                .center(Fill)
                .width(plate)
                .style(solid(colours.voice))
                .into();
        }
        Lead::Sign(icon) => {
            return container(pictures::icon(icon, 56.0_f32.min(height - 24.0), colours.action))
                .center(Fill)
                .width(SIGN)
                .style(solid(colours.sunk))
                .into();
        }
        Lead::Letters(letters) => buttons::plain(look, Style::Question, (letters, colours.ink)),
        Lead::Sample(letters, hundredths) => buttons::sample(look, (letters, colours.ink), *hundredths),
        Lead::Small(Some(small), _) => small.view(Size::new(plate - 12.0, height - 24.0)),
        Lead::Small(None, icon) => pictures::icon(icon, 56.0_f32.min(height - 24.0), colours.action),
        Lead::Photo(_) | Lead::Picture | Lead::Clock(_) if !look.pictures => {
            let bar = if tile.own { colours.voice } else { colours.action };
            return container(Space::new().height(Fill)).width(12).style(solid(bar)).into();
        }
        Lead::Clock(time) => pictures::clock(look, *time, picture),
        Lead::Photo(_) | Lead::Picture => {
            pictures::picture(tile.phrase.picture.as_deref().unwrap_or_default(), picture)
        }
    };
    let back = match look.theme {
        Theme::Light | Theme::Cream if !tile.own => colours.sunk,
        _ => colours.pic,
    };
    let ink_on_pic = matches!(tile.lead, Lead::Letters(_) | Lead::Sample(..) | Lead::Small(..));
    container(shown).center(Fill).width(plate).style(solid(if ink_on_pic { colours.sunk } else { back })).into()
}

/// First letters on a plate, where a photo is missing.
fn letters_plate<'a, M: 'a>(look: &Look, tile: &Tile<M>, size: Size) -> View<'a, M> {
    let sunk = look.colours().sunk;
    let first: String = tile.phrase.shown.chars().take(1).collect();
    container(buttons::plain(look, Style::Question, (&first, look.colours().ink)))
        .center(Fill)
        .width(size.width)
        .height(size.height)
        .style(move |_| buttons::ground(sunk, 0.0))
        .into()
}

/// The width of what stands at the left.
fn lead_width<M>(look: &Look, tile: &Tile<M>) -> f32 {
    match &tile.lead {
        Lead::None => 4.0,
        Lead::Sign(_) => SIGN,
        Lead::Small(..) => glimpse::width(look),
        Lead::Picture | Lead::Clock(_) if !look.pictures => 12.0,
        _ => look.picture().0,
    }
}

/// The width of what stands at the right.
fn mark_width<M>(look: &Look, tile: &Tile<M>) -> f32 {
    let right = if look.class == look::Class::Wide { 20.0 } else { 10.0 };
    match tile.mark {
        Mark::Arrow => 36.0 + right,
        Mark::Many(_) | Mark::One(_) => look.tick() + right,
        Mark::Read | Mark::Act => 0.0,
    }
}

/// Between picture, words and mark.
fn space(look: &Look) -> f32 {
    if look.class == look::Class::Wide { 20.0 } else { 14.0 }
}

/// The width that is left for words in a tile of this width.
fn words_room<M>(look: &Look, tile: &Tile<M>, width: f32) -> f32 {
    let taken = lead_width(look, tile) + mark_width(look, tile) + look.ear() + 2.0 * space(look) + 2.0 * look.border();
    (width - taken).max(40.0)
}

/// The style of a tile's words.
fn main_style<M>(tile: &Tile<M>) -> Style {
    let alone = tile.over.is_none() && tile.under.is_none() && tile.number.is_none();
    if tile.mark == Mark::Arrow && alone { Style::HomeLabel } else { Style::Label }
}

/// The height of all words of a tile. A number takes at least the room of a small one.
fn words_height<M>(look: &Look, tile: &Tile<M>, width: f32) -> f32 {
    let lines = [
        (main_style(tile), Some(&tile.phrase)),
        (Style::SmallStrong, tile.over.as_ref()),
        (Style::Small, tile.under.as_ref()),
    ];
    let words: f32 =
        lines.into_iter().filter_map(|(style, phrase)| Some(letters::height(look, style, &phrase?.shown, width))).sum();
    words + if tile.number.is_some() { Style::Number(30).line(look) } else { 0.0 }
}

fn words<'a, M: 'a>(look: &Look, tile: &Tile<M>, room: Size) -> View<'a, M> {
    let colours = look.colours();
    let mut main = main_style(tile);
    if letters::height(look, main, &tile.phrase.shown, room.width) > room.height {
        // Smaller words are better than words that are cut off.
        main = Style::SmallStrong;
    }
    let voice = own_colour(look, tile, colours.soft);
    let mut lines = Column::new().width(Fill);
    if let Some(over) = &tile.over {
        lines = lines.push(label_in(look, &tile.id, Style::SmallStrong, (over, voice)));
    }
    let width = letters::balanced(look, main, &tile.phrase.shown, room.width);
    lines = lines.push(container(label(look, &tile.id, main, &tile.phrase)).max_width(width));
    if let Some(number) = &tile.number {
        let others = words_height(look, tile, room.width) - Style::Number(30).line(look);
        let style = letters::number(look, &number.shown, Size::new(room.width, room.height - others));
        lines = lines.push(label(look, &tile.id, style, number));
    }
    if let Some(under) = &tile.under {
        lines = lines.push(label_in(look, &tile.id, Style::Small, (under, colours.soft)));
    }
    lines.into()
}

/// Arrow, box or circle.
fn mark<'a, M: 'a>(look: &Look, tile: &Tile<M>) -> View<'a, M> {
    let colours = look.colours();
    let side = look.tick();
    let colour = own_colour(look, tile, colours.action);
    let shown: View<'a, M> = match tile.mark {
        Mark::Arrow => pictures::icon("chevron-right", 36.0, colour),
        Mark::Read | Mark::Act => return Space::new().width(0).into(),
        Mark::Many(picked) => tick(look, picked, look::FIELD_RADIUS, side),
        Mark::One(picked) => tick(look, picked, side / 2.0, side),
    };
    let right = if look.class == look::Class::Wide { 20.0 } else { 10.0 };
    container(shown).padding(Padding { right, ..Padding::ZERO }).into()
}

/// A box or circle that says whether something is picked.
#[must_use]
pub fn tick<'a, M: 'a>(look: &Look, picked: bool, radius: f32, side: f32) -> View<'a, M> {
    let colours = look.colours();
    let (back, edge) = if picked { (colours.action, colours.action) } else { (colours.plate, colours.line) };
    let sign: View<'a, M> =
        if picked { pictures::icon("check", side * 0.7, colours.onaction) } else { Space::new().into() };
    container(sign).center(side).style(move |_| buttons::bordered(back, edge, 2.0, radius)).into()
}
