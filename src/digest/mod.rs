//! Digest: what is worth knowing. Summary, key figures, who's who, keywords and readability of one text.

pub mod entities;
pub mod figures;
pub mod keywords;
pub mod readability;
pub mod summary;

pub use entities::{Entity, EntityKind};
pub use figures::{Decimal, Figure, FigureKind, FigureValue};
pub use keywords::Keyword;
pub use readability::Readability;
pub use summary::SummarySentence;

use crate::article::{self, Article, Metadata, PageKind, RemovalReason, Unreadable};
use crate::lexicon::Language;
use crate::options::{Include, Options};
use crate::page::{NodeId, Source, Tag};
use crate::text::Text;

/// Everything nutgraf says of a document. Spans are bytes of `text.body`.
#[derive(Clone, Debug)]
pub struct Digest {
    /// Why there is nothing to sum up; `None` for a readable document.
    pub unreadable: Option<Unreadable>,
    /// The best guess.
    pub kind: PageKind,
    /// Title, author, dates and the like.
    pub metadata: Metadata,
    /// The article's text.
    pub text: Text,
    /// The article as safe HTML.
    pub html: String,
    /// In document order.
    pub summary: Vec<SummarySentence>,
    /// Most important first.
    pub figures: Vec<Figure>,
    /// Most important first.
    pub entities: Vec<Entity>,
    /// Most important first.
    pub keywords: Vec<Keyword>,
    /// Counts and formulas; `None` where the part is left out of the build.
    pub readability: Option<Readability>,
    /// What was dropped: only where `Include::Removed` asks for it.
    pub removed: Vec<Removed>,
    /// What the reader should know about this result.
    pub warnings: Vec<String>,
}

/// Something that was dropped, as people want to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Why.
    pub reason: RemovalReason,
    /// Its text, white space settled.
    pub text: String,
    /// A CSS selector of the element; in a plain text the number of its line, blank lines not counted and wrapped ones once.
    pub selector: String,
    /// The element.
    pub node: NodeId,
}

/// The digest of a segmented article. Each optional part is switched here, by value, and nowhere else.
pub fn digest(article: Article<'_>, text: Text, options: &Options) -> Digest {
    let html = article::to_html(&article, options);
    let mut figures = if cfg!(feature = "figures") { figures::find(&text, &article.metadata) } else { vec![] };
    let entities = if cfg!(feature = "entities") { entities::find(&text, &article.metadata) } else { vec![] };
    let context = summary::Context {
        text: &text,
        title: article.metadata.title.as_deref(),
        kind: article.kind,
        figures: &figures,
        entities: &entities,
    };
    let summary = summary::choose(&context, options);
    figures::rank(&mut figures, &text, &summary);
    let keywords = keywords::find(&text, article.metadata.title.as_deref());
    let readability = if cfg!(feature = "readability") { Some(readability::measure(&text)) } else { None };
    let removed = if options.include.contains(&Include::Removed) { removed(&article) } else { vec![] };
    let mut warnings = article.warnings.clone();
    warnings.extend(doubts(&text, options));
    Digest {
        unreadable: article.unreadable,
        kind: article.kind,
        metadata: article.metadata,
        html,
        summary,
        figures,
        entities,
        keywords,
        readability,
        removed,
        warnings,
        text,
    }
}

/// What the reader should know of the text and its language.
fn doubts(text: &Text, options: &Options) -> impl Iterator<Item = String> {
    let asked = options.lang.as_deref().filter(|tag| !tag.trim().is_empty() && Language::of(tag).is_none());
    let no_tag = asked.map(|tag| ["the option lang isn't a language tag: ", tag].concat());
    let unknown = text.language != Language::UNKNOWN && text.language.stop_words().is_none();
    let unsupported = unknown.then(|| ["there are no word lists for the language ", text.language.code()].concat());
    let is_broken = text.body.contains(char::REPLACEMENT_CHARACTER);
    let broken = is_broken.then(|| "some characters couldn't be decoded: they stand as U+FFFD".to_owned());
    [no_tag, unsupported, broken].into_iter().flatten()
}

fn removed(article: &Article<'_>) -> Vec<Removed> {
    let page = article.page;
    let is_plain = page.source == Source::Plain;
    let body = page.first(Tag::BODY).filter(|_| is_plain);
    let lines = body.into_iter().flat_map(|body| page.children(body)).filter(|&node| page.tag(node) == Some(Tag::P));
    let mut lines = (1_u32..).zip(lines);
    let mut describe = |removal: &article::Removal| Removed {
        reason: removal.reason,
        text: page.words_of(removal.node),
        selector: match lines.find(|&(_, line)| line == removal.node) {
            Some((number, _)) => number.to_string(),
            None => page.selector(removal.node),
        },
        node: removal.node,
    };
    article.removed.iter().map(&mut describe).collect()
}
