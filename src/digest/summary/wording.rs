//! Wording: how a sentence opens that leans on the one before, the first person, and the page's own speech.
//!
//! Phrases in, claims about them out; the phrases stand in `lexicon/<lang>/openings.txt` and `lexicon/all/invitations.txt`.

use crate::lexicon::{INVITATIONS, Language, WordList};
use crate::text::{is_mark, is_unspaced};

/// What a phrase can be, by its letters in the lists; without any it is `p`. A sentence that opens so leans on the one before where
/// it is
/// - `p`: a pronoun, a demonstrative, or a conjunction or adverb that ties to what was said before;
/// - `b`: such a one before a common verb, `t` and `r` also before a word written small that ends in this letter and is no
///   function word: "das kostet" but "das alte Haus";
///
/// but where it is `x` too, not before a verb that announces what follows, as in "it is clear that",
///
/// and it does not where it only looks like one, `h`: "this week". The longest phrase decides. The other letters tell of words:
/// - `n`: what is announced opens with it: "that";
/// - `v`: a common verb;
/// - `s`: a pronoun that hides who speaks: "…", he said;
/// - `i`: the first person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording {
    phrases: Option<&'static WordList>,
    words: Option<&'static WordList>,
}

/// The longest phrase of the lists has fewer bytes.
const PHRASE_BYTES_MAX: usize = 48;
/// The letters that say how a sentence opens.
const OPENING: [char; 5] = ['p', 'b', 't', 'r', 'h'];
/// A sentence's opening, what it announces included, has no more characters.
const OPENING_CHARS_MAX: usize = 120;
/// What is announced opens within so many words.
const ANNOUNCED_WORDS_MAX: usize = 6;
/// Who speaks is told within so many words of two letters and more behind a quotation: "sagte er", "a-t-il dit".
const SPEAKER_WORDS_MAX: usize = 2;

impl Wording {
    /// The phrases of a language stand in `openings.txt`; those that are function words in `stopwords.txt`.
    pub fn of(language: Language) -> Self {
        Self { phrases: language.openings(), words: language.stop_words() }
    }

    /// True where the opening of a sentence can only be understood from the sentence before.
    pub fn leans(self, sentence: &str) -> bool {
        let lower: String = sentence.chars().take(OPENING_CHARS_MAX).flat_map(char::to_lowercase).collect();
        let lower = lower.replace('\u{2019}', "'");
        let opening = lower.as_str();
        let ends = opening.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end < PHRASE_BYTES_MAX);
        let longest = ends
            .filter(|&end| ends_phrase(opening, end))
            .filter_map(|end| Some((end, self.roles(&opening[..end]).filter(|roles| roles.contains(OPENING))?)));
        let Some((end, roles)) = longest.last() else { return false };
        let mut behind = words(&opening[end..]);
        let next = behind.next().unwrap_or_default();
        let (verb, place) = (self.is(next, 'v'), words(&opening[..end]).count());
        let small = || words(sentence).nth(place).is_some_and(|next| next.starts_with(char::is_lowercase));
        let announces =
            || roles.contains('x') && verb && behind.take(ANNOUNCED_WORDS_MAX).any(|word| self.is(word, 'n'));
        roles.chars().any(|role| match role {
            'p' => true,
            'b' => verb,
            't' | 'r' => verb || next.ends_with(role) && small() && !self.is_function_word(next),
            _ => false,
        }) && !announces()
    }

    /// True where what stands behind a quotation says who speaks by a pronoun alone.
    pub fn hides_speaker(self, behind: &str) -> bool {
        let clause =
            behind.split([',', '.', ':', ';', '،', '。', '，', '।']).find(|clause| words(clause).next().is_some());
        let mut told = words(clause.unwrap_or_default()).filter(|word| word.len() > 1).take(SPEAKER_WORDS_MAX);
        told.any(|word| self.is(word, 's'))
    }

    /// True where a word of `text`, in lower case with straight apostrophes, is of the first person.
    pub fn is_personal(self, text: &str) -> bool {
        words(text).any(|word| self.is(word, 'i'))
    }

    fn is(self, phrase: &str, role: char) -> bool {
        self.roles(phrase).is_some_and(|roles| roles.contains(role))
    }

    /// What a phrase can be; `None` where nothing is said of it.
    fn roles(self, phrase: &str) -> Option<&'static str> {
        let leaning = |roles: &'static str| if roles.is_empty() { "p" } else { roles };
        let listed = self.phrases.and_then(|list| list.value(phrase)).map(leaning);
        listed.or_else(|| self.words?.value(phrase))
    }

    fn is_function_word(self, word: &str) -> bool {
        self.words.is_some_and(|list| list.contains(word))
    }
}

