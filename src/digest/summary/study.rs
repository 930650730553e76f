//! Study: what the ranker sees of a text, for the program that learns its weights.
//!
//! The same code measures while learning and while summing up.

use super::Context;
use super::fitness::Grade;
use super::rank;
use super::reading::Reading;
use super::salience::Salience;
use super::sets::{self, Candidates};
use super::terms::Terms;

/// Numbers that describe one thing of a text, and its wording.
pub struct Described {
    /// A term, two terms parted by a blank, or the number of a sentence.
    pub name: String,
    /// The signals.
    pub signals: Vec<f32>,
}

/// Every term of the prose, in order of first appearance, by its first spelling.
pub fn terms(context: &Context<'_>) -> Vec<Described> {
    let reading = Reading::of(context, None);
    let terms = Terms::of(&reading);
    let spelling = spellings(&reading);
    let known = spelling.into_iter().enumerate().filter_map(|(term, name)| Some((term, name?)));
    known.map(|(term, name)| Described { name, signals: terms.signals(term).to_vec() }).collect()
}

/// Every pair of neighbouring terms of the prose.
pub fn pairs(context: &Context<'_>) -> Vec<Described> {
    let reading = Reading::of(context, None);
    let terms = Terms::of(&reading);
    let spelling = spellings(&reading);
    let name = |term: u32| spelling[term as usize].clone().unwrap_or_default();
    let described = |(pair, (before, after))| Described {
        name: format!("{}\u{1}{}", name(before), name(after)),
        signals: terms.pair_signals(pair).to_vec(),
    };
    terms.pairs().enumerate().map(described).collect()
}

/// Every sentence of the prose: its text, its signals, and whether it may stand in a summary (1), may behind the one
/// before (0.5), or may not (0) as the last of them.
pub fn sentences(context: &Context<'_>) -> Vec<Described> {
    let reading = Reading::of(context, None);
    let terms = Terms::of(&reading);
    let described = |(place, signals): (usize, [f32; rank::SIGNALS.len()])| {
        let fact = &reading.facts[place];
        let stands = match fact.fitness.grade {
            Grade::Whole if place > 0 && fact.fitness.leans => 0.5,
            Grade::Whole => 1.0,
            _ => 0.0,
        };
        let span = reading.text.sentences[fact.sentence as usize].span;
        Described {
            name: span.of(&reading.text.body).to_owned(),
            signals: signals.into_iter().chain([stands]).collect(),
        }
    };
    rank::signals(&reading, &terms).enumerate().map(described).collect()
}

/// Every term of the best sentences, with its bucket behind its signals; then every pair of them.
pub fn salience(context: &Context<'_>) -> (Vec<Described>, Vec<Described>) {
    let reading = Reading::of(context, None);
    let terms = Terms::of(&reading);
    let scores = rank::scores(&reading, &terms);
    let candidates = Candidates::of(&reading, &terms, &scores, Grade::Whole);
    let salience = Salience::of(&reading, &terms, &scores, candidates.all());
    let spelling = spellings(&reading);
    let name = |term: u32| spelling[term as usize].clone().unwrap_or_default();
    let widen = |signals: &[u8]| signals.iter().copied().map(f32::from).collect();
    let single = |at: usize| {
        let mut signals: Vec<f32> = widen(&salience.signals(at));
        signals.push(salience.bucket(at).unwrap_or(0) as f32);
        Described { name: name(salience.list[at]), signals }
    };
    let double = |at: usize| {
        let (before, after) = terms.pair_terms(salience.pair_list[at] as usize);
        Described { name: format!("{}\u{1}{}", name(before), name(after)), signals: widen(&salience.pair_signals(at)) }
    };
    ((0..salience.list.len()).map(single).collect(), (0..salience.pair_list.len()).map(double).collect())
}

/// A set of sentences.
pub struct DescribedSet {
    /// Its sentences, as places among the candidates.
    pub places: Vec<usize>,
    /// The signals.
    pub signals: Vec<f32>,
}

/// The candidates' texts, and the sets of them that are tried, smallest first.
pub fn sets(context: &Context<'_>) -> (Vec<String>, Vec<DescribedSet>) {
    let reading = Reading::of(context, None);
    let terms = Terms::of(&reading);
    let scores = rank::scores(&reading, &terms);
    let candidates = Candidates::of(&reading, &terms, &scores, Grade::Whole);
    let text = |&place: &usize| {
        reading.text.sentences[reading.facts[place].sentence as usize].span.of(&reading.text.body).to_owned()
    };
    let texts = candidates.all().iter().map(text).collect();
    let all: Vec<Vec<usize>> = (1..=sets::SIZE_MAX).flat_map(|size| candidates.sets(size)).collect();
    let signals: Vec<_> = candidates.signals(&all).collect();
    let described =
        all.into_iter().zip(signals).map(|(places, signals)| DescribedSet { places, signals: signals.to_vec() });
    (texts, described.collect())
}

/// Names of the signals of a set.
pub fn set_signals() -> Vec<&'static str> {
    sets::SIGNALS.iter().map(|signal| signal.0).collect()
}

/// Names of the signals of a sentence.
pub fn sentence_signals() -> Vec<&'static str> {
    rank::SIGNALS.iter().map(|signal| signal.0).collect()
}

fn spellings(reading: &Reading<'_>) -> Vec<Option<String>> {
    let mut result = vec![None; reading.holders.len()];
    for place in 0..reading.facts.len() {
        for word in reading.words(place) {
            result[word.term as usize].get_or_insert_with(|| word.span.of(&reading.text.body).to_lowercase());
        }
    }
    result
}
