//! How a control is drawn: ground, border, lip and focus ring.
use iced::advanced::Renderer as _;
use iced::advanced::renderer::Quad;
use iced::border::Radius;
use iced::{Background, Border, Color, Padding, Rectangle, Renderer};

use super::look::{self, Look};
use super::pictures;

/// Where the focus ring of a control is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// In the gutter round it.
    Around,
    /// Inside its edge, for a control inside a plate.
    Inside,
}

/// How a control is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Skin {
    /// The ground, if it has one.
    pub ground: Option<Color>,
    /// The ground while it is pressed.
    pub pressed: Color,
    /// The colour of border and lip.
    pub edge: Color,
    /// The width of the border.
    pub border: f32,
    /// The depth of the lip. What has a lip can be pressed; nothing else has one.
    pub lip: f32,
    /// The radius of the corners.
    pub radius: f32,
    /// The colour of words and icons on it.
    pub ink: Color,
    /// Where the focus ring goes.
    pub ring: Ring,
    /// The colour around it, where square content must be cut to its round corners.
    pub rounds: Option<Color>,
    bands: (Color, Color),
    /// The room that border and lip take at rest, so that the content never shifts.
    rest: (f32, f32),
}

impl Skin {
    fn plate(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.plate),
            pressed: colours.sunk,
            edge: colours.line,
            border: look.border(),
            lip: look::LIP,
            radius: look::TILE_RADIUS,
            ink: colours.ink,
            ring: Ring::Around,
            rounds: None,
            bands: (colours.ring, colours.mark),
            rest: (look.border(), look::LIP),
        }
    }

    /// A tile.
    #[must_use]
    pub fn tile(look: &Look) -> Self {
        Self::plate(look)
    }

    /// A tile that is picked: thick border and tint.
    #[must_use]
    pub fn picked(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.pick),
            pressed: colours.pick,
            edge: colours.pickline,
            border: look.picked_border(),
            lip: look::LIP + 2.0,
            ..Self::plate(look)
        }
    }

    /// The sixth place: the person's own.
    #[must_use]
    pub fn own(look: &Look) -> Self {
        let colours = look.colours();
        Self { ground: Some(colours.voicetint), edge: colours.voice, ..Self::plate(look) }
    }

    /// The main button of a page.
    #[must_use]
    pub fn primary(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.action),
            pressed: colours.action,
            edge: colours.actionlip,
            ink: colours.onaction,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// Any other button.
    #[must_use]
    pub fn quiet(look: &Look) -> Self {
        Self { radius: look::BUTTON_RADIUS, ..Self::plate(look) }
    }

    /// A button of a person's own voice.
    #[must_use]
    pub fn voice(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.voice),
            pressed: colours.voice,
            edge: colours.voicelip,
            ink: colours.onvoice,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// A button that acts on a worry.
    #[must_use]
    pub fn danger(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.danger),
            pressed: colours.danger,
            edge: colours.dangerlip,
            ink: colours.ondanger,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// A worry in a list of staff.
    #[must_use]
    pub fn worry(look: &Look) -> Self {
        let colours = look.colours();
        Self { ground: Some(colours.dangertint), edge: colours.danger, border: 4.0, ..Self::plate(look) }
    }

    /// The open tab, or the row that is shown: it is pressed in.
    #[must_use]
    pub fn current(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.pick),
            edge: colours.pickline,
            border: 4.0,
            lip: 0.0,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// A field to type in: a thick border while it has the focus, or needs a change.
    #[must_use]
    pub fn field(look: &Look, needs_change: bool, focused: bool) -> Self {
        let colours = look.colours();
        let (edge, border) = match (needs_change, focused) {
            (true, _) => (colours.danger, 4.0),
            (false, true) => (colours.action, 4.0),
            (false, false) => (colours.line, look.border()),
        };
        Self { edge, border, lip: 0.0, radius: look::FIELD_RADIUS, ..Self::plate(look) }
    }

    /// Something that cannot be pressed now: it keeps its place, flat.
    #[must_use]
    pub fn off(look: &Look) -> Self {
        Self {
            ground: None,
            edge: Color::TRANSPARENT,
            border: 0.0,
            lip: 0.0,
            ink: look.colours().soft,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// A control inside the plate of another one.
    #[must_use]
    pub fn bare(look: &Look) -> Self {
        Self { ring: Ring::Inside, rest: (0.0, 0.0), ink: look.colours().action, ..Self::off(look) }
    }

    /// A key on the rail.
    #[must_use]
    pub fn rail(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.railkey),
            pressed: colours.rail,
            edge: colours.railline,
            ink: colours.railink,
            radius: look::BUTTON_RADIUS,
            ..Self::plate(look)
        }
    }

    /// Home, on Home: filled, with no lip.
    #[must_use]
    pub fn rail_here(look: &Look) -> Self {
        Self { edge: look.colours().railkey, lip: 0.0, ..Self::rail(look) }
    }

    /// A rail key that cannot be used now.
    #[must_use]
    pub fn rail_off(look: &Look) -> Self {
        Self { ink: look.colours().railoff, ..Self::off(look) }
    }

    /// The Listen key while something speaks.
    #[must_use]
    pub fn rail_speaking(look: &Look) -> Self {
        let colours = look.colours();
        Self {
            ground: Some(colours.mark),
            pressed: colours.mark,
            edge: colours.railink,
            ink: colours.ring,
            ..Self::rail(look)
        }
    }

    /// The same with these corners.
    #[must_use]
    pub fn rounded(self, radius: f32) -> Self {
        Self { radius, ..self }
    }

    /// The same with a small lip, for buttons of 52 or less.
    #[must_use]
    pub fn small(self) -> Self {
        Self { lip: self.lip.min(look::SMALL_LIP), rest: (self.rest.0, look::SMALL_LIP), ..self }
    }

    /// The room that border and lip take.
    #[must_use]
    pub fn inset(&self) -> Padding {
        Padding { bottom: self.rest.1, ..Padding::new(self.rest.0) }
    }

    /// The radius inside the border, for cells in the corners.
    #[must_use]
    pub fn inner_radius(&self) -> f32 {
        (self.radius - self.border).max(0.0)
    }

    /// Draws the plate and gives how far its content moves down.
    pub fn draw(&self, renderer: &mut Renderer, bounds: Rectangle, pressed: bool) -> f32 {
        let Some(ground) = self.ground else { return 0.0 };
        let down = if pressed && self.lip > 0.0 { self.lip - self.border.min(2.0) } else { 0.0 };
        let plate = Rectangle { y: bounds.y + down, height: bounds.height - down, ..bounds };
        let lip = if down > 0.0 { 0.0 } else { (self.lip - self.border).max(0.0) };
        fill(renderer, plate, self.radius, self.edge);
        let inner = Rectangle {
            x: plate.x + self.border,
            y: plate.y + self.border,
            width: plate.width - 2.0 * self.border,
            height: plate.height - 2.0 * self.border - lip,
        };
        fill(renderer, inner, self.inner_radius(), if pressed { self.pressed } else { ground });
        down
    }

    /// Draws the border once more over content that reaches into it: a thick one, or one round a photo.
    pub fn draw_border(&self, renderer: &mut Renderer, bounds: Rectangle) {
        let lip = (self.lip - self.border).max(0.0);
        let border = Quad {
            bounds: Rectangle { height: bounds.height - lip, ..bounds },
            border: Border { color: self.edge, width: self.border, radius: self.radius.into() },
            ..Quad::default()
        };
        if let Some(behind) = self.rounds {
            // A photo lies in a layer of its own, so what cuts its corners needs one too.
            let around = bounds.expand(look::GUTTER);
            let top = Rectangle { height: look::GUTTER + self.radius, ..around };
            renderer.with_layer(top, |renderer| pictures::round_off(renderer, bounds, self.radius, behind));
            renderer.with_layer(around, |renderer| renderer.fill_quad(border, Color::TRANSPARENT));
        } else if self.ground.is_some() && self.border > self.rest.0 {
            renderer.fill_quad(border, Color::TRANSPARENT);
        }
    }

    /// Draws the focus ring: a dark band outside, a bright one inside.
    pub fn draw_ring(&self, renderer: &mut Renderer, bounds: Rectangle) {
        let (outer, radius) = match self.ring {
            Ring::Around => (bounds.expand(look::GUTTER), self.radius + look::GUTTER),
            Ring::Inside => (bounds.shrink(2.0), look::FIELD_RADIUS),
        };
        let bands = |renderer: &mut Renderer| {
            for (inset, colour) in [(0.0, self.bands.0), (4.0, self.bands.1)] {
                renderer.fill_quad(
                    Quad {
                        bounds: outer.shrink(inset),
                        border: Border { color: colour, width: 4.0, radius: (radius - inset).into() },
                        ..Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            }
        };
        // What cuts the corners of a photo lies in a layer of its own, and would lie over the ring.
        if self.rounds.is_some() { renderer.with_layer(outer, bands) } else { bands(renderer) }
    }
}

/// Fills a rounded rectangle.
pub fn fill(renderer: &mut Renderer, bounds: Rectangle, radius: impl Into<Radius>, colour: Color) {
    renderer.fill_quad(
        Quad { bounds, border: Border { radius: radius.into(), ..Border::default() }, ..Quad::default() },
        Background::Color(colour),
    );
}
