//! What stands between a hostile document and the parser: its work stays linear in the input.
//!
//! It sits between html5ever's tokenizer and its tree builder, both of which take time in the number of open elements for a
//! tag.

use super::parse::Tree;
use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Elements are nested at most this deep, as in Chromium; what is nested deeper loses its tags and keeps its text.
pub(super) const DEPTH_MAX: u32 = 512;

/// Elements that don't hold others, or whose content only the tokenizer can end: never dropped.
const FLAT: &[&str] = &[
    "area",
    "base",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "iframe",
    "img",
    "input",
    "link",
    "meta",
    "noembed",
    "noframes",
    "param",
    "plaintext",
    "script",
    "source",
    "style",
    "textarea",
    "title",
    "track",
    "wbr",
    "xmp",
];

/// Elements that an XML document may close in their start tag, and that HTML would then leave open.
const EMPTY_IN_XML: &[&str] = &[
    "a", "b", "canvas", "div", "em", "i", "iframe", "li", "p", "script", "span", "strong", "style", "td", "textarea",
    "title", "video",
];

/// Passes tokens on to the tree builder while there is room for them.
pub(super) struct Guard {
    pub(super) inner: TreeBuilder<usize, Tree>,
    /// The document says that it is XML: `<script/>` is a whole element.
    is_xml: bool,
    /// Elements of the document; past them nothing is built.
    elements_max: usize,
    /// End tags to come before a start tag is tried again at full depth, and how many there were to be the last time.
    wait: Cell<u32>,
    last_wait: Cell<u32>,
    /// Start tags that were dropped, by name: their end tags go too.
    dropped: RefCell<BTreeMap<LocalName, u32>>,
    /// The document is a set of frames.
    has_frames: Cell<bool>,
}

impl Guard {
    pub(super) fn new(inner: TreeBuilder<usize, Tree>, is_xml: bool, elements_max: usize) -> Self {
        let (wait, last_wait, dropped, has_frames) = Default::default();
        Self { inner, is_xml, elements_max, wait, last_wait, dropped, has_frames }
    }

    /// True where the tag is to be left out. No parser tells how many elements are open, only how deep the last one was
    /// put; so at full depth a start tag is tried once some end tags have come, twice as many after each vain trial.
    fn drops(&self, tag: &Tag) -> bool {
        let is_deep = self.inner.sink.last_depth.get() >= DEPTH_MAX;
        match tag.kind {
            TagKind::StartTag => {
                let drops = is_deep && self.wait.get() > 0 && !tag.self_closing && !FLAT.contains(&&*tag.name);
                if drops {
                    *self.dropped.borrow_mut().entry(tag.name.clone()).or_default() += 1;
                }
                drops
            }
            TagKind::EndTag => {
                let mut dropped = self.dropped.borrow_mut();
                let Some(count) = dropped.get_mut(&tag.name) else {
                    self.wait.set(self.wait.get().saturating_sub(1));
                    return false;
                };
                *count -= 1;
                if *count == 0 {
                    dropped.remove(&tag.name);
                }
                true
            }
        }
    }

    /// True for a tag of a set of frames. None of them is passed on: so the document is what stands in its `<noframes>`, as it
    /// is for readers without frames.
    fn is_of_frames(&self, tag: &Tag) -> bool {
        self.has_frames.set(self.has_frames.get() || &*tag.name == "frameset");
        self.has_frames.get() && matches!(&*tag.name, "frameset" | "noframes")
    }

    /// The end tag that a start tag of an XML document stands for as well.
    fn end_of(&self, token: &Token) -> Option<Token> {
        let Token::TagToken(tag) = token else { return None };
        let is_whole = self.is_xml && tag.self_closing && tag.kind == TagKind::StartTag;
        let end = || Tag { kind: TagKind::EndTag, self_closing: false, attrs: Vec::new(), ..tag.clone() };
        (is_whole && EMPTY_IN_XML.contains(&&*tag.name)).then(|| Token::TagToken(end()))
    }

    /// Notes how deep the last element was put.
    fn look(&self) {
        if self.inner.sink.last_depth.get() >= DEPTH_MAX {
            if self.wait.get() == 0 {
                self.last_wait.set((self.last_wait.get() * 2).max(1));
                self.wait.set(self.last_wait.get());
            }
        } else {
            self.wait.set(0);
            self.last_wait.set(0);
        }
    }
}

impl TokenSink for Guard {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        if self.inner.sink.elements.get() > self.elements_max {
            return TokenSinkResult::Continue;
        }
        let opens = match &token {
            Token::TagToken(tag) if self.is_of_frames(tag) || self.drops(tag) => return TokenSinkResult::Continue,
            Token::TagToken(tag) => tag.kind == TagKind::StartTag,
            _ => false,
        };
        let end = self.end_of(&token);
        let result = self.inner.process_token(token, line);
        if opens {
            self.look();
        }
        let Some(end) = end else { return result };
        // The tokenizer has nothing to read of an element without content, nor is there a script to run.
        let _ = self.inner.process_token(end, line);
        TokenSinkResult::Continue
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
