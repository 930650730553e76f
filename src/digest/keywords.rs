//! Keywords: the phrases that a text is about.

use crate::span::ByteSpan;
use crate::text::Text;

/// A word or phrase that the text is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyword {
    /// Where it stands first, in its best spelling.
    pub span: ByteSpan,
    /// How much of the text it stands for, 0 to 1.
    pub score: f32,
}

/// The keywords of a text, most important first.
pub fn find(_text: &Text, _title: Option<&str>) -> Vec<Keyword> {
    Vec::new()
}
