//! Fitness: whether a sentence can stand in a summary at all, alone, or only behind the sentence before it.
//!
//! A text in, one `Fitness` a sentence out. Wording by language, everything else by structure.

use super::quotation::{self, Quoting};
use super::wording::{Invitations, Wording};
use crate::article::BlockKind;
use crate::text::Text;

/// How well a sentence can stand in a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// Not prose: a heading, a table's row, code, a caption.
    Furniture,
    /// A line without a verb's room or an end: a fragment.
    Fragment,
    /// A sentence with a fault: torn or bare quotation, question, the author's "I" in an impersonal text, an invitation.
    Faulty,
    /// A whole sentence.
    Whole,
}

/// What is known of one sentence before anything is weighed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fitness {
    /// Whether it can stand.
    pub grade: Grade,
    /// It points back to the sentence before it and may only stand behind that one.
    pub leans: bool,
    /// It opens with a quotation mark.
    pub quoted: bool,
    /// It speaks in the first person outside quotations.
    pub personal: bool,
}

/// Fewer words are no sentence.
const WORDS_MIN: u32 = 4;
/// More words are a list or a text without marks.
const WORDS_MAX: u32 = 110;
/// In a text where a smaller share of sentences speaks in the first person, such a sentence is out of place.
const PERSONAL_SHARE: f32 = 0.15;
/// Where a smaller share of sentences opens with a capital (or ends with a mark), the text doesn't use them.
const CUSTOM_SHARE: f32 = 0.3;

/// The fitness of every sentence of the text.
pub(super) fn judge(text: &Text) -> Vec<Fitness> {
    let wording = Wording::of(text.language);
    let (custom, invitations) = (Custom::of(text), Invitations::read());
    let mut result = Vec::with_capacity(text.sentences.len());
    for paragraph in &text.paragraphs {
        let range = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
        let sentences: Vec<&str> = text.sentences[range.clone()].iter().map(|s| s.span.of(&text.body)).collect();
        let quoting = quotation::read(&sentences);
        for (place, (sentence, quoting)) in range.zip(sentences.iter().zip(quoting)) {
            let words = text.sentences[place].words.len() as u32;
            result.push(judge_one(sentence, words, paragraph.kind, quoting, wording, &custom, &invitations));
        }
    }
    let prose = result.iter().filter(|fitness| fitness.grade > Grade::Furniture).count();
    let personal = result.iter().filter(|fitness| fitness.personal).count();
    if (personal as f32) < PERSONAL_SHARE * prose as f32 {
        for fitness in result.iter_mut().filter(|fitness| fitness.personal) {
            fitness.grade = fitness.grade.min(Grade::Faulty);
        }
    }
    result
}

/// What this text does at the edges of its sentences.
struct Custom {
    capitals: bool,
    marks: bool,
}

impl Custom {
    fn of(text: &Text) -> Self {
        let (mut all, mut capitals, mut marks) = (0u32, 0u32, 0u32);
        for sentence in &text.sentences {
            if is_furniture(text.paragraphs[sentence.paragraph as usize].kind)
                || (sentence.words.len() as u32) < WORDS_MIN
            {
                continue;
            }
            let sentence = sentence.span.of(&text.body);
            all += 1;
            capitals += u32::from(sentence.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
            marks += u32::from(ends_with_mark(sentence));
        }
        Self { capitals: capitals as f32 > CUSTOM_SHARE * all as f32, marks: marks as f32 > CUSTOM_SHARE * all as f32 }
    }
}

fn is_furniture(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::Code | BlockKind::TableRow | BlockKind::Caption)
}

fn judge_one(
    sentence: &str,
    words: u32,
    kind: BlockKind,
    quoting: Quoting,
    wording: Wording,
    custom: &Custom,
    invitations: &Invitations,
) -> Fitness {
    let lower = sentence.to_lowercase();
    let outside = straight(quotation::outside(&lower));
    let lower = straight(lower);
    let personal = wording.is_personal(&outside);
    let faulty = quoting.torn
        || quoting.bare
        || asks(sentence)
        || words > WORDS_MAX
        || opens_bracket(sentence)
        || invitations.invites(&lower);
    let grade = if is_furniture(kind) {
        Grade::Furniture
    } else if words < WORDS_MIN || is_torn_off(sentence, custom) {
        Grade::Fragment
    } else if faulty {
        Grade::Faulty
    } else {
        Grade::Whole
    };
    let leans = wording.leans(opening(sentence)) || (quoting.opens && wording.hides_speaker(&outside));
    Fitness { grade, leans, quoted: quoting.opens, personal }
}

/// A text with straight apostrophes.
fn straight(text: String) -> String {
    if text.is_ascii() { text } else { text.replace('\u{2019}', "'") }
}

/// True where a sentence opens in lower case or doesn't end, in a text that does so otherwise.
fn is_torn_off(sentence: &str, custom: &Custom) -> bool {
    let core = sentence.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '#' | '@'));
    let mut chars = core.chars();
    let first = chars.next();
    // "iPhone" and "eBay" may open a sentence.
    let lower =
        first.is_some_and(char::is_lowercase) && !chars.take_while(|c| c.is_alphanumeric()).any(char::is_uppercase);
    first.is_none() || (custom.capitals && lower) || (custom.marks && !ends_with_mark(sentence))
}

fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{2019}' | '\u{201d}' | '\u{201c}' | ')' | ']' | '»' | '」' | '』' | '）' | '＂')
        || c.is_whitespace()
}

fn ends_with_mark(sentence: &str) -> bool {
    sentence.trim_end_matches(closes).ends_with(['.', '!', '?', '…', '。', '！', '？', '۔', '؟', '।', '։', '።'])
}

fn asks(sentence: &str) -> bool {
    sentence.trim_end_matches(closes).ends_with(['?', '？', '؟']) || sentence.starts_with('¿')
}

fn opens_bracket(sentence: &str) -> bool {
    sentence.starts_with(['(', '[', '（']) && sentence.trim_end_matches(['.', '。']).ends_with([')', ']', '）'])
}

/// A sentence from its first word on: marks and a dateline such as "LONDON (Reuters) —" left out.
fn opening(sentence: &str) -> &str {
    let head = sentence.char_indices().take(60).last().map_or(0, |(at, _)| at);
    let dateline = sentence[..head]
        .find(')')
        .filter(|&end| sentence[..end].contains('(') && !sentence[..end].contains(['.', ',', ';']));
    dateline.map_or(sentence, |end| &sentence[end + 1..]).trim_start_matches(|c: char| !c.is_alphanumeric())
}
