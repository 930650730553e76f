//! The summary: sentences chosen under a budget, in document order.
//!
//! `reading` gathers the sentences of prose and counts, `fitness` says which of them can stand in a summary, `rank` scores
//! each, `pick` takes the best that don't repeat one another until the budget is spent.

mod curve;
mod fitness;
mod overlap;
mod pick;
mod quotation;
mod rank;
mod reading;
mod salience;
mod sets;
pub mod study;
mod terms;
mod weights;
mod wording;

use super::{Entity, Figure};
use crate::article::PageKind;
use crate::options::{Length, Options};
use crate::sort;
use crate::text::Text;
use reading::Reading;
use terms::Terms;

/// A sentence of the summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SummarySentence {
    /// Its place in `Text::sentences`.
    pub sentence: u32,
    /// How much it says of the article, 0 to 1.
    pub score: f32,
}

/// What the choice is made from.
pub struct Context<'d> {
    /// The article's text.
    pub text: &'d Text,
    /// The article's title.
    pub title: Option<&'d str>,
    /// Which kind of page it is.
    pub kind: PageKind,
    /// Figures found, not yet ranked.
    pub figures: &'d [Figure],
    /// Entities found, most important first.
    pub entities: &'d [Entity],
}

/// The summary of a text: the sentences that say most of it within the asked length, in document order.
///
/// From three sentences on, a longer summary holds the shorter one. Never empty for a text that has a sentence.
pub fn choose(context: &Context<'_>, options: &Options) -> Vec<SummarySentence> {
    let reading = Reading::of(context, options.focus.as_deref());
    let terms = Terms::of(&reading);
    let budget = Budget::of(options.length, context.text.sentences.len());
    let mut scores = rank::scores(&reading, &terms);
    for (score, focus) in scores.iter_mut().zip(focus(&reading, budget.sentences)) {
        *score += FOCUS_WEIGHT * focus;
    }
    let mut picked = pick::pick(&reading, &terms, &scores, budget);
    sort::plain(&mut picked);
    let sentence =
        |place: usize| SummarySentence { sentence: reading.facts[place].sentence, score: share(scores[place]) };
    picked.into_iter().map(sentence).collect()
}

/// What a sentence gains that has every word of the focus: as much as parts a good sentence from a poor one.
const FOCUS_WEIGHT: f32 = 4.0;

/// The share of the focus that each fact has, or one that leans on it and comes into a summary of so many sentences with all it needs.
fn focus(reading: &Reading<'_>, sentences: usize) -> Vec<f32> {
    let mut needed: Vec<usize> = Vec::new();
    for place in 0..reading.facts.len() {
        needed.push(1 + reading.antecedent(place).map_or(0, |before| needed[before]));
    }
    let mut result: Vec<f32> = (0..needed.len()).map(|place| reading.focus(&[place])).collect();
    for place in (0..result.len()).rev().filter(|&place| needed[place] <= sentences) {
        if let Some(before) = reading.antecedent(place) {
            result[before] = result[before].max(result[place]);
        }
    }
    result
}

/// A score of any size as a share, 0 to 1.
fn share(score: f32) -> f32 {
    0.5 + 0.5 * score / (1.0 + score.abs())
}

/// How much may be taken. One sentence always may.
#[derive(Clone, Copy, Debug)]
struct Budget {
    sentences: usize,
    words: u32,
}

impl Budget {
    fn of(length: Length, all: usize) -> Self {
        match length {
            Length::Sentences(n) => Self { sentences: n as usize, words: u32::MAX },
            Length::Words(n) => Self { sentences: usize::MAX, words: n },
            Length::Ratio(r) => Self { sentences: ((all as f32 * r) as usize).max(1), words: u32::MAX },
        }
    }
}
