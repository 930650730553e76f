//! Syllables of a word: rules for English with a list of exceptions, vowel groups for other alphabetic languages.

use crate::lexicon::packed::word_list;
use crate::lexicon::{Language, WordList};

/// English words that the rules miscount, each with its syllables: "business 2".
static EXCEPTIONS: WordList = word_list!("../../lexicon/en/syllables.txt");

/// How a language's vowel letters make syllables.
struct Vowels {
    language: &'static str,
    /// Letters that are vowels, lower case.
    letters: &'static str,
    /// Pairs and triples of vowels that are one syllable; longest first. Any other vowel is a syllable of its own.
    groups: &'static [&'static str],
    /// Endings that aren't spoken.
    silent: &'static [&'static str],
}

const fn vowels(
    language: &'static str,
    letters: &'static str,
    groups: &'static [&'static str],
    silent: &'static [&'static str],
) -> Vowels {
    Vowels { language, letters, groups, silent }
}

const IBERIAN: &[&str] = &[
    "iai", "iei", "uai", "uei", "ia", "ie", "io", "iá", "ié", "ió", "ua", "ue", "uo", "uá", "ué", "uó", "ai", "ei",
    "oi", "au", "eu", "ou", "ái", "éi", "ói", "áu", "éu", "ui", "iu", "uy", "ay", "ey", "oy", "ão", "ãe", "õe", "üe",
    "üi",
];

/// Portuguese parts a close vowel from the one behind it, "na-ci-o-nal".
const PORTUGUESE: &[&str] = &[
    "ai", "ei", "oi", "ui", "au", "eu", "iu", "ou", "ái", "éi", "ói", "úi", "áu", "éu", "êu", "íu", "ão", "ãe", "õe",
    "ãi",
];

const TABLE: &[Vowels] = &[
    vowels("bg", "аъоуеияю", &[], &[]),
    vowels("ca", "aeiouàèéíòóúïü", IBERIAN, &[]),
    vowels("cs", "aeiouyáéíóúůýě", &["ou", "au", "eu"], &[]),
    vowels("da", "aeiouyæøå", &["eu", "au", "ei", "øj"], &[]),
    vowels("de", "aeiouyäöü", &["äu", "ie", "ei", "ai", "au", "eu", "aa", "ee", "oo", "ey", "ay"], &[]),
    vowels("es", "aeiouyáéíóúü", IBERIAN, &[]),
    vowels(
        "fi",
        "aeiouyäö",
        &[
            "aa", "ee", "ii", "oo", "uu", "yy", "ää", "öö", "ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "iu",
            "ou", "ey", "iy", "äy", "öy", "ie", "uo", "yö",
        ],
        &[],
    ),
    vowels(
        "fr",
        "aeiouyàâäéèêëîïôöùûüœæ",
        &[
            "eau", "oeu", "œu", "aie", "oui", "ieu", "iè", "ié", "ie", "ai", "aî", "au", "ay", "ei", "eu", "eû", "oi",
            "oî", "ou", "où", "oû", "oy", "ui", "ue", "ée", "io", "ia", "ua", "uo", "oe", "uy",
        ],
        &["es", "e"],
    ),
    vowels("hr", "aeiou", &[], &[]),
    vowels("hu", "aáeéiíoóöőuúüű", &[], &[]),
    vowels("id", "aeiou", &["ai", "au", "oi"], &[]),
    vowels(
        "it",
        "aeiouàèéìòùy",
        &[
            "iuo", "uoi", "iei", "ia", "ie", "io", "iu", "ua", "ue", "ui", "uo", "ai", "ei", "oi", "au", "eu", "ià",
            "iò", "iù", "uò",
        ],
        &[],
    ),
    vowels("mk", "аеоуи", &[], &[]),
    vowels("nb", "aeiouyæøå", &["eu", "au", "ei", "øy", "ai"], &[]),
    vowels(
        "nl",
        "aeiouyéëïöü",
        &[
            "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "éé", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "au", "ou",
            "ij",
        ],
        &[],
    ),
    vowels("no", "aeiouyæøå", &["eu", "au", "ei", "øy", "ai"], &[]),
    vowels("pl", "aąeęioóuy", &["ia", "ią", "ie", "ię", "io", "ió", "iu", "au", "eu"], &[]),
    vowels("pt", "aeiouáâãàéêíóôõúüy", PORTUGUESE, &[]),
    vowels(
        "ro",
        "aeiouăâî",
        &["ea", "ia", "ie", "oa", "ua", "uă", "ai", "ei", "oi", "ui", "au", "eu", "iu", "ou", "ii"],
        &[],
    ),
    vowels("ru", "аеёиоуыэюя", &[], &[]),
    vowels("sk", "aeiouyáéíóúýäôŕĺ", &["ia", "ie", "iu", "ou", "au"], &[]),
    vowels("sl", "aeiou", &[], &[]),
    vowels("sr", "аеоуиaeiou", &[], &[]),
    vowels("sv", "aeiouyåäöé", &["eu", "au"], &[]),
    vowels("tr", "aeıioöuüâîû", &[], &[]),
    vowels("uk", "аеєиіїоуюя", &[], &[]),
];

