//! Readability: counts, and how hard the text is to read.
//!
//! The formulas are of running text: headings, code and table rows are left out of their counts (unless there is nothing
//! else), and count for the reading time alone.

mod arabic;
mod formula;
mod speed;
mod syllable;

use crate::article::BlockKind;
use crate::lexicon::packed::word_list;
use crate::lexicon::{Language, WordList, listed};
use crate::sort;
use crate::text::{Paragraph, Sentence, Text};
use arabic::Osman;
use formula::{Counts, Scale};
use speed::Speed;
use syllable::Syllables;

pub use syllable::english_by_rule;

/// Counts and formulas. A formula that doesn't fit the text's language, or lacks a sentence or a word, is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readability {
    /// Words of the running text; a hyphenated word or a contraction is one.
    pub words: u32,
    /// Sentences of the running text.
    pub sentences: u32,
    /// Syllables; `None` where the language's aren't known.
    pub syllables: Option<u32>,
    /// Letters and digits.
    pub characters: u32,
    /// Minutes of silent reading, of everything.
    pub reading_minutes: f32,
    /// Flesch reading ease (English).
    pub flesch_reading_ease: Option<f32>,
    /// Flesch–Kincaid grade level (English).
    pub flesch_kincaid_grade: Option<f32>,
    /// Gunning fog index (English).
    pub gunning_fog: Option<f32>,
    /// SMOG grade (English).
    pub smog: Option<f32>,
    /// Coleman–Liau index (English).
    pub coleman_liau: Option<f32>,
    /// Automated readability index (English).
    pub automated_readability: Option<f32>,
    /// Dale–Chall raw score (English).
    pub dale_chall: Option<f32>,
    /// LIX (languages written with an alphabet and blanks).
    pub lix: Option<f32>,
    /// RIX (the same languages).
    pub rix: Option<f32>,
    /// Formulas of the text's own language, by their public name.
    pub own: Vec<(&'static str, Option<f32>)>,
    /// One overall school grade, 1 to 18: the median of the English formulas, elsewhere what the language's own formula stands
    /// for, or RIX where it has none and its words are as long as those RIX was made for.
    pub grade: Option<f32>,
}

/// The readability of a text.
pub fn measure(text: &Text) -> Readability {
    let is_running = |kind| !matches!(kind, BlockKind::Heading(_) | BlockKind::Code | BlockKind::TableRow);
    let all_running = text.paragraphs.iter().any(|paragraph| is_running(paragraph.kind));
    let running: Vec<&Paragraph> =
        text.paragraphs.iter().filter(|paragraph| is_running(paragraph.kind) || !all_running).collect();
    let syllables = Syllables::of(text.language);
    let counts = count(text, &running, syllables.as_ref());
    let mut found = Readability {
        words: counts.words as u32,
        sentences: counts.sentences as u32,
        syllables: syllables.map(|_| counts.syllables as u32),
        characters: counts.characters as u32,
        reading_minutes: reading_minutes(text),
        ..Readability::default()
    };
    if counts.words > 0.0 && counts.sentences > 0.0 {
        apply(&mut found, &counts, text.language);
        if text.language.code() == "ar" {
            let score = osman(text, &running).score(counts.sentences);
            found.own.push(("osman", Some(score)));
            found.grade = Scale::Flesch.grade(score);
        }
    }
    found
}

fn osman(text: &Text, running: &[&Paragraph]) -> Osman {
    let mut osman = Osman::default();
    let sentences = running
        .iter()
        .flat_map(|paragraph| &text.sentences[paragraph.sentences.start as usize..paragraph.sentences.end as usize]);
    sentences.flat_map(|sentence| words(text, sentence)).for_each(|(word, _)| osman.add(word));
    osman
}

