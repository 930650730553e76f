//! Metadata: which source wins for which field, as one table.

use crate::options::Options;
use crate::page::{Page, Tag};

/// What a page says of itself. A value that isn't known is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The article's title, without the site's name.
    pub title: Option<String>,
    /// The authors' names.
    pub byline: Option<String>,
    /// The site's name.
    pub site_name: Option<String>,
    /// The page's own description.
    pub excerpt: Option<String>,
    /// The declared language, a BCP 47 tag.
    pub lang: Option<String>,
    /// The declared direction: "ltr" or "rtl".
    pub dir: Option<String>,
    /// ISO 8601.
    pub published_time: Option<String>,
    /// ISO 8601.
    pub modified_time: Option<String>,
    /// Address of the lead picture.
    pub image: Option<String>,
    /// The page's canonical address.
    pub canonical_url: Option<String>,
}

/// What the page says of itself.
pub(super) fn read(page: &Page, options: &Options) -> Metadata {
    let html = page.first(Tag::HTML);
    let attribute = |name| html.and_then(|html| page.attribute(html, name)).map(str::to_owned);
    Metadata {
        title: page.first(Tag::TITLE).map(|title| page.text_of(title).trim().to_owned()),
        lang: options.lang.clone().or_else(|| attribute("lang")),
        dir: attribute("dir"),
        ..Metadata::default()
    }
}
