//! Which list of which language lives in which file.

use super::packed::word_list;
use super::{Language, WordList};

macro_rules! lists {
    ($name:ident, $file:literal, $($code:literal)*) => {
        fn $name(code: &str) -> Option<&'static WordList> {
            Some(match code {
                $($code => {
                    static LIST: WordList = word_list!(concat!($code, "/", $file, ".txt"));
                    &LIST
                })*
                _ => return None,
            })
        }
    };
}

lists!(stops_of, "stopwords", "ar" "bg" "bn" "ca" "cs" "da" "de" "el" "en" "es" "et" "fa" "fi" "fr" "he" "hi" "hr" "hu" "id" "it"
    "ja" "kk" "ko" "lt" "lv" "mk" "mr" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sl" "sr" "sv" "sw" "th" "tr" "uk" "ur" "vi" "zh");

lists!(abbreviations_of, "abbreviations", "all" "ar" "bg" "ca" "cs" "da" "de" "el" "en" "es" "et" "fi" "fr" "hi" "hr" "hu" "hy" "id"
    "it" "kk" "lt" "lv" "mk" "mr" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sl" "sr" "sv" "tr" "uk" "vi");

lists!(figures_of, "figures", "de" "en" "es" "fr" "it" "ja" "ko" "nl" "pt" "zh");

lists!(restarts_of, "restarts", "de" "en" "fr");

lists!(openings_of, "openings", "ar" "bg" "ca" "cs" "da" "de" "el" "en" "es" "fa" "fi" "fr" "he" "hi" "hr" "hu" "id" "it" "ja" "ko" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sr" "sv" "th" "tr" "uk" "vi" "zh");

/// Words beside figures, for languages that have no list of their own: scales, percent, currencies, time, months.
static FIGURE_WORDS: WordList = word_list!("other/figures.txt");

/// The language whose lists serve where a language has none of its own.
fn relative(code: &str) -> &str {
    match code {
        "no" | "nn" => "nb",
        "bs" | "sh" => "hr",
        "ms" => "id",
        "af" | "fy" => "nl",
        "lb" => "de",
        "az" => "tr",
        "be" => "ru",
        "ne" => "hi",
        "gl" => "pt",
        "ky" => "kk",
        "yue" | "wuu" => "zh",
        code => code,
    }
}

impl Language {
    /// The function words of the language; `None` where we have none.
    pub fn stop_words(self) -> Option<&'static WordList> {
        stops_of(relative(self.code()))
    }

    /// The abbreviations of the language, each with what a full stop after it means; `None` where we have none.
    pub fn abbreviations(self) -> Option<&'static WordList> {
        abbreviations_of(relative(self.code()))
    }

    /// Capitalised words that open a sentence even where no mark ends the one before; `None` where we have none.
    pub fn restarts(self) -> Option<&'static WordList> {
        restarts_of(self.code())
    }

    /// What sentences open with that lean on the one before, each phrase with its roles; `None` where we have none.
    pub fn openings(self) -> Option<&'static WordList> {
        openings_of(relative(self.code()))
    }

    /// The words beside figures, each with what it can be; the common list where the language has none of its own.
    pub fn figure_words(self) -> &'static WordList {
        let code = if self.code() == "yue" { "zh" } else { self.code() };
        figures_of(code).unwrap_or(&FIGURE_WORDS)
    }
}

/// The languages that are identified, each with its own lists or its script's, by code.
pub const SUPPORTED: &[&str] = &[
    "af", "am", "ar", "az", "be", "bg", "bn", "bo", "ca", "ceb", "ckb", "cs", "cy", "da", "de", "dv", "el", "en", "eo",
    "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "ht", "hu", "hy", "id", "ig",
    "is", "it", "ja", "jv", "ka", "kk", "km", "kn", "ko", "ku", "ky", "la", "lb", "lo", "lt", "lv", "mg", "mi", "mk",
    "ml", "mn", "mr", "ms", "mt", "my", "nb", "ne", "nl", "or", "pa", "pl", "ps", "pt", "ro", "ru", "sa", "si", "sk",
    "sl", "sm", "so", "sq", "sr", "su", "sv", "sw", "ta", "te", "tg", "th", "tr", "tt", "ug", "uk", "ur", "uz", "vi",
    "xh", "yo", "zh", "zu",
];

/// Abbreviations that are written in all languages of the Latin script, with what a full stop after them means.
pub static COMMON_ABBREVIATIONS: WordList = word_list!("all/abbreviations.txt");

/// The page's own speech in a sentence, "o" where it counts at the opening only, "n" where it does before a number.
pub static INVITATIONS: WordList = word_list!("all/invitations.txt");

/// Wordings of lines that aren't article, each with its roles.
pub static FURNITURE: WordList = word_list!("all/furniture.txt");

/// Words at which labels of figures open and close, each with its roles.
pub static LABEL_WORDS: WordList = word_list!("all/labels.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        let codes = [
            "all", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
        ];
        let more = [
            "hu", "hy", "id", "it", "ja", "kk", "ko", "lt", "lv", "mk", "mr", "nb", "nl", "pl", "pt", "ro", "ru", "sk",
        ];
        let last = ["sl", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh"];
        for code in codes.into_iter().chain(more).chain(last) {
            for list in [stops_of(code), abbreviations_of(code), figures_of(code), openings_of(code), restarts_of(code)]
                .into_iter()
                .flatten()
            {
                let entries: Vec<&str> = list.iter().map(|(entry, _)| entry).collect();
                assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "{code} isn't sorted");
                assert!(list.iter().all(|(entry, value)| list.value(entry) == Some(value)), "{code} isn't found whole");
            }
        }
    }

    #[test]
    fn an_abbreviation_says_what_its_stop_means() {
        let german = Language::of("de").and_then(Language::abbreviations).expect("there is a German list");
        assert_eq!(german.value("z.b"), Some("n"));
        assert_eq!(german.value("usw"), Some("e"));
        assert_eq!(german.value("haus"), None);
    }
}
