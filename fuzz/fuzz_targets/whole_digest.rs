//! Any string as a page, the whole way.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    if let Ok(digest) = nutgraf::digest_html(html, &nutgraf::Options::default()) {
        invariants::check(&digest);
        let again = nutgraf::digest_html(&digest.html, &nutgraf::Options::default());
        assert!(again.is_ok(), "the clean HTML can't be read");
    }
});
