//! A document from anywhere: what can be read is written, and read again as the same.
#![no_main]
use alongside::domain::record::Record;
use alongside::store::limits;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = limits::look_at(bytes) else { return };
    let Ok(record) = ron::from_str::<Record>(text) else { return };
    let _ = limits::look_into(&record);
    let written = ron::to_string(&record).expect("what was read can be written");
    let again: Record = ron::from_str(&written).expect("what was written can be read");
    // As text: a number that is no number is not equal to itself.
    assert_eq!(ron::to_string(&again).expect("it can be written"), written);
    let _ = (record.space().name(), record.document());
});
