//! Any string as pasted text.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(digest) = nutgraf::digest_text(text, &nutgraf::Options::default()) {
        invariants::check(&digest);
    }
});
