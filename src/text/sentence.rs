//! Where sentences end.

use crate::article::BlockKind;
use crate::lexicon::Language;
use crate::span::ByteSpan;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of one paragraph in order, without the white space around them.
pub(super) fn split(body: &str, paragraph: ByteSpan, _language: Language, kind: BlockKind) -> Vec<ByteSpan> {
    let text = paragraph.of(body);
    let whole = matches!(kind, BlockKind::Code | BlockKind::Heading(_) | BlockKind::TableRow);
    let parts: Vec<(usize, &str)> = if whole { vec![(0, text)] } else { text.split_sentence_bound_indices().collect() };
    parts
        .into_iter()
        .filter(|(_, part)| !part.trim().is_empty())
        .map(|(at, part)| {
            let start = paragraph.start as usize + at + (part.len() - part.trim_start().len());
            ByteSpan::new(start, start + part.trim().len())
        })
        .collect()
}