/// Fills in the formulas that fit the language.
fn apply(found: &mut Readability, counts: &Counts, language: Language) {
    if is_spaced(language) {
        found.lix = Some(formula::lix(counts));
        found.rix = Some(formula::rix(counts));
    }
    found.grade = found.rix.filter(|_| has_comparable_words(language)).map(formula::rix_grade);
    for own in formula::OWN.iter().filter(|own| own.language == language.code()) {
        let score = (own.score)(counts);
        found.own.push((own.name, Some(score)));
        found.grade = own.scale.grade(score).or(found.grade);
    }
    if language == Language::ENGLISH {
        let mut grades = [
            formula::flesch_kincaid_grade(counts),
            formula::gunning_fog(counts),
            formula::smog(counts),
            formula::coleman_liau(counts),
            formula::automated_readability(counts),
        ];
        found.flesch_reading_ease = Some(formula::flesch_reading_ease(counts));
        found.dale_chall = Some(formula::dale_chall(counts));
        [found.flesch_kincaid_grade, found.gunning_fog, found.smog, found.coleman_liau, found.automated_readability] =
            grades.map(Some);
        sort::by(&mut grades, f32::total_cmp);
        found.grade = Some(grades[2].clamp(1.0, 18.0));
    }
}

/// True where long words are as rare as in the languages that RIX was made for: not where words are built of many parts, nor
/// where vowels aren't written.
fn has_comparable_words(language: Language) -> bool {
    const OTHERS: &str = "am ar az bn ckb et eu fa fi gu he hi hu hy ka kk kn ko ku ky mg ml mn mr ne pa ps sw ta te tr tt ug ur uz xh zu";
    !listed(OTHERS, language.code())
}

/// True for a language that parts its words by blanks and has a letter for every sound, so that a word of seven letters is a long one: not
/// for Chinese, Japanese, Korean, Thai, Hebrew, Arabic, Hindi and the like.
fn is_spaced(language: Language) -> bool {
    !listed(
        "zh yue wuu cmn nan lzh hak gan ja ko th lo km my bo dz und am ti he yi ar fa prs ur ps ckb sd ug hi mr ne sa bho mai kok bn as \
         pa gu or ta te kn ml si",
        language.code(),
    )
}

/// Minutes of silent reading: the words of everything, or its characters.
fn reading_minutes(text: &Text) -> f32 {
    match speed::of(text.language) {
        Speed::Words(a_minute) => {
            text.sentences.iter().map(|sentence| words(text, sentence).count()).sum::<usize>() as f32 / a_minute
        }
        Speed::Characters(a_minute) => text.body.chars().filter(|c| c.is_alphanumeric()).count() as f32 / a_minute,
    }
}

/// English words that children know.
static FAMILIAR: WordList = word_list!("../../lexicon/en/familiar.txt");

fn count(text: &Text, running: &[&Paragraph], syllables: Option<&Syllables>) -> Counts {
    let mut counts = Counts::default();
    let mut known: Vec<Option<Form>> = vec![None; text.forms as usize];
    for paragraph in running {
        for sentence in &text.sentences[paragraph.sentences.start as usize..paragraph.sentences.end as usize] {
            let mut has_words = false;
            for (place, (word, form)) in words(text, sentence).enumerate() {
                has_words = true;
                let read = || Form::read(word, text.language, syllables);
                let form = form.map_or_else(read, |form| *known[form as usize].get_or_insert_with(read));
                let is_name = place > 0 && word.starts_with(char::is_uppercase) && !form.is_first_person;
                add(&mut counts, &form, is_name);
            }
            counts.sentences += f32::from(u8::from(has_words));
        }
    }
    counts
}

/// What the formulas ask of a written form.
#[derive(Clone, Copy)]
struct Form {
    characters: u32,
    /// None where the language's aren't known.
    syllables: u32,
    /// Three syllables or more, without a hyphen, and not by an ending only.
    is_complex: bool,
    is_familiar: bool,
    /// "I", "I'm".
    is_first_person: bool,
}

