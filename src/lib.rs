//! nutgraf reads a web page, or plain text, and gives back its article, a summary of verbatim sentences, key figures,
//! people and organisations, keywords and readability.
//!
//! A document passes the stages once, in this order, and each stage has one type and one function:
//! [`page`] → [`article`] → [`text`] → [`digest`].
//!
//! ```
//! let page = "<title>Ferry</title><article><p>The ferry sank on Monday off the coast of Norway. \
//!             All 47 passengers were rescued by the coastguard within an hour.</p></article>";
//! let digest = nutgraf::digest_html(page, &nutgraf::Options::default())?;
//! assert!(digest.text.body.starts_with("The ferry sank on Monday"));
//! # Ok::<(), nutgraf::Error>(())
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

pub mod article;
pub mod digest;
pub mod error;
pub mod lexicon;
pub mod options;
pub mod page;
mod sort;
pub mod span;
mod table;
pub mod text;
pub mod wasm;

pub use digest::Digest;
pub use error::Error;
pub use options::Options;

/// The digest of an HTML document or fragment. Fails where an option is out of range or a limit is passed.
#[cfg(feature = "parser")]
pub fn digest_html(html: &str, options: &Options) -> Result<Digest, Error> {
    options.check()?;
    digest_page(&page::parse_html(html, &options.limits)?, options)
}

/// The digest of a live document, from the record that `www/walk.js` makes of it.
pub fn digest_live(record: &page::LiveRecord<'_>, options: &Options) -> Result<Digest, Error> {
    options.check()?;
    digest_page(&page::read_live(record, &options.limits)?, options)
}

/// The digest of plain text, such as what a reader copies from a page.
pub fn digest_text(text: &str, options: &Options) -> Result<Digest, Error> {
    options.check()?;
    digest_page(&page::from_text(text, &options.limits)?, options)
}

fn digest_page(page: &page::Page, options: &Options) -> Result<Digest, Error> {
    let article = article::extract(page, options)?;
    let text = text::segment(&article, options);
    Ok(digest::digest(article, text, options))
}
