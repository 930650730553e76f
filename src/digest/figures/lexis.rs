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
//! | `h` `A` `P` | o'clock, am, pm | `T12` | noon |
//! | `z` | time zone | `E+` `E-` | half *past*, *to* |
//! | `G` | ago | `H` | a person |
//! | `Q3` | part of a year: months | `Y1` | half of a year, first or second |
//! | `M` | magnitude | `D1980` | a decade by its name: eighties |

use crate::lexicon::listed;
use crate::lexicon::{Language, WordList};

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
    table: &'static WordList,
    /// Its language.
    pub language: Language,
    /// How it writes numbers.
    pub notation: Notation,
    /// Number words are written as one: "dreiundzwanzig".
    pub compounds: bool,
}

/// Languages whose decimal sign is a point (CLDR 45); elsewhere it is a comma.
const POINT: &str =
    "en zh ja ko th he hi bn ta te mr gu pa ml kn ur ne si my ms fil tl sw ga cy mt yo ig ha am iu und yue";
/// Languages that part thousands with a blank (CLDR 45).
const BLANK: &str = "fr ru uk be bg pl cs sk sv fi nb nn no hu et lv lt es pt it kk ka hy eo";

impl Lexis {
    /// The table of `language`; the common one where it has none.
    pub fn of(language: Language) -> Self {
        let code = language.code();
        Self {
            table: language.figure_words(),
            language,
            notation: Notation { comma: !listed(POINT, code), blank: listed(BLANK, code) },
            compounds: listed("de nl it", code),
        }
    }

    /// True for English.
    pub fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// What `word`, in lower case, can be: its roles, empty where it isn't in the table. The English table has units and
    /// currencies in the singular alone where the plural only adds an s.
    pub fn roles(&self, word: &str) -> &'static str {
        let one = || {
            let one = word.strip_suffix('s').filter(|_| self.is_english())?;
            self.table.value(one).filter(|roles| roles.starts_with(['c', 's', 'u', 'd']))
        };
        self.table.value(word).or_else(one).unwrap_or("")
    }
}

/// What stands behind `sign` in `roles`; `None` where they have no such role.
#[inline(never)]
pub(super) fn role(roles: &'static str, sign: char) -> Option<&'static str> {
    let mut rest = roles;
    while let Some(&first) = rest.as_bytes().first() {
        let end = rest.bytes().position(|b| b == b'|').unwrap_or(rest.len());
        if char::from(first) == sign {
            return rest.get(1..end);
        }
        rest = rest.get(end + 1..).unwrap_or("");
    }
    None
}

/// The whole number behind `sign` in `roles`.
#[inline(never)]
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
#[inline(never)]
pub(super) fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_sign() {
        assert_eq!(role("m3|v", 'm'), Some("3"));
        assert_eq!(role_number("n8|x2", 'x'), Some(2));
        assert_eq!(role_number("r-1", 'r'), Some(-1));
        assert_eq!(role("n8", 'm'), None);
    }
}
