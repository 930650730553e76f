//! Markup: the claims of a page's elements and of what it shows near its title.
//!
//! One pass over the page gathers the head's claims and the places worth reading; lines near the main heading are read
//! after it.

use super::date::Order;
use super::{Claim, Claims, Source, by_line, date, json_ld, meta, settle};
use crate::article::url;
use crate::page::{Flow, NodeId, Page, Tag};

/// A source among a page's markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `<title>`.
    Title,
    /// `<h1>`.
    Heading,
    /// `<h2>` or `<h3>`.
    LesserHeading,
    /// A link to the site's first page.
    HomeLink,
    /// `itemprop=author`.
    AuthorProperty,
    /// `rel=author`.
    AuthorRel,
    /// A class or id that says "byline".
    BylineClass,
    /// A class or id that says "author".
    AuthorClass,
    /// A name that links to "/authors/…".
    AuthorLink,
    /// A line near the title that opens with "By".
    ByLine,
    /// A name alone beside a date near the title.
    NameLine,
    /// `itemprop=datePublished`.
    DateProperty,
    /// `itemprop=dateModified`.
    ModifiedProperty,
    /// `<time>`.
    TimeElement,
    /// A class or id that says "date".
    DateClass,
    /// A date near the title.
    ShownDate,
    /// A date near the title that tells when the text was changed.
    ShownUpdate,
    /// A marked date that is no day of the text's.
    OtherDay,
    /// A day in the address.
    UrlDate,
    /// `lang` of the document.
    Lang,
    /// `dir` of the document.
    Dir,
    /// `<link rel=canonical>`.
    Canonical,
    /// `<link rel=image_src>`.
    ImageLink,
}

impl Mark {
    /// True where the claim's nearness to the title counts.
    pub(super) fn is_placed(self) -> bool {
        matches!(
            self,
            Self::AuthorProperty
                | Self::AuthorRel
                | Self::BylineClass
                | Self::AuthorClass
                | Self::AuthorLink
                | Self::DateProperty
                | Self::TimeElement
                | Self::DateClass
        )
    }
}

/// Elements read for one mark; the ones that count stand near the top.
const MARKED_MAX: usize = 24;

/// A marked element's text beyond these bytes is prose and not read.
const MARKED_BYTES_MAX: usize = 300;

/// Everything the page claims, in JSON-LD only where `reads_json_ld`. `address` is where it was loaded from.
pub(super) fn claims(page: &Page, address: Option<&str>, reads_json_ld: bool) -> Claims {
    let mut gather = Gather { page, all: Vec::new(), scripts: Vec::new(), base: None, counts: [0; MARKS] };
    for node in page.subtree(NodeId::ROOT) {
        if let Some(tag) = page.tag(node) {
            gather.element(node, tag);
        }
    }
    let Gather { mut all, scripts, base, .. } = gather;
    if reads_json_ld {
        json_ld::claims(page, &scripts, &mut all);
    }
    let base = match base {
        Some(base) => url::absolute(&base, address),
        None => address.map(str::to_owned),
    };
    if let Some(date) = address.and_then(url::path).and_then(date::in_path) {
        all.push(Claim { source: Source::Mark(Mark::UrlDate), value: date, group: 0 });
    }
    Claims { all, base }
}

/// How many marks there are.
const MARKS: usize = Mark::ImageLink as usize + 1;

struct Gather<'p> {
    page: &'p Page,
    all: Vec<Claim>,
    scripts: Vec<NodeId>,
    base: Option<String>,
    counts: [usize; MARKS],
}

