//! Keywords: the phrases that a text is about, in its own spelling.
//!
//! Runs of up to four topic words are counted; a phrase is worth what its words are worth (how often, how early, how widely
//! spread, written as a name) and how often it stands as a whole. Knows no language but through its lists: function words, number
//! words, verbs.

use crate::article::BlockKind;
use crate::lexicon::names::NameLists;
use crate::lexicon::{Language, WordList};
use crate::sort;
use crate::span::ByteSpan;
use crate::table::Map;
use crate::text::stem::is_akin;
use crate::text::{Sentence, Text, Word};

/// A word or phrase that the text is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyword {
    /// Where it stands first, in its best spelling.
    pub span: ByteSpan,
    /// How much of the text it stands for, 0 to 1.
    pub score: f32,
}

/// Longer phrases are sentences' parts, not topics.
const PHRASE_WORDS_MAX: usize = 4;
/// More keywords than this sum nothing up.
const KEYWORDS_MAX: usize = 10;
/// One keyword for so many words of text, and `KEYWORDS_MIN` in any case.
const WORDS_PER_KEYWORD: usize = 25;
const KEYWORDS_MIN: usize = 3;
/// Phrases are made of so many of the worthiest terms.
const TERMS_MAX: usize = 400;
/// In a text of more words, a phrase of common words must stand twice to be a topic.
const SHORT_TEXT_WORDS: usize = 120;

/// The keywords of a text, most important first.
pub fn find(text: &Text, title: Option<&str>) -> Vec<Keyword> {
    let (terms, kinds) = (Terms::of(text, title), Kinds::of(text));
    let mut phrases: Vec<(f32, Phrase)> =
        gather(&kinds, &terms.best()).into_iter().filter_map(|p| Some((terms.score(&kinds, &p)?, p))).collect();
    sort::by(&mut phrases, |a, b| b.0.total_cmp(&a.0).then(a.1.first.cmp(&b.1.first)));
    let best = phrases.first().map_or(1.0, |phrase| phrase.0);
    let most = (text.words.len() / WORDS_PER_KEYWORD).clamp(KEYWORDS_MIN, KEYWORDS_MAX);
    let mut chosen: Vec<(f32, Phrase)> = Vec::new();
    for (score, phrase) in phrases {
        if chosen.len() == most {
            break;
        }
        if !chosen.iter().any(|(_, other)| phrase.is_like(other, text)) {
            chosen.push((score, phrase));
        }
    }
    chosen.into_iter().map(|(score, phrase)| Keyword { span: bare(text, phrase.span), score: score / best }).collect()
}

/// A phrase without the genitive's "'s" at its end.
fn bare(text: &Text, span: ByteSpan) -> ByteSpan {
    let written = span.of(&text.body);
    let core = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s"));
    let core = core.filter(|_| text.language == Language::ENGLISH).unwrap_or(written);
    ByteSpan { end: span.start + core.len() as u32, ..span }
}

/// A phrase as often as it stands in the text.
struct Phrase {
    terms: Vec<u32>,
    count: u32,
    /// Number of the word it starts with where it stands first.
    first: u32,
    /// Its place in its best spelling: inside a sentence rather than at its start.
    span: ByteSpan,
    opens_sentence: bool,
}

impl Phrase {
    /// True where one is part of the other, or they share half of their words, in whatever forms.
    fn is_like(&self, other: &Phrase, text: &Text) -> bool {
        let (own, others) = (self.words(text), other.words(text));
        let meets = |word: &&(u32, String)| others.iter().any(|(term, form)| *term == word.0 || is_akin(form, &word.1));
        let shared = own.iter().filter(meets).count();
        2 * shared >= self.terms.len().max(other.terms.len()) || shared == self.terms.len().min(other.terms.len())
    }

    /// Each of its words: the term, and how it is written, in lower case.
    fn words(&self, text: &Text) -> Vec<(u32, String)> {
        let first = self.first as usize;
        let words = &text.words[first..first + self.terms.len()];
        words.iter().map(|word| (word.term, word.span.of(&text.body).to_lowercase())).collect()
    }
}

