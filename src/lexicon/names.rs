//! The word lists that tell names and their kinds, by language. A language without lists of its own has empty ones.

use super::packed::word_list;
use super::{Language, WordList};

/// A list file of one language.
macro_rules! list {
    ($file:expr) => {{
        static LIST: WordList = word_list!($file);
        &LIST
    }};
}

/// Given names of many languages.
pub static GIVEN_NAMES: WordList = word_list!("given_names.txt");
/// Countries, regions and large cities, under the names that languages give them.
pub static PLACES: WordList = word_list!("places.txt");
/// Organisations that no word of their name tells.
pub static ORGANISATIONS: WordList = word_list!("organisations.txt");
/// Written with a capital, yet neither person, organisation nor place.
pub static NOT_NAMES: WordList = word_list!("not_names.txt");

static EMPTY: WordList = WordList::new(&[]);

/// What one language's words say about the names beside them.
#[derive(Clone, Copy, Debug)]
pub struct NameLists {
    /// Nouns that say what a person is or does.
    pub roles: &'static WordList,
    /// Words of address before a name: "mr".
    pub honorifics: &'static WordList,
    /// Verbs of saying.
    pub saying: &'static WordList,
    /// Words that names of organisations end or open with.
    pub organisation_heads: &'static WordList,
    /// Nouns for organisations: "the carmaker".
    pub organisation_nouns: &'static WordList,
    /// Words that names of places end or open with.
    pub place_heads: &'static WordList,
    /// Nouns and adjectives before the name of a place: "the city of".
    pub place_nouns: &'static WordList,
    /// Prepositions before places.
    pub place_prepositions: &'static WordList,
    /// Words that names of events, laws, works and products end or open with.
    pub thing_heads: &'static WordList,
    /// Adjectives and nouns of nations, where they are written with a capital.
    pub demonyms: &'static WordList,
    /// Words that are no names at the start of a sentence, beside the language's stop words.
    pub function_words: &'static WordList,
    /// Verbs, other than those of saying, that may stand right before a role.
    pub other_verbs: &'static WordList,
    /// Nouns that open phrases like an apposition without telling a role: "a day later".
    pub not_roles: &'static WordList,
    /// Other common words that may open a sentence.
    pub common_words: &'static WordList,
}

fn none() -> NameLists {
    NameLists {
        roles: &EMPTY,
        honorifics: list!("other/honorifics.txt"),
        saying: &EMPTY,
        organisation_heads: &EMPTY,
        organisation_nouns: &EMPTY,
        place_heads: &EMPTY,
        place_nouns: &EMPTY,
        place_prepositions: &EMPTY,
        thing_heads: &EMPTY,
        demonyms: &EMPTY,
        function_words: &EMPTY,
        other_verbs: &EMPTY,
        not_roles: &EMPTY,
        common_words: &EMPTY,
    }
}

fn english() -> NameLists {
    NameLists {
        roles: list!("en/roles.txt"),
        honorifics: list!("en/honorifics.txt"),
        saying: list!("en/saying.txt"),
        organisation_heads: list!("en/organisation_heads.txt"),
        organisation_nouns: list!("en/organisation_nouns.txt"),
        place_heads: list!("en/place_heads.txt"),
        place_nouns: list!("en/place_nouns.txt"),
        place_prepositions: list!("en/place_prepositions.txt"),
        thing_heads: list!("en/thing_heads.txt"),
        demonyms: list!("en/demonyms.txt"),
        function_words: list!("en/function_words.txt"),
        other_verbs: list!("en/other_verbs.txt"),
        not_roles: list!("en/not_roles.txt"),
        common_words: list!("en/common_words.txt"),
    }
}

/// The lists of a language that has roles, verbs of saying, heads and prepositions in its folder.
macro_rules! lists {
    ($folder:literal) => {
        NameLists {
            roles: list!(concat!($folder, "/roles.txt")),
            saying: list!(concat!($folder, "/saying.txt")),
            organisation_heads: list!(concat!($folder, "/organisation_heads.txt")),
            organisation_nouns: list!(concat!($folder, "/organisation_nouns.txt")),
            place_nouns: list!(concat!($folder, "/place_nouns.txt")),
            place_heads: list!(concat!($folder, "/place_heads.txt")),
            place_prepositions: list!(concat!($folder, "/place_prepositions.txt")),
            thing_heads: list!(concat!($folder, "/thing_heads.txt")),
            function_words: list!(concat!($folder, "/function_words.txt")),
            ..none()
        }
    };
}

impl NameLists {
    /// The lists of `language`.
    pub fn of(language: Language) -> NameLists {
        match language.code() {
            "en" => english(),
            "de" => lists!("de"),
            "fr" => lists!("fr"),
            "es" => lists!("es"),
            "it" => lists!("it"),
            "pt" => lists!("pt"),
            "nl" => lists!("nl"),
            "pl" => lists!("pl"),
            "sv" => lists!("sv"),
            "ru" => lists!("ru"),
            "uk" => lists!("uk"),
            "bg" => lists!("bg"),
            _ => none(),
        }
    }
}
