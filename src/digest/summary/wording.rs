//! Wording: how a sentence opens that leans on the one before, the first person, and the page's own speech.
//!
//! Phrases in, claims about them out; the phrases stand in `lexicon/<lang>/openings.txt` and `lexicon/all/invitations.txt`.

use crate::lexicon::{INVITATIONS, Language, WordList};

/// What a phrase can be, as the lists have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A pronoun, demonstrative or definite short form.
    Pronoun,
    /// It only looks like one: "it is unclear", "this week".
    Harmless,
    /// A conjunction or adverb that ties to what was said before.
    Connective,
    /// The first person.
    FirstPerson,
    /// A pronoun that hides who speaks: "…", he said.
    Speaker,
}

impl Role {
    fn letter(self) -> char {
        match self {
            Self::Pronoun => 'p',
            Self::Harmless => 'h',
            Self::Connective => 'c',
            Self::FirstPerson => 'i',
            Self::Speaker => 's',
        }
    }
}

/// The longest phrase of the lists has fewer bytes.
const PHRASE_BYTES_MAX: usize = 32;

/// The phrases of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording(&'static WordList);

impl Wording {
    /// `None` where we have no phrases of the language, and structure alone decides.
    pub fn of(language: Language) -> Option<Self> {
        language.openings().map(Self)
    }

    /// True where `text`, in lower case with straight apostrophes, opens with a phrase of a role, as whole words.
    pub fn opens(self, text: &str, role: Role) -> bool {
        let ends = text.char_indices().take_while(|&(at, _)| at < PHRASE_BYTES_MAX).map(|(at, c)| at + c.len_utf8());
        ends.filter(|&end| ends_phrase(text, end)).any(|end| self.is(&text[..end], role))
    }

    /// True where a word of `text`, in lower case with straight apostrophes, is of a role.
    pub fn holds(self, text: &str, role: Role) -> bool {
        text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).any(|word| !word.is_empty() && self.is(word, role))
    }

    fn is(self, phrase: &str, role: Role) -> bool {
        self.0.value(phrase).is_some_and(|roles| roles.contains(role.letter()))
    }
}

/// True where a phrase may end in a text: behind a word, or behind an apostrophe as in "c'est".
fn ends_phrase(text: &str, end: usize) -> bool {
    let (head, rest) = text.split_at(end);
    head.ends_with('\'') || (head.ends_with(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric))
}

/// The page's own speech: invitations, credits, notices.
pub(super) struct Invitations {
    /// What counts where it opens a sentence, and how.
    opening: Vec<(&'static str, &'static str)>,
    /// What counts anywhere, sorted.
    anywhere: Vec<&'static str>,
    /// A bit for each hash of a phrase's first three bytes: fewer have none.
    heads: [u64; HEAD_CELLS],
}

/// Cells of 64 bits, so many that the phrases are looked through at few places of a sentence.
const HEAD_CELLS: usize = 16;

/// The cell and the bit of three bytes.
fn head(bytes: [u8; 3]) -> (usize, u64) {
    let [a, b, c] = bytes.map(u32::from);
    let hash = (a << 16 | b << 8 | c).wrapping_mul(0x9e37_79b1) >> 22;
    (hash as usize / 64, 1 << (hash % 64))
}

impl Invitations {
    pub fn read() -> Self {
        let (anywhere, opening): (Vec<_>, Vec<_>) = INVITATIONS.iter().partition(|(_, place)| place.is_empty());
        let anywhere: Vec<&str> = anywhere.into_iter().map(|(phrase, _)| phrase).collect();
        let mut heads = [0; HEAD_CELLS];
        for (cell, bit) in
            anywhere.iter().filter_map(|phrase| phrase.as_bytes().first_chunk()).map(|&three| head(three))
        {
            heads[cell] |= bit;
        }
        Self { heads, opening, anywhere }
    }

    /// True where a sentence, in lower case, is such speech.
    pub fn invites(&self, lower: &str) -> bool {
        let opens = self.opening.iter().any(|(phrase, place)| match (lower.strip_prefix(phrase), *place) {
            (None, _) => false,
            (Some(rest), "n") => rest.trim_start().starts_with(|c: char| c.is_ascii_digit()),
            (Some(rest), _) => !rest.starts_with(char::is_alphanumeric),
        });
        let bytes = lower.as_bytes();
        let stands = |(at, three): (usize, &[u8])| {
            let &[a, b, c] = three else { return false };
            let (cell, bit) = head([a, b, c]);
            if self.heads[cell] & bit == 0 {
                return false;
            }
            // The phrases stand in order: those that open like the rest are behind those that are less than its three bytes.
            let from = self.anywhere.partition_point(|phrase| phrase.as_bytes() < three);
            let alike = self.anywhere[from..].iter().take_while(|phrase| phrase.as_bytes().starts_with(three));
            alike.into_iter().any(|phrase| bytes[at..].starts_with(phrase.as_bytes()))
        };
        opens || bytes.windows(3).enumerate().any(stands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(code: &str, text: &str, role: Role) -> bool {
        Language::of(code).and_then(Wording::of).unwrap().opens(text, role)
    }

    #[test]
    fn an_opening_counts_as_whole_words_only() {
        assert!(opens("en", "it rained.", Role::Pronoun));
        assert!(!opens("en", "italy won.", Role::Pronoun));
        assert!(opens("en", "on the other hand, it rained.", Role::Connective));
        assert!(opens("fr", "c'est fini.", Role::Pronoun));
        assert!(opens("en", "she said", Role::Speaker));
    }

    #[test]
    fn an_article_is_no_pronoun() {
        assert!(opens("de", "das ist neu.", Role::Pronoun) && !opens("de", "das gericht entschied.", Role::Pronoun));
        assert!(opens("nl", "dit is nieuw.", Role::Pronoun) && !opens("nl", "het bedrijf groeit.", Role::Pronoun));
        assert!(opens("nb", "denne gikk.", Role::Pronoun) && !opens("nb", "de tre gikk.", Role::Pronoun));
    }

    #[test]
    fn an_invitation_opens_a_sentence_or_stands_anywhere() {
        let invites = |lower: &str| Invitations::read().invites(lower);
        assert!(invites("photo: a ferry.") && invites("to see more, click here."));
        assert!(!invites("the photo: a ferry.") && !invites("downloads fell."));
        assert!(invites("figure 1.3 shows a ferry.") && !invites("figure skaters met on the ferry."));
    }

    #[test]
    fn every_phrase_is_short_and_of_known_roles() {
        for code in ["da", "de", "en", "es", "fr", "it", "nb", "nl", "pl", "pt", "ru", "sv"] {
            let list = Language::of(code).and_then(Language::openings).unwrap();
            for (phrase, roles) in list.iter() {
                assert!(phrase.len() < PHRASE_BYTES_MAX && !roles.is_empty(), "{phrase}");
                assert!(roles.chars().all(|role| "phcis".contains(role)), "{phrase}");
            }
        }
    }
}
