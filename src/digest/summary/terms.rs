//! Terms: how likely each word, and each pair of neighbouring words, is to be in a summary that a person writes.
//!
//! Learnt from how a word is spread over the text, never from which word it is: it serves every language alike.

use super::curve::{doublings, logistic};
use super::reading::Reading;
use super::weights;
use crate::table::Map;

/// What was counted of a term or a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread {
    /// Occurrences.
    count: u32,
    /// Sentences that hold it.
    holders: u32,
    /// Places of the first and the last of them.
    first: u32,
    last: u32,
    /// Largest centrality of a sentence that holds it.
    central: f32,
}

impl Spread {
    const NONE: Spread = Spread { count: 0, holders: 0, first: u32::MAX, last: 0, central: 0.0 };

    fn add(&mut self, place: u32, central: f32) {
        self.holders += u32::from(self.count == 0 || self.last != place);
        self.count += 1;
        self.first = self.first.min(place);
        self.last = place;
        self.central = self.central.max(central);
    }
}

/// How a term is written.
#[derive(Clone, Copy, Debug)]
struct Form {
    is_stop: bool,
    letters: u32,
    digits: bool,
    /// Occurrences inside a sentence that open with a capital.
    capitals: u32,
    inside: u32,
    title: bool,
}

/// How many numbers describe a term.
pub(super) const TERM_SIGNALS: usize = 20;
/// How many numbers describe a pair.
pub(super) const PAIR_SIGNALS: usize = 14;

/// Terms and pairs of a reading with their likelihoods.
pub(super) struct Terms {
    spreads: Vec<Spread>,
    forms: Vec<Form>,
    pairs: Vec<(u32, u32, Spread)>,
    numbers: Map<(u32, u32), u32>,
    facts: usize,
    /// Likelihood of each term, 0 to 1.
    pub likely: Vec<f32>,
    /// Likelihood of each pair, 0 to 1.
    pub likely_pairs: Vec<f32>,
}

impl Terms {
    /// Counts and weighs.
    pub fn of(reading: &Reading<'_>) -> Self {
        let size = reading.holders.len();
        let form = Form { is_stop: false, letters: 0, digits: false, capitals: 0, inside: 0, title: false };
        let mut terms = Self {
            spreads: vec![Spread::NONE; size],
            forms: vec![form; size],
            pairs: Vec::new(),
            numbers: Map::default(),
            facts: reading.facts.len(),
            likely: Vec::new(),
            likely_pairs: Vec::new(),
        };
        for place in 0..reading.facts.len() {
            terms.count(reading, place);
        }
        terms.likely = (0..size).map(|term| weigh(&terms.signals(term), &weights::TERMS)).collect();
        terms.likely_pairs =
            (0..terms.pairs.len()).map(|pair| weigh(&terms.pair_signals(pair), &weights::PAIRS)).collect();
        terms
    }

    /// The pair of two neighbouring terms, as a place in `likely_pairs`.
    pub fn pair(&self, before: u32, after: u32) -> Option<usize> {
        self.numbers.get(&(before, after)).map(|&number| number as usize)
    }

    /// The two terms of a pair.
    pub fn pair_terms(&self, pair: usize) -> (u32, u32) {
        (self.pairs[pair].0, self.pairs[pair].1)
    }

    /// How a term is written: whether it says little of the topic, its letters, whether it has digits.
    pub fn form(&self, term: usize) -> (bool, u32, bool) {
        let form = &self.forms[term];
        (form.is_stop, form.letters, form.digits)
    }

    /// Every pair: its two terms.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.pairs.iter().map(|&(before, after, _)| (before, after))
    }

    fn count(&mut self, reading: &Reading<'_>, place: usize) {
        let central = reading.facts[place].central[0];
        let words = reading.words(place);
        for (at, word) in words.iter().enumerate() {
            let written = word.span.of(&reading.text.body);
            self.spreads[word.term as usize].add(place as u32, central);
            let form = &mut self.forms[word.term as usize];
            form.is_stop = word.is_stop;
            form.letters = form.letters.max(written.chars().count() as u32);
            form.digits |= written.bytes().any(|b| b.is_ascii_digit());
            form.title |= reading.titled[word.term as usize];
            form.inside += u32::from(at > 0);
            form.capitals += u32::from(at > 0 && written.starts_with(char::is_uppercase));
        }
        for pair in words.windows(2) {
            let key = (pair[0].term, pair[1].term);
            let number = *self.numbers.entry(key).or_insert(self.pairs.len() as u32);
            if number as usize == self.pairs.len() {
                self.pairs.push((key.0, key.1, Spread::NONE));
            }
            self.pairs[number as usize].2.add(place as u32, central);
        }
    }

    /// What describes a term; the last is the constant.
    pub fn signals(&self, term: usize) -> [f32; TERM_SIGNALS] {
        let (spread, form) = (&self.spreads[term], &self.forms[term]);
        let facts = self.facts.max(1) as f32;
        let topic = f32::from(u8::from(!form.is_stop));
        let place = spread.first as f32;
        let early = 1.0 / (1.0 + place);
        let often = doublings(spread.count as f32);
        [
            often,
            often * topic,
            often * often,
            spread.holders as f32 / facts,
            early,
            early * topic,
            flag(spread.first == 0),
            flag(spread.first == 1),
            flag(spread.first <= 3),
            doublings(place + 1.0),
            place / facts,
            (spread.last.saturating_sub(spread.first)) as f32 / facts,
            topic,
            (form.letters.min(12) as f32) / 12.0,
            flag(form.digits),
            form.capitals as f32 / form.inside.max(1) as f32,
            flag(form.title),
            spread.central,
            often * early,
            1.0,
        ]
    }

    /// What describes a pair; the last is the constant.
    pub fn pair_signals(&self, pair: usize) -> [f32; PAIR_SIGNALS] {
        let (before, after, spread) = &self.pairs[pair];
        let (a, b) = (self.likely[*before as usize], self.likely[*after as usize]);
        let (x, y) = (self.forms[*before as usize].is_stop, self.forms[*after as usize].is_stop);
        let facts = self.facts.max(1) as f32;
        let place = spread.first as f32;
        let often = doublings(spread.count as f32);
        let early = 1.0 / (1.0 + place);
        [
            a,
            b,
            a * b,
            a.min(b),
            often,
            often * often,
            early,
            flag(spread.first == 0),
            doublings(place + 1.0),
            place / facts,
            flag(x && y),
            flag(!x && !y),
            often * flag(!x && !y),
            1.0,
        ]
    }
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

fn weigh<const N: usize>(signals: &[f32; N], weights: &[f32; N]) -> f32 {
    logistic(signals.iter().zip(weights).map(|(signal, weight)| signal * weight).sum())
}
