//! Tokens → html5ever's tree builder, as long as its work for each is bounded.
//!
//! The builder looks through all open elements for many a tag, so a tag's cost grows with the depth it stands at; browsers
//! stop nesting too. And a document that is refused for its number of elements needn't be built any further.

use html5ever::interface::TreeSink;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;

/// Elements nest no deeper: what would is a child of the element that is as deep as this. Chromium and WebKit have the same bound.
const DEPTH_MAX: u32 = 512;

/// What the tree tells while it grows.
pub(super) trait Growth {
    /// How deep the tree is where it grows: 0 in the document itself.
    fn depth(&self) -> u32;
    /// True where there are more elements than will be read.
    fn is_full(&self) -> bool;
}

/// The tree builder behind its bounds.
pub(super) struct Bounded<S: TreeSink>(pub(super) TreeBuilder<S::Handle, S>);

impl<S: TreeSink + Growth> Bounded<S>
where
    S::Handle: Clone,
{
    fn opens_too_deep(&self, tag: &Tag) -> bool {
        tag.kind == TagKind::StartTag && !tag.self_closing && self.0.sink.depth() >= DEPTH_MAX && !is_raw(&tag.name)
    }
}

/// Elements whose content is no markup: without their start tag it would be read as markup.
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext")
}

impl<S: TreeSink + Growth> TokenSink for Bounded<S>
where
    S::Handle: Clone,
{
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        match &token {
            Token::EOFToken | Token::NullCharacterToken => {}
            _ if self.0.sink.is_full() => return TokenSinkResult::Continue,
            Token::TagToken(tag) if self.opens_too_deep(tag) => return TokenSinkResult::Continue,
            _ => {}
        }
        self.0.process_token(token, line)
    }

    fn end(&self) {
        self.0.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
