//! Lexis: what a word can be beside a figure, from one table a language, searched in place.
//!
//! A line of a table is a word or phrase in lower case, a tab, and its roles parted by `|`. A role is one sign, and what
//! it stands for behind it:
//!
//! | sign | role | sign | role |
//! |---|---|---|---|
//! | `n8` | number word below a thousand | `x6` | power of ten: million |
//! | `g12` | a group: dozen | `y3` | many without number: thousands |
//! | `o3` | ordinal | `/3` | third part; `/` alone: per |
//! | `m3` `w1` | month, weekday | `dyear` | unit of time; `d10year`: decade |
//! | `umile` | unit | `2` `3` | square, cubic |
//! | `cEUR` `sEUR` | currency, its hundredth | `%` `%pp` `%bp` | percent, points, basis points |
//! | `*2` | twice; `*` alone: times | `~` | stands before a number: about |
//! | `&` | and | `t` `b` | to; between |
//! | `.` `-` | decimal point, minus | `a` | article: one |
//! | `i` | one *in* five | `f` | of |
//! | `e` `l` `O` | old; aged; -jährig | `p` | stands before a year |
//! | `j` | is followed by a name's number: page | `q` | function word |
//! | `v` `k` | finite verb; opens a clause | `r1` `R1` | tomorrow; next |
//! | `h` `A` `P` | o'clock, am, pm | `T12:00` | noon |
//! | `z` | time zone | `E+` `E-` | half *past*, *to* |
//! | `G` | ago | `H` | a person |

use crate::lexicon::Language;

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Notation {
    /// The decimal sign is a comma.
    pub comma: bool,
    /// A blank may part thousands.
    pub blank: bool,
}

/// The table of one language.
#[derive(Clone, Copy)]
pub(super) struct Lexis {
    table: &'static str,
    /// Its language.
    pub language: Language,
    /// How it writes numbers.
    pub notation: Notation,
    /// Number words are written as one: "dreiundzwanzig".
    pub compounds: bool,
}

/// Language, its table.
const TABLES: &[(&str, &str)] = &[
    ("en", include_str!("../../lexicon/en/figures.txt")),
    ("de", include_str!("../../lexicon/de/figures.txt")),
    ("fr", include_str!("../../lexicon/fr/figures.txt")),
    ("es", include_str!("../../lexicon/es/figures.txt")),
    ("pt", include_str!("../../lexicon/pt/figures.txt")),
    ("it", include_str!("../../lexicon/it/figures.txt")),
    ("nl", include_str!("../../lexicon/nl/figures.txt")),
    ("zh", include_str!("../../lexicon/zh/figures.txt")),
    ("ja", include_str!("../../lexicon/ja/figures.txt")),
    ("ko", include_str!("../../lexicon/ko/figures.txt")),
];

/// The table of all languages that have none of their own: scales, percent, currencies, time, months.
const OTHER: &str = include_str!("../../lexicon/other/figures.txt");

/// Languages whose decimal sign is a point (CLDR 45); elsewhere it is a comma.
const POINT: &str =
    "en zh ja ko th he hi bn ta te mr gu pa ml kn ur ne si my ms fil tl sw ga cy mt yo ig ha am iu und yue";
/// Languages that part thousands with a blank (CLDR 45).
const BLANK: &str = "fr ru uk be bg pl cs sk sv fi nb nn no hu et lv lt es pt it kk ka hy eo";

impl Lexis {
    /// The table of `language`; the common one where it has none.
    pub fn of(language: Language) -> Self {
        let code = language.code();
        let code = if code == "yue" { "zh" } else { code };
        let listed = |list: &str| list.split(' ').any(|entry| entry == code);
        Self {
            table: TABLES.iter().find(|row| row.0 == code).map_or(OTHER, |row| row.1),
            language,
            notation: Notation { comma: !listed(POINT), blank: listed(BLANK) },
            compounds: matches!(code, "de" | "nl" | "it"),
        }
    }

    /// True for English.
    pub fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// What `word`, in lower case, can be: its roles, empty where it isn't in the table. Binary search.
    pub fn roles(&self, word: &str) -> &'static str {
        let bytes = self.table.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
            let (entry, roles) = self.table[start..end].split_once('\t').unwrap_or(("", ""));
            if entry < word {
                low = end + 1;
            } else if entry == word {
                return roles;
            } else {
                high = start;
            }
        }
        ""
    }
}

/// What stands behind `sign` in `roles`; `None` where they have no such role.
pub(super) fn role(roles: &'static str, sign: char) -> Option<&'static str> {
    roles.split('|').find_map(|role| role.strip_prefix(sign))
}

/// The whole number behind `sign` in `roles`.
pub(super) fn role_number(roles: &'static str, sign: char) -> Option<i64> {
    let (mut value, mut negative) = (0, false);
    for byte in role(roles, sign)?.bytes() {
        match byte {
            b'-' => negative = true,
            b'0'..=b'9' => value = value * 10 + i64::from(byte - b'0'),
            _ => return None,
        }
    }
    Some(if negative { -value } else { value })
}

/// `text` in lower case.
pub(super) fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_every_entry_is_found() {
        for &(code, table) in TABLES.iter().chain([&("ru", OTHER)]) {
            let lexis = Lexis::of(Language::of(code).unwrap());
            let mut before = "";
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let (word, roles) = line.split_once('\t').unwrap();
                assert!(before < word, "{code}: {word:?} stands after {before:?}");
                assert_eq!(lexis.roles(word), roles, "{code}: {word}");
                before = word;
            }
        }
    }

    #[test]
    fn a_role_is_found_by_its_sign() {
        assert_eq!(role("m3|v", 'm'), Some("3"));
        assert_eq!(role_number("n8|x2", 'x'), Some(2));
        assert_eq!(role_number("r-1", 'r'), Some(-1));
        assert_eq!(role("n8", 'm'), None);
    }
}
