//! Which list of which language lives in which file.

use super::{Language, WordList};

macro_rules! lists {
    ($name:ident, $file:literal, $($code:literal)*) => {
        fn $name(code: &str) -> Option<WordList> {
            Some(match code {
                $($code => WordList::new(include_str!(concat!($code, "/", $file, ".txt"))),)*
                _ => return None,
            })
        }
    };
}

lists!(stops_of, "stopwords", "ar" "bg" "bn" "ca" "cs" "da" "de" "el" "en" "es" "et" "fa" "fi" "fr" "he" "hi" "hr" "hu" "id" "it"
    "ja" "kk" "ko" "lt" "lv" "mk" "mr" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sl" "sr" "sv" "sw" "th" "tr" "uk" "ur" "vi" "zh");

lists!(abbreviations_of, "abbreviations", "all" "ar" "bg" "ca" "cs" "da" "de" "el" "en" "es" "et" "fi" "fr" "hi" "hr" "hu" "hy" "id"
    "it" "kk" "lt" "lv" "mk" "mr" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sl" "sr" "sv" "tr" "uk" "vi");

/// The language whose lists serve where a language has none of its own.
fn relative(code: &str) -> &str {
    match code {
        "no" | "nn" => "nb",
        "bs" | "sh" => "hr",
        "ms" => "id",
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
    pub fn stop_words(self) -> Option<WordList> {
        stops_of(relative(self.code()))
    }

    /// The abbreviations of the language, each with what a full stop after it means; `None` where we have none.
    pub fn abbreviations(self) -> Option<WordList> {
        abbreviations_of(relative(self.code()))
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
pub fn common_abbreviations() -> WordList {
    WordList::new(include_str!("all/abbreviations.txt"))
}

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
            for list in [stops_of(code), abbreviations_of(code)].into_iter().flatten() {
                let entries: Vec<&str> = list.iter().collect();
                assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "{code} isn't sorted");
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
