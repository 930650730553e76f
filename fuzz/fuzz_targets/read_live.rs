//! Any bytes as a live record: an answer or `bad-input`, never a broken tree.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use nutgraf::page::LiveRecord;

fuzz_target!(|record: (&[u8], &str)| {
    let record = LiveRecord { events: record.0, strings: record.1 };
    if let Ok(digest) = nutgraf::digest_live(&record, &nutgraf::Options::default()) {
        invariants::check(&digest);
    }
});
