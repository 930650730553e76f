//! Pasted text → `Page`: no markup to lean on, so each line becomes a paragraph.

use super::{Builder, Page, Source};
use crate::error::Error;
use crate::options::Limits;

/// The page of a plain text. Fails with `too-large` past a limit.
pub fn from_text(text: &str, limits: &Limits) -> Result<Page, Error> {
    limits.check_bytes(text.len())?;
    let mut page = Builder::new(Source::Plain);
    page.open("body", [], false);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        page.open("p", [], false);
        page.text(line);
        page.close();
        limits.check_elements(page.len())?;
    }
    Ok(page.finish())
}