/// Counts the syllables of words of one language.
pub enum Syllables {
    /// Rules and exceptions.
    English,
    /// Vowel groups.
    Vowels(usize),
}

impl Syllables {
    /// The counter of a language; `None` where none is known.
    pub fn of(language: Language) -> Option<Self> {
        if language == Language::ENGLISH {
            return Some(Self::English);
        }
        TABLE.iter().position(|row| row.language == language.code()).map(Self::Vowels)
    }

    /// The syllables of a word, at least one. `word` is in lower case.
    pub fn count(&self, word: &str) -> u32 {
        match self {
            Self::English => english(word),
            Self::Vowels(row) => by_vowels(word, &TABLE[*row]),
        }
    }
}

fn english(word: &str) -> u32 {
    let parts = word.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|part| !part.is_empty());
    parts.map(english_part).sum::<u32>().max(1)
}

fn english_part(word: &str) -> u32 {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let known = |word: &str| EXCEPTIONS.value(word).and_then(|count| count.parse().ok());
    known(word).or_else(|| known(stem)).or_else(|| plural_of_known(stem)).unwrap_or_else(|| english_by_rule(word))
}

/// A regular plural of an exception adds nothing, but after a hiss: "rhythms" 2, "courses".
fn plural_of_known(word: &str) -> Option<u32> {
    let singular = word.strip_suffix('s')?;
    let hisses = ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"].iter().any(|end| singular.ends_with(end));
    EXCEPTIONS.value(singular)?.parse().ok().map(|count: u32| count + u32::from(hisses))
}

/// Adds a syllable where two vowels that stand together are spoken apart.
const APART: &[&str] =
    &["ia", "ier", "iest", "io", "iu", "ua", "uo", "eo", "ism", "riet", "dien", "uity", "nuous", "ying", "eity", "iet"];

/// Where such vowels are one after all.
const TOGETHER: &[&str] = &[
    "cial", "tial", "cian", "cia", "tia", "gion", "sion", "tion", "cion", "cious", "tious", "gious", "geo", "iage",
    "qua", "quo", "gua", "sua", "uar", "eous", "xion", "nion", "lion", "llion", "eopl", "eom", "eon", "cioso", "sia",
    "gia", "rior",
];

/// The syllables of an English word by rule: vowel groups, less what is silent, more where vowels are parted.
pub fn english_by_rule(word: &str) -> u32 {
    let word: Vec<u8> = word.bytes().filter(u8::is_ascii_alphanumeric).collect();
    if word.len() <= 2 || !word.iter().any(u8::is_ascii_alphabetic) {
        return 1;
    }
    let is_vowel =
        |at: usize| matches!(word[at], b'a' | b'e' | b'i' | b'o' | b'u' | b'y') && !(at == 0 && word[0] == b'y');
    let mut count = (0..word.len()).filter(|&at| is_vowel(at) && (at == 0 || !is_vowel(at - 1))).count() as i32;
    let ends = |end: &str| word.ends_with(end.as_bytes());
    let last = word.len() - 1;
    let before =
        |back: usize| (last >= back && is_vowel(last - back), last.checked_sub(back).map_or(b' ', |at| word[at]));
    // A final "e" is silent, but in "-le" after a consonant: "table".
    if ends("e") && !before(1).0 && (before(2).0 || !ends("le")) {
        count -= 1;
    }
    // "-es" is silent but after a hiss; "-ed" but after "t" and "d".
    if ends("es") && !before(2).0 {
        let hiss = matches!(before(2).1, b's' | b'x' | b'z' | b'c' | b'g') || ends("ches") || ends("shes");
        let apart = hiss || (ends("les") && !before(3).0);
        count -= i32::from(!apart);
    }
    if ends("ed") && !before(2).0 && !matches!(before(2).1, b't' | b'd') && (before(3).0 || !ends("led")) {
        count -= 1;
    }
    for silent in ["ely", "eful", "eless", "ement", "eness", "etime"] {
        let at = word.len().saturating_sub(silent.len());
        count -= i32::from(ends(silent) && at > 1 && !is_vowel(at - 1));
    }
    let has_ism = word.windows(3).any(|part| part == b"ism");
    // All that is spoken apart or together are vowels beside each other, but for "-ism".
    let vowels = |pair: &[u8]| pair.iter().all(|byte| b"aeiouy".contains(byte));
    if has_ism || word.windows(2).any(vowels) {
        let added: i32 = (0..word.len()).map(|at| apart_or_together(&word[at..])).sum();
        count += added.max(0);
    }
    if ends("sm") || ends("sms") || ends("thm") || ends("n't") {
        count += i32::from(!has_ism);
    }
    count += i32::from(word.starts_with(b"mc"));
    count.max(1) as u32
}