/// Every phrase, in the order in which they first stand.
fn gather(kinds: &Kinds<'_>, best: &[bool]) -> Vec<Phrase> {
    let text = kinds.text;
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut known: Map<Vec<u32>, usize> = Map::default();
    for sentence in text.sentences.iter().filter(|sentence| is_counted(text, sentence)) {
        for start in sentence.words.clone() {
            for end in start + 1..=sentence.words.end.min(start + PHRASE_WORDS_MAX as u32) {
                let words = &text.words[start as usize..end as usize];
                if !words.last().is_some_and(|last| best[last.term as usize] && kinds.is_topic(last))
                    || !joins(text, words)
                {
                    break;
                }
                let terms: Vec<u32> = words.iter().map(|word| word.term).collect();
                let span = ByteSpan { start: words[0].span.start, end: words[words.len() - 1].span.end };
                let opens_sentence = start == sentence.words.start;
                let at = *known.entry(terms).or_insert(phrases.len());
                match phrases.get_mut(at) {
                    Some(phrase) => {
                        phrase.count += 1;
                        if phrase.opens_sentence && !opens_sentence {
                            (phrase.span, phrase.opens_sentence) = (span, false);
                        }
                    }
                    None => {
                        let terms = words.iter().map(|word| word.term).collect();
                        phrases.push(Phrase { terms, count: 1, first: start, span, opens_sentence });
                    }
                }
            }
        }
    }
    phrases
}

fn is_counted(text: &Text, sentence: &Sentence) -> bool {
    !matches!(text.paragraphs[sentence.paragraph as usize].kind, BlockKind::Code | BlockKind::TableRow)
}

/// True where nothing but one blank or one hyphen parts the last two words.
fn joins(text: &Text, words: &[Word]) -> bool {
    let [.., before, last] = words else { return true };
    let between = text.body.get(before.span.end as usize..last.span.start as usize).unwrap_or_default();
    matches!(between, "" | " " | "-" | "‑" | "·")
}

/// The lists that tell which words topics are made of.
struct Kinds<'t> {
    text: &'t Text,
    figure_words: &'static WordList,
    saying: &'static WordList,
}

impl<'t> Kinds<'t> {
    fn of(text: &'t Text) -> Self {
        Self { text, figure_words: text.language.figure_words(), saying: NameLists::of(text.language).saying }
    }

    /// True for a word that can be part of a topic: no stop word, number or unit of time, no single letter.
    fn is_topic(&self, word: &Word) -> bool {
        let written = word.span.of(&self.text.body);
        !word.is_stop
            && written.chars().any(char::is_alphabetic)
            && (written.chars().nth(1).is_some() || !written.is_ascii())
            && !self.has_role(written, &['n', 'x', 'y', 'o', 'd', 'w'])
    }

    /// True for words that only happen to stand together: a name and what is written otherwise, or a verb and its noun.
    /// "Ruth Palmer cut", "council closed"; German nouns are written like names.
    fn run_on(&self, words: &[Word]) -> bool {
        let named = |word: &Word| word.span.of(&self.text.body).starts_with(char::is_uppercase);
        let german = self.text.language.code() == "de";
        let turns = |pair: &[Word]| match (named(&pair[0]), named(&pair[1])) {
            (true, false) => true,
            (false, true) => !german,
            _ => false,
        };
        words.windows(2).any(turns)
            || words.len() > 1
                && (words.iter().any(|word| self.is_verb(word)) || words.last().is_some_and(|last| self.is_past(last)))
    }

    fn is_verb(&self, word: &Word) -> bool {
        let written = word.span.of(&self.text.body);
        written.starts_with(char::is_lowercase) && (self.saying.contains(written) || self.has_role(written, &['v']))
    }

    /// "closed" behind a noun; before one it may be part of a topic.
    fn is_past(&self, word: &Word) -> bool {
        let written = word.span.of(&self.text.body);
        self.text.language == Language::ENGLISH && written.ends_with("ed") && written.starts_with(char::is_lowercase)
    }

    fn has_role(&self, written: &str, roles: &[char]) -> bool {
        let value = self.figure_words.value(&written.to_lowercase());
        value.is_some_and(|value| value.split('|').any(|role| role.starts_with(roles)))
    }
}

