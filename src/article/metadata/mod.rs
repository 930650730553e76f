//! Metadata: which source wins for which field, as one table.
//!
//! The readers (`json_ld`, `meta`, `markup`) gather claims; the first claim that its field accepts wins, in the order of
//! the field's table.

mod by_line;
mod date;
mod json;
mod json_ld;
mod markup;
mod meta;
mod names;
mod near;
mod settle;
mod title;

pub(super) use by_line::says_who_and_when;

use super::measure::measure;
use super::scene::is_prose;
use super::{Block, BlockKind, Piece, url};
use crate::options::Options;
use crate::page::{NodeId, Page, Source as PageSource};
use json_ld::Subject::{Site, WebPage, Work};
use markup::Mark;

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

/// Where a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// A property of a JSON-LD object about the work, the web page or the site.
    JsonLd(json_ld::Subject, &'static str),
    /// A `<meta>` of that name, property or itemprop, in lower case.
    Meta(&'static str),
    /// Other markup, and what the page shows.
    Mark(Mark),
}

/// A value that the page gives for a field.
#[derive(Clone, Debug)]
struct Claim {
    source: Source,
    value: String,
    /// Claims of one source and group stand together: the authors of one work.
    group: usize,
}

use Source::{JsonLd, Mark as Seen, Meta};

/// Best first. Titles are also weighed against the page's headings (`title`).
const TITLE: &[Source] = &[
    Meta("dc.title"),
    Meta("dc:title"),
    Meta("dcterms.title"),
    Meta("dcterm.title"),
    Meta("og:title"),
    Seen(Mark::Title),
    JsonLd(Work, "headline"),
    JsonLd(Work, "name"),
    Meta("twitter:title"),
    Meta("citation_title"),
    Meta("parsely-title"),
    Meta("sailthru.title"),
    Meta("weibo:article:title"),
    Meta("headline"),
    Meta("title"),
];

const BYLINE: &[Source] = &[
    JsonLd(Work, "author"),
    Meta("citation_author"),
    Meta("dc.creator"),
    Meta("dc:creator"),
    Meta("dcterms.creator"),
    Meta("dcterm.creator"),
    Meta("parsely-author"),
    Meta("sailthru.author"),
    Meta("byl"),
    Meta("article:author"),
    Meta("og:article:author"),
    Meta("author"),
    JsonLd(Work, "creator"),
    Seen(Mark::AuthorProperty),
    Seen(Mark::AuthorRel),
    Meta("twitter:data1"),
    Seen(Mark::ByLine),
    Seen(Mark::BylineClass),
    Seen(Mark::AuthorClass),
    Seen(Mark::AuthorLink),
    JsonLd(WebPage, "author"),
    Seen(Mark::NameLine),
];

const SITE_NAME: &[Source] = &[
    JsonLd(Work, "publisher"),
    Meta("og:site_name"),
    JsonLd(Site, "name"),
    Meta("application-name"),
    Meta("apple-mobile-web-app-title"),
    Meta("dc.publisher"),
];

const EXCERPT: &[Source] = &[
    JsonLd(Work, "description"),
    Meta("dc.description"),
    Meta("dc:description"),
    Meta("dcterms.description"),
    Meta("dcterm.description"),
    Meta("og:description"),
    Meta("weibo:article:description"),
    Meta("description"),
    Meta("twitter:description"),
    JsonLd(WebPage, "description"),
];

const PUBLISHED: &[Source] = &[
    JsonLd(Work, "datePublished"),
    Meta("article:published_time"),
    Meta("og:published_time"),
    Meta("og:article:published_time"),
    Meta("datepublished"),
    Meta("citation_publication_date"),
    Meta("citation_online_date"),
    Meta("citation_date"),
    Meta("parsely-pub-date"),
    Meta("sailthru.date"),
    Meta("dc.date.issued"),
    Meta("dcterms.issued"),
    Meta("dcterms.created"),
    Meta("dc.date.created"),
    Meta("dc.created"),
    Meta("dc.issued"),
    Meta("article.published"),
    Meta("article:published"),
    Meta("article_date_original"),
    Meta("originalpublicationdate"),
    Meta("shareaholic:article_published_time"),
    Meta("weibo:article:create_at"),
    Meta("cxenseparse:recs:publishtime"),
    Meta("pubdate"),
    Meta("publishdate"),
    Meta("publish-date"),
    Meta("publish_date"),
    Meta("publication_date"),
    Meta("publication-date"),
    Meta("published_date"),
    Meta("published-date"),
    Meta("dc.date"),
    Meta("dc:date"),
    Meta("dcterms.date"),
    Meta("date"),
    Meta("published"),
    Meta("date.created"),
    Meta("datecreated"),
    JsonLd(Work, "dateCreated"),
    Seen(Mark::DateProperty),
    JsonLd(WebPage, "datePublished"),
    Seen(Mark::ShownDate),
    Seen(Mark::TimeElement),
    Seen(Mark::DateClass),
    Seen(Mark::UrlDate),
    // A page that shows no other day was published no later.
    Seen(Mark::ShownUpdate),
];

const MODIFIED: &[Source] = &[
    JsonLd(Work, "dateModified"),
    Meta("article:modified_time"),
    Meta("og:updated_time"),
    Meta("og:modified_time"),
    Meta("datemodified"),
    Meta("dcterms.modified"),
    Meta("dc.date.modified"),
    Meta("shareaholic:article_modified_time"),
    Meta("last-modified"),
    Meta("lastmod"),
    Seen(Mark::ModifiedProperty),
    Seen(Mark::ShownUpdate),
    JsonLd(WebPage, "dateModified"),
];

const LANG: &[Source] = &[
    Seen(Mark::Lang),
    Meta("content-language"),
    JsonLd(Work, "inLanguage"),
    Meta("language"),
    Meta("dc.language"),
    Meta("og:locale"),
    JsonLd(WebPage, "inLanguage"),
];

const DIR: &[Source] = &[Seen(Mark::Dir)];

const IMAGE: &[Source] = &[
    Meta("og:image:secure_url"),
    Meta("og:image"),
    Meta("og:image:url"),
    Meta("twitter:image"),
    Meta("twitter:image:src"),
    JsonLd(Work, "image"),
    JsonLd(Work, "thumbnailUrl"),
    Meta("parsely-image-url"),
    Meta("sailthru.image.full"),
    Seen(Mark::ImageLink),
];

const CANONICAL: &[Source] = &[Seen(Mark::Canonical), Meta("og:url"), JsonLd(Work, "url"), Meta("parsely-link")];

/// Every source that a table names.
fn sources() -> impl Iterator<Item = Source> {
    const TABLES: &[&[Source]] = &[TITLE, BYLINE, SITE_NAME, EXCERPT, PUBLISHED, MODIFIED, LANG, DIR, IMAGE, CANONICAL];
    TABLES.iter().flat_map(|table| table.iter().copied())
}

/// Everything that the page says, and where it came from.
struct Claims {
    all: Vec<Claim>,
    base: Option<String>,
}

impl Claims {
    /// The values of a table's sources, best source first; within a source in document order.
    fn of<'c>(&'c self, table: &'c [Source]) -> impl Iterator<Item = &'c Claim> {
        table.iter().flat_map(|source| self.all.iter().filter(move |claim| claim.source == *source))
    }

    fn push(&mut self, mark: Mark, node: NodeId, value: String) {
        self.all.push(Claim { source: Seen(mark), value, group: node.index() });
    }

    /// The first value that `accept` takes.
    fn first<T>(&self, table: &[Source], accept: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.of(table).find_map(|claim| accept(&claim.value))
    }
}

/// What the page says of itself.
pub(super) fn read(page: &Page, options: &Options) -> Metadata {
    if page.source == PageSource::Plain {
        return Metadata { lang: options.lang.clone(), ..Metadata::default() };
    }
    let address = options.url.as_deref().or(page.url.as_deref());
    let mut claims = markup::claims(page, address, options.json_ld);
    let lang = options.lang.clone().or_else(|| claims.first(LANG, language));
    let site_name = claims.first(SITE_NAME, settle::line);
    let order = date::Order::of(lang.as_deref());
    let (title, heading) = title::choose(&claims, site_name.as_deref(), address);
    near::claims(page, title.as_deref(), heading, &mut claims);
    let modified_time = claims.first(MODIFIED, |value| date::iso(value, order));
    let absolute = |value: &str| url::absolute(value, claims.base.as_deref());
    Metadata {
        byline: names::choose(&claims, BYLINE, title.as_deref(), site_name.as_deref(), address),
        title,
        site_name,
        excerpt: claims.first(EXCERPT, settle::line),
        dir: claims.first(DIR, |dir| Some(dir.trim().to_ascii_lowercase()).filter(|dir| dir == "ltr" || dir == "rtl")),
        published_time: published(&claims, order, modified_time.as_deref()),
        modified_time,
        image: claims.first(IMAGE, absolute),
        canonical_url: claims.first(CANONICAL, absolute),
        lang,
    }
}

/// What the lines of a plain text say: `title` is the place of its headline, the lines are those around it.
pub(super) fn of_lines(lines: &[String], title: Option<usize>, lang: Option<&str>) -> Metadata {
    let order = date::Order::of(lang);
    let mut found = Metadata { lang: lang.map(str::to_owned), ..Metadata::default() };
    let Some(title) = title else { return found };
    found.title = settle::line(&lines[title]);
    let behind = (lines.len() - title - 1).min(LINES_BEHIND_TITLE);
    for at in title + 1..title + 1 + behind {
        let line = &lines[at];
        if line.len() > near::LINE_BYTES_MAX {
            break;
        }
        let (before, next) = (&lines[at - 1], lines.get(at + 1).map_or("", String::as_str));
        let name = || by_line::name_in(before, line).or_else(|| by_line::name_beside_date(before, line, next));
        found.byline = found.byline.or_else(name);
        found.published_time = found.published_time.or_else(|| date::iso(line, order));
    }
    found
}

/// Lines behind a plain text's headline that may name its author and day.
const LINES_BEHIND_TITLE: usize = 8;

/// The article's first paragraph on one line, for a page that doesn't describe itself: the first that reads like prose, if any does.
pub(super) fn first_paragraph(page: &Page, blocks: &[Block], pieces: &[Piece]) -> Option<String> {
    let text_of = |block: &Block| &pieces[block.pieces.0 as usize..block.pieces.1 as usize];
    let reads_like_prose = |block: &&Block| is_prose(&measure(page, text_of(block), |_| false));
    let paragraphs =
        || blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst));
    // Some forums quote every post.
    let quotes = || blocks.iter().filter(|block| block.kind == BlockKind::Quote);
    let prose = paragraphs().find(reads_like_prose).or_else(|| quotes().find(reads_like_prose));
    let mut text = String::new();
    for piece in text_of(prose.or_else(|| paragraphs().next())?) {
        match piece {
            Piece::Text(_, span) => text.push_str(span.of(&page.text)),
            Piece::Break | Piece::Cell => text.push(' '),
        }
    }
    Some(settle::one_line(&text)).filter(|text| !text.is_empty())
}

