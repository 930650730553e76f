//! Article: what is meant. The content's blocks in order, what was dropped and why, and the metadata.

mod blocks;
mod candidate;
mod classifier;
mod context;
mod evidence;
mod features;
mod furniture;
mod hints;
mod html;
mod kind;
mod legends;
mod line_features;
mod line_rules;
mod lines;
mod measure;
mod metadata;
mod prune;
mod readable;
mod repeats;
mod scene;
mod study;
mod survey;
#[cfg(test)]
mod tests;
pub(crate) mod trees;
mod url;
mod wanted;
mod whole;
mod wordings;

pub use html::to_html;
pub use lines::{LineStudy, study_lines};
pub use metadata::Metadata;
pub use study::{Study, study, study_in_context};

use crate::error::Error;
use crate::options::{Boilerplate, Options};
use crate::page::{NodeId, Page, Source};
use crate::span::ByteSpan;

/// The article of a page.
#[derive(Clone, Debug)]
pub struct Article<'p> {
    /// The page it was found in.
    pub page: &'p Page,
    /// Title, author, dates and the like.
    pub metadata: Metadata,
    /// Which kind of page it is: the best guess.
    pub kind: PageKind,
    /// Why there is nothing to sum up; `None` for a readable article. Blocks are empty where there is a reason.
    pub unreadable: Option<Unreadable>,
    /// The content, block by block, in document order.
    pub blocks: Vec<Block>,
    /// The texts of all blocks, block by block.
    pub pieces: Vec<Piece>,
    /// What was left out inside and around the content.
    pub removed: Vec<Removal>,
    /// What the reader should know about this result, such as a list that was cut.
    pub warnings: Vec<String>,
}

/// A run of content that stands for itself: a paragraph, a heading, a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The innermost block element that holds it.
    pub node: NodeId,
    /// What it is.
    pub kind: BlockKind,
    /// Where its texts stand in `Article::pieces`.
    pub pieces: (u32, u32),
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading, level 1 to 6.
    Heading(u8),
    /// The paragraph under the title that says what follows (standfirst, dek).
    Standfirst,
    /// An item of a list, or a term or description of a description list.
    ListItem,
    /// A paragraph of a block quotation.
    Quote,
    /// Code or other preformatted text: its white space counts.
    Code,
    /// A row of a table, its cells parted by tabs.
    TableRow,
    /// The caption of a figure or table that says what the body doesn't.
    Caption,
    /// A caption that stays under its picture and isn't part of the text.
    Legend,
}

/// One text of a block, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A text node, or part of it: a span of `Page::text`.
    Text(NodeId, ByteSpan),
    /// A line break: `<br>`.
    Break,
    /// The border between two cells of a table row.
    Cell,
}

/// Which kind of page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// One text by an author: news, blog post, essay, encyclopedia entry.
    Article,
    /// A thread of posts.
    Forum,
    /// One thing for sale.
    Product,
    /// Many things for sale, for hire or to choose from.
    Listing,
    /// Reference or guide of software or a device.
    Documentation,
    /// Teasers of many texts: a home page, a category.
    Collection,
    /// A company's, an institution's or a service's page about itself.
    Service,
}

impl PageKind {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Forum => "forum",
            Self::Product => "product",
            Self::Listing => "listing",
            Self::Documentation => "documentation",
            Self::Collection => "collection",
            Self::Service => "service",
        }
    }
}

/// Why a page can't be summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// No characters, or only white space.
    Empty,
    /// Text, but too little to be an article.
    TooShort,
    /// Hardly anything but links.
    LinkList,
    /// Bytes of another format: a PDF, a picture, an archive.
    Binary,
    /// Characters that aren't prose: JSON, CSS, base64.
    NotText,
    /// A shell whose content only scripts would bring.
    NeedsScript,
}

impl Unreadable {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooShort => "too-short",
            Self::LinkList => "link-list",
            Self::Binary => "binary",
            Self::NotText => "not-text",
            Self::NeedsScript => "needs-script",
        }
    }
}

/// Something that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The node whose subtree was left out.
    pub node: NodeId,
    /// Why.
    pub reason: RemovalReason,
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RemovalReason {
    /// Not displayed.
    Hidden,
    /// Menus, breadcrumbs, skip links.
    Navigation,
    /// Mostly links.
    LinkList,
    /// The page's masthead or foot, legal lines.
    Footer,
    /// Beside the article: widgets, teasers of other articles.
    Aside,
    /// Author and date lines.
    Byline,
    /// "4 min read".
    ReadingTime,
    /// Share and follow buttons.
    ShareBar,
    /// A picture's caption or credit that repeats the body or only credits.
    Caption,
    /// Other articles: "related", "read more", "most read".
    Related,
    /// Newsletter and subscription boxes.
    Subscribe,
    /// Cookie and consent notes.
    Cookies,
    /// Advertisements.
    Advertisement,
    /// Comments on an article, and their counts.
    Comments,
    /// Tags and categories.
    Tags,
    /// The title once more.
    RepeatedTitle,
    /// A text that stands elsewhere in the article.
    Repeated,
    /// Fields, buttons and their labels.
    Form,
    /// Asked for by the caller: `exclude`, `data-nutgraf-ignore`, or outside `root`.
    Excluded,
    /// Judged not to be content by the classifier, and nothing more is known.
    Boilerplate,
}