impl Gather<'_> {
    fn claim(&mut self, mark: Mark, node: NodeId, value: Option<String>) {
        let count = &mut self.counts[mark as usize];
        if *count < MARKED_MAX
            && let Some(value) = value
        {
            *count += 1;
            self.all.push(Claim { source: Source::Mark(mark), value, group: node.index() });
        }
    }

    fn attribute(&mut self, mark: Mark, node: NodeId, name: &str) {
        self.claim(mark, node, self.page.attribute(node, name).map(str::to_owned));
    }

    fn element(&mut self, node: NodeId, tag: Tag) {
        match tag {
            Tag::META => meta::claims(self.page, node, &mut self.all),
            Tag::TITLE if self.counts[Mark::Title as usize] == 0 => {
                self.claim(Mark::Title, node, Some(self.page.text_of(node)).filter(|title| !title.trim().is_empty()));
            }
            Tag::H1 => self.claim(Mark::Heading, node, shown(self.page, node)),
            Tag::H2 | Tag::H3 => self.claim(Mark::LesserHeading, node, shown(self.page, node)),
            Tag::LINK => self.link(node),
            Tag::A if self.page.attribute(node, "href") == Some("/") => {
                self.claim(Mark::HomeLink, node, shown(self.page, node));
            }
            Tag::A if self.page.attribute(node, "href").is_some_and(leads_to_author) => {
                let name = shown(self.page, node).filter(|name| by_line::is_plain_name(name.trim()));
                self.claim(Mark::AuthorLink, node, name);
            }
            Tag::BASE if self.base.is_none() => self.base = self.page.attribute(node, "href").map(str::to_owned),
            Tag::HTML | Tag::BODY => {
                self.attribute(Mark::Lang, node, "lang");
                self.attribute(Mark::Lang, node, "xml:lang");
                self.attribute(Mark::Dir, node, "dir");
            }
            Tag::SCRIPT if json_ld::is_json_ld(self.page, node) => self.scripts.push(node),
            Tag::TIME if !is_update(self.page, node) => {
                self.claim(Mark::TimeElement, node, dated(self.page, node));
            }
            _ => {}
        }
        if tag.flow() != Flow::Skipped && tag != Tag::HTML && tag != Tag::BODY {
            self.marked(node, tag);
        }
    }

    fn link(&mut self, node: NodeId) {
        match self.page.attribute(node, "rel").map(str::trim) {
            Some(rel) if rel.eq_ignore_ascii_case("canonical") => self.attribute(Mark::Canonical, node, "href"),
            Some(rel) if rel.eq_ignore_ascii_case("image_src") => self.attribute(Mark::ImageLink, node, "href"),
            _ => {}
        }
    }

    /// Elements whose attributes say that they hold an author or a date.
    fn marked(&mut self, node: NodeId, tag: Tag) {
        let page = self.page;
        let (mut byline, mut author, mut has_date) = (false, false, false);
        for (name, value) in page.attributes_of(node) {
            match name {
                "itemprop" => self.property(node, value),
                "rel" if tag != Tag::LINK && has_word(value, "author") => {
                    self.claim(Mark::AuthorRel, node, shown(page, node));
                }
                "class" | "id" if value.len() <= MARKED_BYTES_MAX => {
                    byline |= contains(value, "byline");
                    author |= contains(value, "author");
                    has_date |= contains(value, "date") || contains(value, "publish") || contains(value, "time");
                }
                _ => {}
            }
        }
        if byline {
            self.claim(Mark::BylineClass, node, shown(page, node));
        } else if author {
            self.claim(Mark::AuthorClass, node, shown(page, node));
        }
        if has_date && tag != Tag::TIME && !is_update(page, node) {
            self.claim(Mark::DateClass, node, dated(page, node));
        }
    }

    fn property(&mut self, node: NodeId, names: &str) {
        let page = self.page;
        let value = || {
            let given = page.attribute(node, "content").or_else(|| page.attribute(node, "datetime"));
            given.filter(|value| !value.trim().is_empty()).map(str::to_owned).or_else(|| shown(page, node))
        };
        for name in names.split_ascii_whitespace() {
            match name {
                "author" => self.claim(Mark::AuthorProperty, node, named(page, node).or_else(value)),
                "datePublished" | "dateCreated" => self.claim(Mark::DateProperty, node, value()),
                "dateModified" => self.claim(Mark::ModifiedProperty, node, value()),
                _ => {}
            }
        }
    }
}

/// True where an element's attributes say that it tells when the text was changed.
fn is_update(page: &Page, node: NodeId) -> bool {
    let says = |name: &str| {
        let value = page.attribute(node, name).unwrap_or("");
        (contains(value, "updat") || contains(value, "modif")) && !contains(value, "publish")
    };
    says("class") || says("itemprop") || says("id")
}

/// Folders of sites that hold their authors.
const AUTHOR_FOLDERS: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autores",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "autori",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "columnist",
    "columnists",
    "journalist",
    "journalists",
    "reporters",
    "staff",
    "by",
];

/// True for an address in such a folder.
fn leads_to_author(address: &str) -> bool {
    let mut parts = address.split(['?', '#']).next().unwrap_or_default().split('/').filter(|part| !part.is_empty());
    parts.any(|part| AUTHOR_FOLDERS.contains(&part)) && parts.next().is_some()
}

/// The date that an element tells to machines, as ISO 8601: `datetime`, or the `title` of a word that stands for it.
pub(super) fn machine_date(page: &Page, node: NodeId) -> Option<String> {
    let told = |name: &str| date::iso(page.attribute(node, name)?, Order::Unknown);
    match page.tag(node)? {
        Tag::TIME => told("datetime"),
        Tag::ABBR | Tag::SPAN if page.attribute(node, "title")?.starts_with(|c: char| c.is_ascii_digit()) => {
            told("title")
        }
        _ => None,
    }
}

/// The date that an element tells to machines, or what it shows.
fn dated(page: &Page, node: NodeId) -> Option<String> {
    machine_date(page, node).or_else(|| shown(page, node))
}

/// The `itemprop=name` inside an item.
fn named(page: &Page, item: NodeId) -> Option<String> {
    let named = page.subtree(item).skip(1).find(|&node| page.attribute(node, "itemprop") == Some("name"))?;
    page.attribute(named, "content").map(str::to_owned).or_else(|| shown(page, named))
}

/// What the element shows, its blocks on lines of their own; `None` where that is nothing or too much for a mark.
fn shown(page: &Page, node: NodeId) -> Option<String> {
    let mut out = String::new();
    let end = page.nodes[node.index()].end;
    let is_heading = page.tag(node).is_some_and(|tag| tag.heading_level().is_some());
    let mut at = node;
    while at < end {
        if let Some(span) = page.text_span(at) {
            let text = span.of(&page.text);
            // Elements side by side are drawn apart: "<b>Ann Lee</b><i>Founder</i>".
            if !is_heading
                && out.ends_with(char::is_alphanumeric)
                && text.starts_with(|c: char| c.is_uppercase() || c == '@')
            {
                out.push('\n');
            }
            out.push_str(text);
        } else if page.flow(at) == Flow::Skipped {
            at = page.nodes[at.index()].end;
            continue;
        } else if page.flow(at) != Flow::Inline {
            out.push('\n');
        }
        if out.len() > MARKED_BYTES_MAX * 4 {
            return None;
        }
        at = NodeId(at.0 + 1);
    }
    let lines: Vec<String> = out.lines().map(settle::one_line).filter(|line| !line.is_empty()).collect();
    let out = lines.join("\n");
    (!out.is_empty() && out.len() <= MARKED_BYTES_MAX).then_some(out)
}

/// True where `words`, parted by blanks, hold `word`.
fn has_word(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|w| w.eq_ignore_ascii_case(word))
}

/// True where `text` holds `part`, which is in lower case, in any case.
pub(super) fn contains(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}
