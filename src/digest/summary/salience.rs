//! Salience: how likely each term and each pair of the best sentences is to be in a summary that a person writes, now that
//! every sentence has a score.
//!
//! The linear guess of `terms` ranks sentences; boosted trees, which cost more, judge the few terms of the best of them by
//! how they are spread over the text, alike in every language, and by how summaries in English are fond of a word.

use super::curve::doublings;
use super::reading::Reading;
use super::terms::Terms;
use crate::article::trees::Trees;
use crate::lexicon::{Language, hash};
use crate::sort;
use crate::span::ByteSpan;
use crate::table::Map;
use crate::text::stem::stem;

/// Made by `train/summary.py`.
static TERMS: Trees = Trees::new(include_bytes!("terms.trees"));
static PAIRS: Trees = Trees::new(include_bytes!("pairs.trees"));

/// For each bucket of English stems how much likelier than others of their spread they are to be in a summary: fortieths of
/// the log-odds, one byte each, above `INDIFFERENT`. Made by `train/summary.py`.
static FONDNESS: [u8; 4096] = *include_bytes!("stems.odds");
const INDIFFERENT: u8 = 128;

/// How many signals describe a term, and a pair.
pub(super) const TERM_SIGNALS: usize = 26;
pub(super) const PAIR_SIGNALS: usize = 19;

/// What was counted of a term or a pair over the sentences that hold it.
#[derive(Clone, Copy, Debug)]
struct Holders {
    count: u32,
    sentences: u32,
    first: usize,
    last: usize,
    central: f32,
    /// Scores of the sentences: the best, their sum, the first one's; and the rank of the best, 0 for the text's best.
    best: f32,
    sum: f32,
    first_score: f32,
    rank: usize,
    /// Sum of 1 / (1 + rank).
    ranks: f32,
    /// Of the sentences, those among the three best and among the first three.
    top: u8,
    lead: u8,
    /// Where in a sentence it stands, as a share: the earliest place, and the first.
    earliest: f32,
    opening: f32,
    /// Words of the shortest sentence and of the first.
    shortest: u32,
    first_words: u32,
}

impl Holders {
    const NONE: Self = Self {
        count: 0,
        sentences: 0,
        first: 0,
        last: 0,
        central: 0.0,
        best: f32::MIN,
        sum: 0.0,
        first_score: 0.0,
        rank: usize::MAX,
        ranks: 0.0,
        top: 0,
        lead: 0,
        earliest: 1.0,
        opening: 0.0,
        shortest: u32::MAX,
        first_words: 0,
    };
}

/// Likelihoods, 0 to 1.
pub(super) struct Salience<'r> {
    reading: &'r Reading<'r>,
    terms: &'r Terms,
    scores: &'r [f32],
    ranks: Vec<usize>,
    /// The terms of the best sentences, in order of appearance, and where each stands among them.
    pub list: Vec<u32>,
    numbers: Map<u32, u32>,
    /// Where each is written first.
    spans: Vec<ByteSpan>,
    holders: Vec<Holders>,
    most: u32,
    likely: Vec<f32>,
    /// The pairs likewise, as places in `Terms::likely_pairs`.
    pub pair_list: Vec<u32>,
    pair_numbers: Map<u32, u32>,
    pair_holders: Vec<Holders>,
    likely_pairs: Vec<f32>,
}

impl<'r> Salience<'r> {
    /// Weighs the terms and pairs of some facts.
    pub fn of(reading: &'r Reading<'r>, terms: &'r Terms, scores: &'r [f32], places: &[usize]) -> Self {
        let mut salience = Self {
            reading,
            terms,
            scores,
            ranks: ranks(scores),
            list: Vec::new(),
            numbers: Map::default(),
            spans: Vec::new(),
            holders: Vec::new(),
            most: reading.holders.iter().copied().max().unwrap_or(1).max(1),
            likely: Vec::new(),
            pair_list: Vec::new(),
            pair_numbers: Map::default(),
            pair_holders: Vec::new(),
            likely_pairs: Vec::new(),
        };
        salience.collect(places);
        salience.count();
        salience.likely = (0..salience.list.len()).map(|at| TERMS.probability(&salience.signals(at))).collect();
        let pairs = 0..salience.pair_list.len();
        salience.likely_pairs = pairs.map(|at| PAIRS.probability(&salience.pair_signals(at))).collect();
        salience
    }