impl RemovalReason {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Navigation => "navigation",
            Self::LinkList => "link-list",
            Self::Footer => "footer",
            Self::Aside => "aside",
            Self::Byline => "byline",
            Self::ReadingTime => "reading-time",
            Self::ShareBar => "share-bar",
            Self::Caption => "caption",
            Self::Related => "related",
            Self::Subscribe => "subscribe",
            Self::Cookies => "cookies",
            Self::Advertisement => "advertisement",
            Self::Comments => "comments",
            Self::Tags => "tags",
            Self::RepeatedTitle => "repeated-title",
            Self::Repeated => "repeated",
            Self::Form => "form",
            Self::Excluded => "excluded",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// The article of a page: metadata, then the content's blocks, each drop with its reason.
/// Fails with `bad-option` where a selector of `root` or `exclude` is malformed.
pub fn extract<'p>(page: &'p Page, options: &Options) -> Result<Article<'p>, Error> {
    if cfg!(feature = "plain") && page.source == Source::Plain {
        let mut article = lines::extract(page, options);
        if let Some(reason) = readable::not_prose(page).filter(|_| options.boilerplate == Boilerplate::Drop) {
            article.refuse(reason);
        }
        return Ok(article);
    }
    let mut wanted = wanted::Wanted::read(page, options)?;
    let standings = survey::survey(page, |node| wanted.leaves_out(page, node));
    let (mut blocks, pieces) = blocks::split(page, NodeId::ROOT, &standings);
    let mut metadata = metadata::read(page, options);
    let takes_all = options.boilerplate == Boilerplate::Keep;
    let (kind, keeps, cells, legends, unreadable, removed) = {
        let scene = scene::Scene::new(page, &standings, &blocks, &pieces);
        let url = options.url.as_deref().or(page.url.as_deref()).or(metadata.canonical_url.as_deref());
        let kind = kind::guess(&scene, url);
        let mut keeps = if takes_all { vec![true; blocks.len()] } else { classifier::keeps(&scene) };
        let cells = whole::complete(&scene, &mut keeps);
        let repeats = if takes_all { vec![false; blocks.len()] } else { repeats::find(&scene, &keeps) };
        keeps.iter_mut().zip(&repeats).for_each(|(keeps, repeats)| *keeps &= !repeats);
        let known = if takes_all {
            vec![None; blocks.len()]
        } else {
            furniture::find(&scene, &pieces, &keeps, kind, metadata.byline.as_deref())
        };
        keeps.iter_mut().zip(&known).for_each(|(keeps, reason)| *keeps &= reason.is_none());
        let unreadable =
            if takes_all { blocks.is_empty().then_some(Unreadable::Empty) } else { readable::why_not(&scene, &keeps) };
        let removed = prune::removals(&scene, &pieces, &keeps, &repeats, &known);
        let legends = legends::find(&scene, &keeps);
        (kind, keeps, cells, legends, unreadable, removed)
    };
    for block in cells {
        let kind = &mut blocks[block].kind;
        *kind = if *kind == BlockKind::Paragraph { BlockKind::TableRow } else { *kind };
    }
    blocks.iter_mut().zip(&legends).filter(|(_, is_legend)| **is_legend).for_each(|(block, _)| {
        block.kind = BlockKind::Legend;
    });
    let mut stays = keeps.iter().zip(&legends).map(|(keeps, is_legend)| *keeps || *is_legend);
    blocks.retain(|_| stays.next().unwrap_or(false) && unreadable.is_none());
    if metadata.excerpt.is_none() {
        metadata.excerpt = metadata::first_paragraph(page, &blocks, &pieces);
    }
    let mut warnings = Vec::new();
    if wanted.lacks_root(options) {
        warnings.push("nothing matches the option root: the whole page was read".to_owned());
    }
    Ok(Article { page, metadata, kind, unreadable, blocks, pieces, removed, warnings })
}

impl Article<'_> {
    /// Leaves nothing of the content: there is nothing to sum up.
    fn refuse(&mut self, reason: Unreadable) {
        self.unreadable = Some(reason);
        self.blocks.clear();
        self.pieces.clear();
    }
}

/// True where `extract` would find an article.
pub fn is_probably_readable(page: &Page) -> bool {
    extract(page, &Options::default()).is_ok_and(|article| article.unreadable.is_none())
}