/// The syllables that the vowels which open `rest` add to one, less those that are one after all.
fn apart_or_together(rest: &[u8]) -> i32 {
    let opening = |parts: &[&str]| {
        parts.iter().filter(|part| part.as_bytes()[0] == rest[0] && rest.starts_with(part.as_bytes())).count() as i32
    };
    opening(APART) - opening(TOGETHER)
}

fn by_vowels(word: &str, row: &Vowels) -> u32 {
    let mut rest = word;
    for silent in row.silent {
        if let Some(stem) = word.strip_suffix(silent)
            && (stem.ends_with(|c| !row.letters.contains(c)) || stem.ends_with("qu") || stem.ends_with("gu"))
            && stem.chars().any(|c| row.letters.contains(c))
        {
            rest = stem;
            break;
        }
    }
    let is_vowel = |c: char| row.letters.contains(c);
    let language = row.language;
    let syllabic = match language {
        "cs" | "sk" => "rl",
        "hr" | "sl" | "sr" | "mk" => "rр",
        _ => "",
    };
    let (mut count, mut before, spoken) = (0, ' ', rest.len());
    while let Some(first) = rest.chars().next() {
        let next = word[spoken - rest.len()..].chars().nth(1);
        let mut length = first.len_utf8();
        if is_vowel(first) && !is_glide(before, first, next.filter(|&c| is_vowel(c)), language) {
            let group = row.groups.iter().find(|group| rest.starts_with(**group));
            // "na-uka", "za-ufać", but "au-to".
            let prefixed = language == "pl" && first == 'a' && matches!(before, 'n' | 'z') && next == Some('u');
            length = group.filter(|_| !prefixed).map_or(length, |group| group.len());
            count += 1;
        } else if syllabic.contains(first) && !is_vowel(before) && !next.is_some_and(is_vowel) {
            count += 1;
        }
        (before, rest) = (first, &rest[length..]);
    }
    if language == "pt" && ends_unstressed(word) {
        count -= 1;
    }
    count.max(1)
}

/// True for the "u" of "Quelle" and, in Romance languages, of "longue" and "água".
fn is_glide(before: char, c: char, next: Option<char>, language: &str) -> bool {
    let hard = || match language {
        "ca" | "es" | "fr" | "it" => matches!(next, Some('e' | 'é' | 'è' | 'ê' | 'i' | 'í')),
        language => language == "pt" && next.is_some(),
    };
    c == 'u' && (before == 'q' || before == 'g' && hard())
}

/// True for a Portuguese word whose last two vowels are one syllable, for another has the accent: "história", "sé-rie".
fn ends_unstressed(word: &str) -> bool {
    let stem = word.trim_end_matches('s').strip_suffix(['a', 'e', 'o']).unwrap_or_default();
    let glides = stem.ends_with('i') || stem.ends_with('u') && !stem.ends_with("gu") && !stem.ends_with("qu");
    glides && stem[..stem.len() - 1].contains(['á', 'â', 'é', 'ê', 'í', 'ó', 'ô', 'ú'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_syllables_that_people_hear() {
        for (language, word, expected) in [
            ("en", "the", 1),
            ("en", "table", 2),
            ("en", "business", 2),
            ("en", "created", 3),
            ("en", "jumped", 1),
            ("en", "wanted", 2),
            ("en", "nation", 2),
            ("en", "area", 3),
            ("en", "well-known", 2),
            ("en", "readability", 5),
            ("en", "churches", 2),
            ("en", "people's", 2),
            ("de", "gesundheit", 3),
            ("de", "aktuell", 3),
            ("es", "ciudad", 2),
            ("es", "murciélago", 4),
            ("fr", "table", 1),
            ("fr", "bateau", 2),
            ("it", "italia", 3),
            ("nl", "eeuw", 1),
            ("ru", "молоко", 3),
            ("tr", "güzel", 2),
            ("pl", "dziecko", 2),
            ("pl", "nauka", 3),
            ("pl", "autobus", 3),
            ("de", "quelle", 2),
            ("fr", "banque", 1),
            ("fr", "longue", 1),
            ("fr", "qu'un", 1),
            ("pt", "nacional", 4),
            ("pt", "bateria", 4),
            ("pt", "história", 3),
            ("pt", "água", 2),
            ("pt", "fogueira", 3),
            ("pt", "não", 1),
            ("cs", "vítr", 2),
            ("cs", "prst", 1),
            ("hr", "hrvatska", 3),
            ("nl", "één", 1),
        ] {
            let language = Language::of(language).unwrap();
            assert_eq!(Syllables::of(language).unwrap().count(word), expected, "{word}");
        }
    }
}
