//! Page: what is there. A flat tree of elements and texts in document order, never changed once it is built.
//!
//! An HTML string (`parse`), a live DOM (`live`) or pasted text (`plain`) go in; a `Page` comes out.

#[cfg(feature = "parser")]
mod guard;
mod live;
#[cfg(feature = "parser")]
mod parse;
mod plain;
mod query;
mod selector;
mod tag;
#[cfg(feature = "parser")]
mod trim;

pub use live::{LiveRecord, read_live};
#[cfg(feature = "parser")]
pub use parse::parse_html;
pub use plain::from_text;
pub use selector::Selectors;
pub use tag::{Flow, Tag};

use crate::span::ByteSpan;

/// The place of a node in `Page::nodes`. Document order is number order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The document's own node, the parent of `<html>`.
    pub const ROOT: NodeId = NodeId(0);

    /// The place as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One node. Its subtree is the slice of `Page::nodes` from itself up to `end`.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// The node that holds it; the root holds itself.
    pub parent: NodeId,
    /// One past the last node of its subtree.
    pub end: NodeId,
    /// Element or text.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub enum NodeKind {
    /// The document itself: the first node, and no other.
    Document,
    /// An element.
    Element {
        /// Its name.
        tag: Tag,
        /// Where its attributes stand in `Page::attributes`.
        attributes: (u32, u32),
        /// True where a live page's computed style hides it. Always false for a parsed page, whose style isn't computed.
        hidden: bool,
    },
    /// A run of text: a span of `Page::text`.
    Text(ByteSpan),
}

/// One attribute: name in lower case and value, both spans of `Page::text`.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// The name, in lower case.
    pub name: ByteSpan,
    /// The value, entities resolved.
    pub value: ByteSpan,
}

/// Where a page came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A string of HTML.
    Html,
    /// A document in a browser.
    Live,
    /// Text without markup.
    Plain,
}

/// A document as a flat tree.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it came from.
    pub source: Source,
    /// Every node, in document order; the first is the document.
    pub nodes: Vec<Node>,
    /// The attributes of all elements, element by element.
    pub attributes: Vec<Attribute>,
    /// The characters of all texts and attributes.
    pub text: String,
    /// Names of elements that HTML doesn't know.
    custom_tags: Vec<String>,
    /// The address a live page was loaded from.
    pub url: Option<String>,
}

/// Builds a `Page` in document order: `open`, `text` and `close`, as a parser's events would come.
pub(crate) struct Builder {
    page: Page,
    open: Vec<NodeId>,
    /// The page's own element names, sorted: places in `Page::custom_tags`.
    custom_order: Vec<u16>,
}

/// Names of elements that HTML doesn't know, on one page. The richest of real pages have a few hundred.
const CUSTOM_TAGS_MAX: usize = 4096;

impl Builder {
    /// A page that holds its document node and nothing else.
    pub(crate) fn new(source: Source) -> Self {
        let document = Node { parent: NodeId::ROOT, end: NodeId(1), kind: NodeKind::Document };
        let page = Page {
            source,
            nodes: vec![document],
            attributes: Vec::new(),
            text: String::new(),
            custom_tags: Vec::new(),
            url: None,
        };
        Self { page, open: vec![NodeId::ROOT], custom_order: Vec::new() }
    }

    /// Opens an element named `name` (lower case) with these attributes.
    pub(crate) fn open<'a>(
        &mut self,
        name: &str,
        attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
        hidden: bool,
    ) -> NodeId {
        let tag = self.tag(name);
        let first = self.page.attributes.len() as u32;
        for (name, value) in attributes {
            let attribute = Attribute { name: self.keep(name), value: self.keep(value) };
            self.page.attributes.push(attribute);
        }
        let attributes = (first, self.page.attributes.len() as u32);
        let id = self.push(NodeKind::Element { tag, attributes, hidden });
        self.open.push(id);
        id
    }

    /// Adds a text to the innermost open element; nothing for an empty one.
    pub(crate) fn text(&mut self, text: &str) {
        if !text.is_empty() {
            let span = self.keep(text);
            self.push(NodeKind::Text(span));
        }
    }

    /// Closes the innermost open element.
    pub(crate) fn close(&mut self) {
        if self.open.len() > 1
            && let Some(id) = self.open.pop()
        {
            self.page.nodes[id.index()].end = NodeId(self.page.nodes.len() as u32);
        }
    }

    /// Notes the address that the document was loaded from.
    pub(crate) fn address(&mut self, url: &str) {
        self.page.url = Some(url.to_owned());
    }

    /// Elements opened so far, texts included.
    pub(crate) fn len(&self) -> usize {
        self.page.nodes.len()
    }

    /// The page, with everything still open closed.
    pub(crate) fn finish(mut self) -> Page {
        let end = NodeId(self.page.nodes.len() as u32);
        for id in self.open {
            self.page.nodes[id.index()].end = end;
        }
        self.page
    }

    fn push(&mut self, kind: NodeKind) -> NodeId {
        let id = NodeId(self.page.nodes.len() as u32);
        let parent = self.open.last().copied().unwrap_or(NodeId::ROOT);
        self.page.nodes.push(Node { parent, end: NodeId(id.0 + 1), kind });
        id
    }

    fn keep(&mut self, text: &str) -> ByteSpan {
        let start = self.page.text.len();
        self.page.text.push_str(text);
        ByteSpan::new(start, self.page.text.len())
    }

    fn tag(&mut self, name: &str) -> Tag {
        if let Some(tag) = Tag::of(name) {
            return tag;
        }
        let names = &mut self.page.custom_tags;
        let place = match self.custom_order.binary_search_by(|&index| names[index as usize].as_str().cmp(name)) {
            Ok(found) => return Tag::custom(self.custom_order[found] as usize),
            Err(place) => place,
        };
        // Beyond the bound all further names share the last.
        if names.len() == CUSTOM_TAGS_MAX {
            return Tag::custom(CUSTOM_TAGS_MAX - 1);
        }
        names.push(name.to_owned());
        self.custom_order.insert(place, names.len() as u16 - 1);
        Tag::custom(names.len() - 1)
    }
}
