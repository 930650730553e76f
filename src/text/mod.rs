//! Text: how it reads. The body as one string, its language, paragraphs, sentences and words.

mod flatten;
mod language;
mod sentence;
pub(crate) mod stem;
mod word;

pub use language::Direction;
pub(crate) use sentence::is_mark;
pub(crate) use word::is_unspaced;

use crate::article::{Article, BlockKind};
use crate::lexicon::Language;
use crate::options::Options;
use crate::page::NodeId;
use crate::span::ByteSpan;
use std::ops::Range;

/// The article's text. Everything that is found later is a span of `body`.
#[derive(Clone, Debug)]
pub struct Text {
    /// The paragraphs, parted by one blank line.
    pub body: String,
    /// What it is written in.
    pub language: Language,
    /// Which way it runs.
    pub direction: Direction,
    /// In order.
    pub paragraphs: Vec<Paragraph>,
    /// In order; a paragraph's end always ends a sentence.
    pub sentences: Vec<Sentence>,
    /// In order; each lies in one sentence.
    pub words: Vec<Word>,
    /// How many different `Word::form` there are.
    pub forms: u32,
    /// How many different `Word::term` there are.
    pub terms: u32,
}

/// A block as part of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Without the blank line behind it.
    pub span: ByteSpan,
    /// The element it comes from.
    pub node: NodeId,
    /// What kind of block it was.
    pub kind: BlockKind,
    /// Its sentences, as places in `Text::sentences`.
    pub sentences: Range<u32>,
}

/// A sentence, without the white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its place.
    pub span: ByteSpan,
    /// The paragraph it is in.
    pub paragraph: u32,
    /// Its words, as places in `Text::words`.
    pub words: Range<u32>,
}

/// A word or a number; marks and white space aren't words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place.
    pub span: ByteSpan,
    /// Its number among the text's written forms: words that differ only in case share one.
    pub form: u32,
    /// Its number among the text's terms: words that differ only in case or ending share one.
    pub term: u32,
    /// True for a word that says little of the topic: "the", "of", "said".
    pub is_stop: bool,
}

/// The text of an article: language, paragraphs, sentences and words.
pub fn segment(article: &Article<'_>, options: &Options) -> Text {
    let (body, mut paragraphs) = flatten::flatten(article);
    // Who calls knows; what a page declares is checked.
    let asked = options.lang.as_deref().and_then(Language::of);
    let language = asked.unwrap_or_else(|| language::identify(&body, article.metadata.lang.as_deref()));
    let direction = language::direction(&body, language);
    let mut sentences = Vec::new();
    let splitter = sentence::Splitter::new(language);
    let mut words = word::Words::new(language);
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let first = sentences.len() as u32;
        for span in splitter.split(&body, paragraph.span, paragraph.kind) {
            let words = words.read(&body, span);
            sentences.push(Sentence { span, paragraph: index as u32, words });
        }
        paragraph.sentences = first..sentences.len() as u32;
    }
    let (words, forms, terms) = words.finish();
    Text { body, language, direction, paragraphs, sentences, words, forms, terms }
}
