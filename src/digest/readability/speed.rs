//! How fast people read.

use crate::lexicon::Language;

/// What is counted for the reading time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Speed {
    /// Words a minute.
    Words(f32),
    /// Characters a minute, for scripts without blanks between words.
    Characters(f32),
}

/// Words a minute where the language isn't listed: the mean of those that are.
const OTHER: Speed = Speed::Words(184.0);

/// Language, speed. English: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019
/// (silent reading of non-fiction). The others: S. Trauzettel-Klosinski, K. Dietz, "Standardized assessment of reading
/// performance: the new International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53, 2012.
const SPEEDS: &[(&str, Speed)] = &[
    ("ar", Speed::Words(138.0)),
    ("de", Speed::Words(179.0)),
    ("en", Speed::Words(238.0)),
    ("es", Speed::Words(218.0)),
    ("fi", Speed::Words(161.0)),
    ("fr", Speed::Words(195.0)),
    ("he", Speed::Words(187.0)),
    ("it", Speed::Words(188.0)),
    ("ja", Speed::Characters(357.0)),
    ("nl", Speed::Words(202.0)),
    ("pl", Speed::Words(166.0)),
    ("pt", Speed::Words(181.0)),
    ("ru", Speed::Words(184.0)),
    ("sl", Speed::Words(180.0)),
    ("sv", Speed::Words(199.0)),
    ("tr", Speed::Words(166.0)),
    ("yue", Speed::Characters(255.0)),
    ("zh", Speed::Characters(255.0)),
];

/// How fast a language is read.
pub fn of(language: Language) -> Speed {
    SPEEDS.iter().find(|row| row.0 == language.code()).map_or(OTHER, |row| row.1)
}
