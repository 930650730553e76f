//! Readability: counts, and how hard the text is to read.

use crate::text::Text;

/// Counts and formulas. A formula that doesn't fit the text's language, or lacks a sentence or a word, is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readability {
    /// Words.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Syllables.
    pub syllables: Option<u32>,
    /// Letters and digits.
    pub characters: u32,
    /// Minutes of silent reading.
    pub reading_minutes: f32,
    /// Flesch reading ease.
    pub flesch_reading_ease: Option<f32>,
    /// Flesch–Kincaid grade level.
    pub flesch_kincaid_grade: Option<f32>,
    /// Gunning fog index.
    pub gunning_fog: Option<f32>,
    /// SMOG grade.
    pub smog: Option<f32>,
    /// Coleman–Liau index.
    pub coleman_liau: Option<f32>,
    /// Automated readability index.
    pub automated_readability: Option<f32>,
    /// Dale–Chall score.
    pub dale_chall: Option<f32>,
    /// LIX.
    pub lix: Option<f32>,
    /// RIX.
    pub rix: Option<f32>,
    /// Formulas of the text's own language, by their public name.
    pub own: Vec<(&'static str, Option<f32>)>,
    /// One overall school grade.
    pub grade: Option<f32>,
}

/// The readability of a text.
pub fn measure(text: &Text) -> Readability {
    let words = text.words.len() as u32;
    Readability {
        words,
        sentences: text.sentences.len() as u32,
        reading_minutes: words as f32 / 238.0,
        ..Readability::default()
    }
}