/// What is known of each term.
struct Terms {
    count: Vec<u32>,
    /// Occurrences inside a sentence, and those of them with a capital.
    inside: Vec<u32>,
    capital: Vec<u32>,
    /// Number of the sentence it stands in first, and how many hold it.
    first: Vec<u32>,
    sentences: Vec<u32>,
    titled: Vec<bool>,
    stop: Vec<bool>,
    words: usize,
}

impl Terms {
    fn of(text: &Text, title: Option<&str>) -> Self {
        let size = text.terms as usize;
        let mut terms = Self {
            count: vec![0; size],
            inside: vec![0; size],
            capital: vec![0; size],
            first: vec![u32::MAX; size],
            sentences: vec![0; size],
            titled: vec![false; size],
            stop: vec![false; size],
            words: text.words.len(),
        };
        let title = title.unwrap_or_default().to_lowercase();
        let title: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut last = vec![u32::MAX; size];
        for (number, sentence) in (0..).zip(&text.sentences) {
            for place in sentence.words.clone() {
                let word = &text.words[place as usize];
                let term = word.term as usize;
                let written = word.span.of(&text.body);
                if terms.count[term] == 0 {
                    terms.stop[term] = word.is_stop;
                    terms.titled[term] = !word.is_stop && title.contains(&written.to_lowercase().as_str());
                }
                terms.count[term] += 1;
                terms.first[term] = terms.first[term].min(number);
                terms.sentences[term] += u32::from(last[term] != number);
                last[term] = number;
                if place > sentence.words.start {
                    terms.inside[term] += 1;
                    terms.capital[term] += u32::from(written.starts_with(char::is_uppercase));
                }
            }
        }
        terms
    }

    /// The worthiest terms.
    fn best(&self) -> Vec<bool> {
        let mut order: Vec<(f32, u32)> = (0..self.count.len() as u32)
            .filter(|&term| !self.stop[term as usize])
            .map(|term| (self.worth(term), term))
            .collect();
        sort::by(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut best = vec![false; self.count.len()];
        order.iter().take(TERMS_MAX).for_each(|&(_, term)| best[term as usize] = true);
        best
    }

    /// True where a term is written with a capital inside sentences.
    fn is_name(&self, term: u32) -> bool {
        let term = term as usize;
        self.inside[term] > 0 && 2 * self.capital[term] > self.inside[term]
    }

    fn worth(&self, term: u32) -> f32 {
        let at = term as usize;
        let often = (self.count[at] as f32).sqrt();
        let wide = 1.0 + self.sentences[at] as f32 / self.count[at].max(1) as f32;
        let early = 1.0 + 2.0 / (1.0 + self.first[at] as f32 / 3.0);
        let name = if self.is_name(term) { 1.4 } else { 1.0 };
        let titled = if self.titled[at] { 1.6 } else { 1.0 };
        often * wide * early * name * titled
    }

    /// What a phrase is worth; `None` where it isn't a topic.
    fn score(&self, kinds: &Kinds<'_>, phrase: &Phrase) -> Option<f32> {
        let named = phrase.terms.iter().all(|&term| self.is_name(term));
        let titled = phrase.terms.iter().all(|&term| self.titled[term as usize]);
        let whole = phrase.terms.len() > 1;
        let text = kinds.text;
        let short = phrase.span.of(&text.body).chars().count() < 3;
        let words = &text.words[phrase.first as usize..phrase.first as usize + phrase.terms.len()];
        let common = self.words > SHORT_TEXT_WORDS && !titled && !(named && whole);
        if short || (phrase.count < 2 && (common || kinds.run_on(words))) {
            return None;
        }
        let terms = phrase.terms.len() as f32;
        let worth: f32 = phrase.terms.iter().map(|&term| self.worth(term)).sum();
        // A phrase that stands as a whole as often as its words is worth all of them; one that seldom does, their mean.
        let rarest = phrase.terms.iter().map(|&term| self.count[term as usize]).min().unwrap_or(1).max(1) as f32;
        let together = phrase.count as f32 / rarest;
        Some(worth / terms * (1.0 + (terms - 1.0).sqrt() * together) * (phrase.count as f32).sqrt())
    }
}
