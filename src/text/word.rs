//! Where words end, and which words are the same term.

use super::Word;
use crate::lexicon::Language;
use crate::span::ByteSpan;
use std::collections::HashMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Gathers the words of a text, sentence by sentence.
pub(super) struct Words {
    words: Vec<Word>,
    terms: HashMap<String, u32>,
}

impl Words {
    pub(super) fn new(_language: Language) -> Self {
        Self { words: Vec::new(), terms: HashMap::new() }
    }

    /// Reads the words of one sentence; gives their places.
    pub(super) fn read(&mut self, body: &str, sentence: ByteSpan) -> Range<u32> {
        let first = self.words.len() as u32;
        for (at, word) in sentence.of(body).unicode_word_indices() {
            let start = sentence.start as usize + at;
            let next = self.terms.len() as u32;
            let term = *self.terms.entry(word.to_lowercase()).or_insert(next);
            self.words.push(Word { span: ByteSpan::new(start, start + word.len()), term, is_stop: word.len() < 4 });
        }
        first..self.words.len() as u32
    }

    /// All words, and how many terms they are.
    pub(super) fn finish(self) -> (Vec<Word>, u32) {
        (self.words, self.terms.len() as u32)
    }
}
