//! The program is started where it cannot open: a second time, or where its folder cannot be read.
use alongside::problem::Problem;
use alongside::store::Store;
use iced::Size;
use iced::keyboard::key::Named;

use crate::person::Computer;

#[test]
fn whoever_starts_it_twice_reads_and_hears_that_it_is_open_already() {
    let computer = Computer::new();
    let first = computer.start();
    let second = Store::open(&computer.folder, computer.disk.clone(), &computer.devices.devices());
    let mut sam = computer.start_without(second.expect_err("it is open"));
    sam.sees("Alongside is open.");
    sam.sees("Look for the first one.");
    sam.hears("Alongside is open.");
    sam.keeps_its_promises("the second start");
    sam.keeps_a_picture("open-already");
    sam.forgets_what_was_said();
    sam.presses_id("rail-listen");
    sam.hears("Look for the first one.");
    // There is nothing behind it, whatever is struck.
    for key in [Named::Escape, Named::F1, Named::F11, Named::F12] {
        sam.strikes(key);
        sam.sees("Alongside is open.");
    }
    assert!(!sam.can_press("Help") && !sam.can_press("Home") && !sam.can_press("Sam"));
    sam.presses_id("ok");
    assert!(sam.window.is_closed());
    assert!(!first.window.is_closed());
}

#[test]
fn whatever_else_keeps_it_from_opening_is_said_with_what_to_do_at_every_size() {
    let computer = Computer::new();
    for (problem, why) in [
        (Problem::DiskFull, "The computer is full."),
        (Problem::CannotRead, "We tried to read what you saved."),
        (Problem::CannotWrite, "We tried to save here."),
        (Problem::NoKey, "We tried to save here."),
    ] {
        let mut sam = computer.start_without(problem);
        for size in [(800.0, 600.0), (1024.0, 768.0), (1366.0, 768.0)] {
            sam.window.resize(Size::new(size.0, size.1));
            sam.sees("Alongside did not start.");
            sam.sees(why);
            sam.sees("Ask someone to help you.");
            sam.keeps_its_promises(why);
            sam.keeps_a_picture("not-open");
        }
        sam.strikes(Named::Tab);
        sam.strikes(Named::Enter);
        assert!(sam.window.is_closed(), "by keys alone");
    }
}

#[test]
fn the_window_can_be_closed_as_every_window_is() {
    let computer = Computer::new();
    let mut sam = computer.start_without(Problem::AlreadyOpen);
    sam.window.ask_to_close();
    assert!(sam.window.is_closed());
}
