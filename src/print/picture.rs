//! A picture on paper: its areas and lines are drawn as such, so that it is sharp at any size.
//!
//! It is read by the library that reads it on the screen. Our pictures are areas and lines in one colour each; what
//! else SVG has is refused, and `tests.rs` draws every picture there is.
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use usvg::tiny_skia_path::PathSegment;
use usvg::{Node, Paint, PaintOrder};

use crate::assets::PICTURES;

/// Draws a picture of this name into a square of this side, in points. `None` if there is none, or it cannot be.
pub fn draw(surface: &mut Surface<'_>, name: &str, left: f32, top: f32, side: f32) -> Option<()> {
    let svg = PICTURES.get_file(format!("{name}.svg"))?;
    let tree = usvg::Tree::from_data(svg.contents(), &usvg::Options::default()).ok()?;
    draw_tree(surface, &tree, (left, top), side / tree.size().width().max(tree.size().height()))
}

/// Draws what was read, this many points for each unit.
pub fn draw_tree(surface: &mut Surface<'_>, tree: &usvg::Tree, (left, top): (f32, f32), scale: f32) -> Option<()> {
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, left, top));
    let drawn = group(surface, tree.root());
    surface.pop();
    drawn
}

fn group(surface: &mut Surface<'_>, parts: &usvg::Group) -> Option<()> {
    (!parts.should_isolate()).then_some(())?;
    parts.children().iter().try_for_each(|node| match node {
        Node::Group(parts) => group(surface, parts),
        Node::Path(shape) => path(surface, shape),
        Node::Image(_) | Node::Text(_) => None,
    })
}

fn path(surface: &mut Surface<'_>, shape: &usvg::Path) -> Option<()> {
    if !shape.is_visible() {
        return Some(());
    }
    (shape.paint_order() == PaintOrder::FillAndStroke).then_some(())?;
    let fill = match shape.fill() {
        None => None,
        Some(fill) => Some(Fill {
            paint: colour(fill.paint())?.into(),
            opacity: NormalizedF32::new(fill.opacity().get())?,
            rule: match fill.rule() {
                usvg::FillRule::NonZero => FillRule::NonZero,
                usvg::FillRule::EvenOdd => FillRule::EvenOdd,
            },
        }),
    };
    let stroke = match shape.stroke() {
        None => None,
        Some(stroke) if stroke.dasharray().is_some() => return None,
        Some(stroke) => Some(Stroke {
            paint: colour(stroke.paint())?.into(),
            width: stroke.width().get(),
            miter_limit: stroke.miterlimit().get(),
            line_cap: match stroke.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            },
            line_join: match stroke.linejoin() {
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
            },
            opacity: NormalizedF32::new(stroke.opacity().get())?,
            dash: None,
        }),
    };
    if fill.is_none() && stroke.is_none() {
        return Some(());
    }
    let outline = outline(shape)?;
    let own = shape.abs_transform();
    surface.push_transform(&Transform::from_row(own.sx, own.ky, own.kx, own.sy, own.tx, own.ty));
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&outline);
    surface.set_fill(None);
    surface.set_stroke(None);
    surface.pop();
    Some(())
}

fn colour(paint: &Paint) -> Option<rgb::Color> {
    match paint {
        Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        _ => None,
    }
}

fn outline(shape: &usvg::Path) -> Option<Path> {
    let mut outline = PathBuilder::new();
    for segment in shape.data().segments() {
        match segment {
            PathSegment::MoveTo(to) => outline.move_to(to.x, to.y),
            PathSegment::LineTo(to) => outline.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => outline.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, and, to) => outline.cubic_to(by.x, by.y, and.x, and.y, to.x, to.y),
            PathSegment::Close => outline.close(),
        }
    }
    outline.finish()
}
