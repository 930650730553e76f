//! Rules: what a language brings to the engine. Its lists, and how it writes ordinals, quotations and questions.

use crate::lexicon::{COMMON_ABBREVIATIONS, Language, WordList, listed};

/// What a full stop after an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never ends a sentence: "Dr.", "z.B.".
    Never,
    /// Ends one before a capitalised function word: "Inc.", "U.S.".
    BeforeStarter,
    /// Ends one before any capital: "etc.", "usw.".
    BeforeCapital,
    /// Ends one before a capital where the clause before it is whole: years, centuries, eras. Behind a number only.
    AfterClause,
    /// An ordinary word that is an abbreviation before a number: "No. 5", "Jan. 20".
    NotBeforeNumber,
}

/// The rules of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    abbreviations: Option<&'static WordList>,
    stops: Option<&'static WordList>,
    /// Capitalised words that need no mark before them.
    pub restarts: Option<&'static WordList>,
    /// Numbers with a full stop are ordinals: "am 21. Oktober".
    pub ordinals: Ordinals,
    /// The mark that ends a sentence here and nowhere else: ";" in Greek, ":" in Armenian.
    pub local: Option<char>,
    /// Words of speech that follow a quotation with "!" or "?", in lower case.
    speech: &'static str,
    /// Truncated words are known by a consonant at their end: Italian.
    pub vowel_endings: bool,
    /// Words do without a vowel: "prst", "vlk".
    pub syllabic: bool,
    /// English: "I" is always a capital, sentences are often written small.
    pub english: bool,
}

/// How a language treats a number and a full stop before a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordinals {
    /// No ordinals with a full stop.
    No,
    /// Ordinals, and nouns in lower case: a capital begins a sentence unless it is a name.
    Yes,
    /// Ordinals, and nouns with capitals: German.
    BeforeNouns,
}

const ENGLISH_SPEECH: &str = "said says asked asks cried yelled shouted replied answered exclaimed whispered wondered thought \
    added screamed called muttered declared repeated demanded murmured insisted";
const OTHER_SPEECH: &str = "sagte fragte rief meinte antwortete dit demanda dijo preguntó disse perguntou chiese rispose zei vroeg \
    sa sade frågade sagde spurgte spurte kysyi sanoi zapytał zapytała powiedział powiedziała řekl řekla zeptal zeptala kérdezte mondta \
    întrebă spuse сказал сказала спросил спросила ρώτησε είπε שאל שאלה אמר אמרה ענה ענתה قال قالت سأل سألت پرسید گفت پوچھا کہا بولا बोला बोली पूछा कहा জিজ্ঞাসা জিজ্ঞেস বলল বললেন \
    물었다 말했다 했다";

impl Rules {
    /// The rules of `language`; a language we know nothing of has the common ones.
    pub fn of(language: Language) -> Self {
        let code = language.code();
        Self {
            abbreviations: language.abbreviations(),
            stops: language.stop_words(),
            restarts: language.restarts(),
            ordinals: match code {
                "de" | "lb" => Ordinals::BeforeNouns,
                "da" | "nb" | "nn" | "no" | "fi" | "et" | "lv" | "cs" | "sk" | "sl" | "hr" | "sr" | "bs" | "sh"
                | "hu" | "tr" | "is" | "fo" | "pl" | "eu" | "hsb" | "dsb" => Ordinals::Yes,
                _ => Ordinals::No,
            },
            local: match code {
                "el" => Some(';'),
                "hy" => Some(':'),
                _ => None,
            },
            speech: if code == "en" { ENGLISH_SPEECH } else { OTHER_SPEECH },
            vowel_endings: code == "it",
            syllabic: matches!(code, "cs" | "sk" | "sl" | "hr" | "sr" | "bs" | "sh" | "mk" | "bg"),
            english: code == "en",
        }
    }

    /// What the language's list, then the common one, says of `key`, written small and without its last stop.
    pub fn abbreviation(&self, key: &str) -> Option<Abbreviation> {
        let own = self.abbreviations.and_then(|list| list.value(key));
        // "sen", "al", "mon" are words elsewhere, but "no. 5" is a number.
        let word = |&kind: &&str| kind == "d" || self.english || !self.is_function_word(key);
        let common = || COMMON_ABBREVIATIONS.value(key).filter(word);
        Some(match own.or_else(common)? {
            "n" => Abbreviation::Never,
            "e" => Abbreviation::BeforeCapital,
            "d" => Abbreviation::NotBeforeNumber,
            "y" => Abbreviation::AfterClause,
            _ => Abbreviation::BeforeStarter,
        })
    }

    /// True where the language has a list of its own.
    pub fn knows_abbreviations(&self) -> bool {
        self.abbreviations.is_some()
    }

    /// True for a function word of the language, in any case.
    pub fn is_function_word(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        self.stops.is_some_and(|stops| {
            stops.contains(&small) || small.contains('’') && stops.contains(&small.replace('’', "'"))
        })
    }

    /// True where all nouns have capitals.
    pub fn capital_nouns(&self) -> bool {
        self.ordinals == Ordinals::BeforeNouns
    }

    /// True for a word of speech, in lower case.
    pub fn is_speech(&self, word: &str) -> bool {
        listed(self.speech, word)
    }

    /// True for words that begin sentences and are seldom names: function words, and words of number before people.
    pub fn is_starter(&self, word: &str) -> bool {
        let elided = || {
            !self.english
                && word.split_once(['\'', '’']).is_some_and(|(head, tail)| head.len() <= 2 && !tail.is_empty())
        };
        self.is_function_word(word)
            || elided()
            || self.english
                && matches!(word, "Millions" | "Thousands" | "Hundreds" | "Dozens" | "According" | "People" | "Please")
    }
}