    /// Likelihood of a term of the facts.
    pub fn likely(&self, term: u32) -> f32 {
        self.numbers.get(&term).map_or(0.0, |&at| self.likely[at as usize])
    }

    /// Likelihood of a pair of the facts.
    pub fn likely_pair(&self, pair: usize) -> f32 {
        self.pair_numbers.get(&(pair as u32)).map_or(0.0, |&at| self.likely_pairs[at as usize])
    }

    fn collect(&mut self, places: &[usize]) {
        for &place in places {
            let words = self.reading.words(place);
            for word in words {
                let next = self.list.len() as u32;
                if *self.numbers.entry(word.term).or_insert(next) == next {
                    self.list.push(word.term);
                    self.spans.push(word.span);
                }
            }
            for pair in words.windows(2).filter_map(|pair| self.terms.pair(pair[0].term, pair[1].term)) {
                let next = self.pair_list.len() as u32;
                if *self.pair_numbers.entry(pair as u32).or_insert(next) == next {
                    self.pair_list.push(pair as u32);
                }
            }
        }
        self.holders = vec![Holders::NONE; self.list.len()];
        self.pair_holders = vec![Holders::NONE; self.pair_list.len()];
    }

    /// Looks at every sentence once.
    fn count(&mut self) {
        let mut number = vec![u32::MAX; self.reading.holders.len()];
        for (at, &term) in self.list.iter().enumerate() {
            number[term as usize] = at as u32;
        }
        for place in 0..self.reading.facts.len() {
            let words = self.reading.words(place);
            for (at, word) in words.iter().enumerate() {
                let own = number[word.term as usize];
                if own == u32::MAX {
                    continue;
                }
                let share = at as f32 / words.len() as f32;
                let mut holders = self.holders[own as usize];
                self.add(&mut holders, place, share);
                self.holders[own as usize] = holders;
                let Some(after) = words.get(at + 1).filter(|after| number[after.term as usize] != u32::MAX) else {
                    continue;
                };
                let pair = self.terms.pair(word.term, after.term).map(|pair| pair as u32);
                if let Some(&own) = pair.and_then(|pair| self.pair_numbers.get(&pair)) {
                    let mut holders = self.pair_holders[own as usize];
                    self.add(&mut holders, place, share);
                    self.pair_holders[own as usize] = holders;
                }
            }
        }
    }

    fn add(&self, holders: &mut Holders, place: usize, share: f32) {
        let is_new = holders.count == 0 || holders.last != place;
        holders.earliest = holders.earliest.min(share);
        if holders.count == 0 {
            holders.first = place;
            holders.first_score = self.scores[place];
            holders.opening = share;
            holders.first_words = self.reading.facts[place].words;
        }
        holders.count += 1;
        holders.last = place;
        if !is_new {
            return;
        }
        let fact = &self.reading.facts[place];
        let rank = self.ranks[place];
        holders.sentences += 1;
        holders.central = holders.central.max(fact.central[0]);
        holders.best = holders.best.max(self.scores[place]);
        holders.sum += self.scores[place];
        holders.rank = holders.rank.min(rank);
        holders.ranks += 1.0 / (1.0 + rank as f32);
        holders.top += u8::from(rank < 3);
        holders.lead += u8::from(place < 3);
        holders.shortest = holders.shortest.min(fact.words);
    }