/// The words of a text, without marks but their apostrophes.
fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|c: char| !(c.is_alphanumeric() || is_mark(c) || c == '\'')).filter(|word| !word.is_empty())
}

/// True where a phrase may end in a text: behind a word, behind an apostrophe as in "c'est", or anywhere in a script without blanks.
fn ends_phrase(text: &str, end: usize) -> bool {
    let (head, rest) = text.split_at(end);
    let joins = |c: char| is_mark(c) || (c.is_alphanumeric() && !head.ends_with(is_unspaced));
    head.ends_with('\'') || (head.ends_with(|c: char| c.is_alphanumeric() || is_mark(c)) && !rest.starts_with(joins))
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

    fn leans(code: &str, text: &str) -> bool {
        Wording::of(Language::of(code).unwrap()).leans(text)
    }

    #[test]
    fn an_opening_counts_as_whole_words_only() {
        for (code, leaning, standing) in [
            ("en", "it rained.", "italy won."),
            ("en", "on the other hand, it rained.", "on the other bank it rained."),
            ("en", "it is a big one.", "it is clear that it rained."),
            ("en", "these are old.", "these days it rains."),
            ("fr", "c'est fini.", "carla est venue."),
            ("hi", "इस पुल को बंद किया गया।", "इस्लाम एक धर्म है।"),
            ("zh", "他说桥很旧。", "他信回国。"),
            ("th", "แต่สะพานปิด", "แต่ละคนกลับบ้าน"),
        ] {
            assert!(leans(code, leaning), "{leaning}");
            assert!(!leans(code, standing), "{standing}");
        }
    }

    #[test]
    fn an_article_is_no_pronoun() {
        for (code, leaning, standing) in [
            ("de", "das ist neu.", "Das Gericht entschied."),
            ("de", "Das kostet viel.", "Das alte Haus steht leer."),
            ("nl", "dit is nieuw.", "het bedrijf groeit."),
            ("nb", "denne gikk.", "de tre gikk."),
            ("sv", "det kostar mycket.", "det nya huset är dyrt."),
            ("da", "den lukker i juni.", "den gamle bro lukker."),
        ] {
            assert!(leans(code, leaning), "{leaning}");
            assert!(!leans(code, standing), "{standing}");
        }
    }

    #[test]
    fn a_pronoun_behind_a_quotation_hides_who_speaks() {
        let hides = |code: &str, behind: &str| Wording::of(Language::of(code).unwrap()).hides_speaker(behind);
        assert!(hides("en", ", she said.") && hides("de", ", sagte er am montag.") && hides("fr", ", a-t-il dit."));
        assert!(
            hides("hi", " उसने पूछा।")
                && !hides("en", ", the mayor said, and he left.")
                && !hides("de", ", sagte die ministerin.")
        );
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
        for &code in crate::lexicon::SUPPORTED {
            let Wording { phrases, words } = Wording::of(Language::of(code).unwrap());
            for (phrase, roles) in [phrases, words].into_iter().flatten().flat_map(WordList::iter) {
                assert!(
                    phrase.len() < PHRASE_BYTES_MAX && roles.chars().all(|role| "pxbtrhnvsi".contains(role)),
                    "{phrase}"
                );
            }
            for (phrase, _) in phrases.into_iter().flat_map(WordList::iter) {
                assert!(!words.is_some_and(|words| words.contains(phrase)), "{code}: {phrase}");
            }
        }
    }
}
