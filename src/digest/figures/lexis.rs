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

use super::token;
use crate::lexicon::{Language, WordList, listed};

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
            compounds: listed("de nl it sv nb", code),
        }
    }

    /// True for English.
    pub fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// What `word`, in lower case, can be: its roles, none where it isn't in the table. The English table has units and
    /// currencies in the singular alone where the plural only adds an s.
    pub fn roles(&self, word: &str) -> Roles {
        let one = || {
            let one = word.strip_suffix('s').filter(|_| self.is_english())?;
            self.table.value(one).filter(|roles| roles.starts_with(['c', 's', 'u', 'd']))
        };
        self.table.value(word).or_else(one).map_or(Roles::default(), Roles::of)
    }

    /// False where no phrase of the table opens with the token `word`, in lower case.
    pub fn may_lead(&self, word: &str) -> bool {
        self.table.may_lead(word, |phrase| &phrase[..token::first_end(phrase)])
    }
}

/// The roles of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles {
    /// As they stand in the table.
    written: &'static str,
    /// The bit of each sign, by its last six bits: most questions are answered by a bit that isn't there.
    signs: u64,
}

impl Roles {
    /// The roles in a line of a table.
    pub fn of(written: &'static str) -> Self {
        let (mut signs, mut opens) = (0, true);
        for byte in written.bytes() {
            if opens {
                signs |= 1 << (byte & 63);
            }
            opens = byte == b'|';
        }
        Self { written, signs }
    }

    /// True for a word without roles.
    pub fn is_empty(self) -> bool {
        self.written.is_empty()
    }

    /// What stands behind `sign`; `None` where there is no such role.
    #[inline]
    pub fn get(self, sign: char) -> Option<&'static str> {
        if self.signs & 1 << (sign as u32 & 63) == 0 { None } else { self.search(sign) }
    }

    #[inline(never)]
    fn search(self, sign: char) -> Option<&'static str> {
        self.written.split('|').find_map(|role| role.strip_prefix(sign))
    }

    /// True where there is a role of one of `signs`.
    pub fn has_any(self, signs: &str) -> bool {
        signs.chars().any(|sign| self.get(sign).is_some())
    }

    /// The whole number behind `sign`.
    #[inline]
    pub fn number(self, sign: char) -> Option<i64> {
        self.get(sign).and_then(whole)
    }
}

/// A whole number with or without a minus.
fn whole(written: &str) -> Option<i64> {
    let (mut value, mut negative) = (0, false);
    for byte in written.bytes() {
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
    let mut lowered = String::with_capacity(text.len());
    push_lower(&mut lowered, text);
    lowered
}

/// Adds `text` in lower case.
pub(super) fn push_lower(to: &mut String, text: &str) {
    let start = to.len();
    if text.is_ascii() {
        to.push_str(text);
        to[start..].make_ascii_lowercase();
    } else {
        to.push_str(&text.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_sign() {
        assert_eq!(Roles::of("m3|v").get('m'), Some("3"));
        assert_eq!(Roles::of("n8|x2").number('x'), Some(2));
        assert_eq!(Roles::of("r-1").number('r'), Some(-1));
        assert_eq!(Roles::of("n8").get('m'), None);
        assert_eq!(Roles::of("-").get('m'), None);
        assert!(Roles::of("n8").has_any("mn") && !Roles::of("n8").has_any("m"));
    }
}
