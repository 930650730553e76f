//! Which language: what the page declares, against what the text shows.

use crate::lexicon::Language;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The language of a text. A declared tag is believed.
pub(super) fn identify(_body: &str, declared: Option<&str>) -> Language {
    declared.and_then(Language::of).unwrap_or(Language::ENGLISH)
}

/// Which way a language is written.
pub(super) fn direction(language: Language) -> Direction {
    match language.code() {
        "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv" => Direction::Rtl,
        _ => Direction::Ltr,
    }
}
