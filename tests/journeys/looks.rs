//! scratch: how screens look at other sizes
use crate::person::Computer;
use iced::Size;

#[test]
fn looks_at_sizes() {
    for (name, size, text, theme) in [
        ("1024", Size::new(1024.0, 768.0), None, None),
        ("200-1024", Size::new(1024.0, 768.0), Some("As big as it goes"), Some("Cream")),
        ("200-1366", Size::new(1366.0, 768.0), Some("As big as it goes"), Some("Dark")),
        ("150-1366", Size::new(1366.0, 768.0), Some("Big"), Some("Black and yellow")),
    ] {
        let computer = Computer::new();
        let mut sam = computer.start_at(size);
        let pic = |sam: &mut crate::person::Person<_>, what: &str| sam.keeps_a_picture(&format!("{name}-{what}"));
        pic(&mut sam, "door");
        sam.comes_in_as("Sam");
        if let Some(text) = text {
            sam.presses_id("rail-help");
            pic(&mut sam, "help");
            sam.presses("Change how it looks");
            sam.presses("How big?");
            sam.presses(text);
            pic(&mut sam, "help-size");
            sam.presses_id("rail-back");
            let _ = theme.map(|theme| {
                while !sam.can_press("What colours?") {
                    sam.presses_id("page-down");
                }
                sam.presses("What colours?");
                while !sam.can_press(theme) {
                    sam.presses_id("page-down");
                }
                sam.presses(theme);
            });
        }
        if text.is_some() {
            sam.presses_id("rail-home");
        }
        pic(&mut sam, "home");
        sam.presses("Tell my story");
        pic(&mut sam, "s0");
        while !sam.can_press("Use both") {
            sam.presses_id("page-down");
        }
        sam.presses("Use both");
        sam.presses("Next");
        pic(&mut sam, "a1");
        sam.presses("Skip");
        sam.presses("Skip");
        sam.presses("Skip");
        sam.presses("Skip");
        pic(&mut sam, "b4");
        sam.presses("Skip");
        sam.presses("Skip");
        sam.presses("Skip");
        sam.presses("Skip");
        while !sam.can_press("I am worried") {
            sam.presses_id("page-down");
        }
        pic(&mut sam, "c1");
    }
}