impl Form {
    fn read(word: &str, language: Language, syllables: Option<&Syllables>) -> Self {
        let lower = word.to_lowercase();
        let lower = if lower.is_ascii() { lower } else { lower.replace('’', "'").replace('\u{ad}', "") };
        let count = syllables.map_or(0, |syllables| syllables.count(&lower));
        let is_long_by_ending = || syllables.is_some_and(|syllables| is_long_by_ending(&lower, count, syllables));
        Self {
            characters: word.chars().filter(|c| c.is_alphanumeric()).count() as u32,
            syllables: count,
            is_complex: count >= 3 && !lower.contains('-') && !is_long_by_ending(),
            is_familiar: language != Language::ENGLISH || is_familiar(&lower),
            is_first_person: lower == "i" || lower.starts_with("i'"),
        }
    }
}

/// Counts one word.
fn add(counts: &mut Counts, form: &Form, is_name: bool) {
    let one_if = |holds: bool| f32::from(u8::from(holds));
    counts.words += 1.0;
    counts.characters += form.characters as f32;
    counts.long += one_if(form.characters > 6);
    counts.syllables += form.syllables as f32;
    counts.monosyllables += one_if(form.syllables == 1);
    counts.polysyllables += one_if(form.syllables >= 3);
    counts.four_syllables += one_if(form.syllables >= 4);
    counts.complex += one_if(form.is_complex && !is_name);
    counts.unfamiliar += one_if(!form.is_familiar && !is_name);
}

/// True for a word that has its third syllable from "-es", "-ed" or "-ing".
fn is_long_by_ending(word: &str, count: u32, syllables: &Syllables) -> bool {
    let stem = ["es", "ed", "ing"].iter().find_map(|ending| word.strip_suffix(ending));
    count == 3 && stem.is_some_and(|stem| syllables.count(stem) < 3)
}

/// True for a word of the Dale–Chall list, its regular inflections, and numerals.
fn is_familiar(word: &str) -> bool {
    let stem = word.trim_end_matches("'s").trim_end_matches("’s");
    if FAMILIAR.contains(word) || FAMILIAR.contains(stem) || stem.chars().all(|c| !c.is_alphabetic()) {
        return true;
    }
    if stem.contains('-') {
        return stem.split('-').all(is_familiar);
    }
    let known = |stem: &str, added: &str| {
        let mut buffer = String::from(stem);
        buffer.push_str(added);
        FAMILIAR.contains(&buffer)
    };
    INFLECTIONS.iter().any(|&(ending, added)| {
        stem.strip_suffix(ending).is_some_and(|stem| {
            // "stopped": the doubled consonant goes with the ending.
            let single =
                stem.as_bytes().windows(2).last().filter(|pair| pair[0] == pair[1]).map(|_| &stem[..stem.len() - 1]);
            stem.len() > 1 && (known(stem, added) || single.is_some_and(|single| known(single, added)))
        })
    })
}

/// Endings that leave a familiar word familiar, and what the word has in their place.
const INFLECTIONS: &[(&str, &str)] = &[
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ier", "y"),
    ("est", ""),
    ("est", "e"),
    ("iest", "y"),
    ("n't", ""),
    ("n’t", ""),
    ("'ll", ""),
    ("'re", ""),
    ("'ve", ""),
    ("'d", ""),
    ("’ll", ""),
    ("’re", ""),
    ("’ve", ""),
    ("’d", ""),
];

/// The words of a sentence as the formulas' authors count them, those joined by a hyphen as one, each with its form where it is
/// one word of the text.
fn words<'t>(text: &'t Text, sentence: &Sentence) -> impl Iterator<Item = (&'t str, Option<u32>)> {
    let words = &text.words[sentence.words.start as usize..sentence.words.end as usize];
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = words.get(at)?;
        let mut end = first.span.end;
        let mut form = Some(first.form);
        at += 1;
        while let Some(next) = words.get(at)
            && matches!(text.body.get(end as usize..next.span.start as usize), Some("-" | "\u{2010}" | "\u{2011}"))
        {
            (end, form) = (next.span.end, None);
            at += 1;
        }
        Some((&text.body[first.span.start as usize..end as usize], form))
    })
}