    /// What describes a term of `list`: steps of each signal, 0 to 255.
    pub fn signals(&self, at: usize) -> [u8; TERM_SIGNALS] {
        let (holders, term) = (&self.holders[at], self.list[at] as usize);
        let facts = self.reading.facts.len() as f32;
        let (is_stop, letters, digits) = self.terms.form(term);
        [
            steps(doublings(holders.count as f32), 32.0),
            steps(doublings(holders.sentences as f32), 32.0),
            steps(holders.sentences as f32 / facts, 255.0),
            steps(holders.sentences as f32 / self.most as f32, 255.0),
            steps(doublings(holders.first as f32 + 1.0), 24.0),
            steps(holders.first as f32 / facts, 255.0),
            steps((holders.last - holders.first) as f32 / facts, 255.0),
            u8::from(is_stop),
            steps(letters as f32, 1.0),
            u8::from(digits),
            u8::from(self.reading.titled[term]),
            steps(holders.central, 500.0),
            score(holders.best),
            score(holders.sum / holders.sentences.max(1) as f32),
            score(holders.first_score),
            steps(doublings(holders.rank as f32 + 1.0), 24.0),
            steps(holders.ranks, 64.0),
            holders.top,
            holders.lead,
            steps(holders.earliest, 255.0),
            steps(holders.opening, 255.0),
            steps(holders.shortest as f32, 2.0),
            steps(holders.first_words as f32, 2.0),
            steps(doublings(facts), 24.0),
            steps(self.terms.likely[term], 255.0),
            self.bucket(at).map_or(INDIFFERENT, |bucket| FONDNESS[bucket]),
        ]
    }

    /// The bucket of `FONDNESS` that a term of `list` falls into; `None` where the text isn't English.
    pub fn bucket(&self, at: usize) -> Option<usize> {
        let text = self.reading.text;
        let written = self.spans[at].of(&text.body).to_lowercase();
        (text.language == Language::ENGLISH)
            .then(|| hash(stem(&written, text.language).as_bytes()) as usize % FONDNESS.len())
    }

    /// What describes a pair of `pair_list`.
    pub fn pair_signals(&self, at: usize) -> [u8; PAIR_SIGNALS] {
        let (holders, pair) = (&self.pair_holders[at], self.pair_list[at] as usize);
        let facts = self.reading.facts.len() as f32;
        let (before, after) = self.terms.pair_terms(pair);
        let (a, b) = (self.likely(before), self.likely(after));
        [
            steps(a, 255.0),
            steps(b, 255.0),
            steps(a.min(b), 255.0),
            steps(self.terms.likely_pairs[pair], 255.0),
            u8::from(self.terms.form(before as usize).0),
            u8::from(self.terms.form(after as usize).0),
            steps(doublings(holders.count as f32), 32.0),
            steps(doublings(holders.sentences as f32), 32.0),
            steps(doublings(holders.first as f32 + 1.0), 24.0),
            steps(holders.first as f32 / facts, 255.0),
            score(holders.best),
            score(holders.first_score),
            steps(doublings(holders.rank as f32 + 1.0), 24.0),
            steps(holders.ranks, 64.0),
            holders.lead,
            steps(holders.earliest, 255.0),
            steps(holders.opening, 255.0),
            steps(holders.shortest as f32, 2.0),
            steps(doublings(facts), 24.0),
        ]
    }
}

/// The rank of each score, 0 for the best; of equal ones the earlier is better.
fn ranks(scores: &[f32]) -> Vec<usize> {
    let mut order: Vec<u32> = (0..scores.len() as u32).collect();
    sort::by(&mut order, |&a, &b| scores[b as usize].total_cmp(&scores[a as usize]));
    let mut ranks = vec![0; scores.len()];
    order.iter().enumerate().for_each(|(rank, &place)| ranks[place as usize] = rank);
    ranks
}

fn score(score: f32) -> u8 {
    steps(score + 8.0, 20.0)
}

/// A number as whole steps, held between 0 and 255.
fn steps(number: f32, steps: f32) -> u8 {
    (number * steps) as u8
}