/// The time of publication. A day that the page shows near its title corrects what is told to machines where that is a day
/// away, by a clock elsewhere, or is only the time of the last change.
fn published(claims: &Claims, order: date::Order, modified: Option<&str>) -> Option<String> {
    let told = claims.first(PUBLISHED, |value| date::iso(value, order))?;
    let shown = claims.first(&[Seen(Mark::ShownDate)], |value| date::iso(value, order));
    let is_near = |days: i32| days.abs() <= 1;
    let is_change = modified.and_then(|modified| date::days_between(modified, &told)).is_some_and(is_near);
    // A time with its hour is told to machines as well: it corrects as the same moment by the page's own clock.
    let is_local = |shown: &str| match (shown.get(13..16), told.get(13..16)) {
        (Some(minutes), Some(others)) => minutes == others && !shown.ends_with('Z') && !shown.ends_with("+00:00"),
        _ => true,
    };
    let corrects = |shown: &String| match date::days_between(shown, &told) {
        Some(0) | None => false,
        Some(days) => is_near(days) && is_local(shown) || is_change && days < 0,
    };
    Some(shown.filter(corrects).unwrap_or(told))
}

/// A BCP 47 tag: "en", "pt-BR"; an underscore is written as a hyphen.
fn language(value: &str) -> Option<String> {
    let tag = value.trim().split([',', ';']).next()?.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let holds = (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    holds.then_some(tag)
}
