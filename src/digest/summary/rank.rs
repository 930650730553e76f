//! Rank: how much a sentence says of the article, as a sum of named signals.

use super::reading::{Fact, Reading};
use crate::article::BlockKind;

/// A signal of a sentence and what it weighs.
struct Signal {
    #[allow(dead_code)]
    name: &'static str,
    weight: f32,
    measure: fn(&Reading<'_>, &Fact, usize) -> f32,
}

const SIGNALS: &[Signal] = &[
    Signal { name: "first", weight: 0.8, measure: |_, _, place| f32::from(u8::from(place == 0)) },
    Signal { name: "early", weight: 2.0, measure: |_, _, place| 1.0 / (1.0 + place as f32 / 2.0) },
    Signal { name: "opens paragraph", weight: 0.2, measure: |_, fact, _| f32::from(u8::from(fact.opens_paragraph)) },
    Signal { name: "central", weight: 3.0, measure: |_, fact, _| fact.central[0] },
    Signal { name: "foreshadows", weight: 3.0, measure: |_, fact, _| fact.central[2] },
    Signal { name: "spread", weight: 2.0, measure: |_, fact, _| fact.spread },
    Signal { name: "title", weight: 1.0, measure: |_, fact, _| fact.title },
    Signal {
        name: "standfirst",
        weight: 0.8,
        measure: |_, fact, _| f32::from(u8::from(fact.kind == BlockKind::Standfirst)),
    },
    Signal { name: "short", weight: -1.5, measure: |_, fact, _| f32::from(u8::from(fact.words < 9)) },
    Signal { name: "long", weight: -0.5, measure: |_, fact, _| f32::from(u8::from(fact.words > 45)) },
    Signal { name: "quoted", weight: -0.8, measure: |_, fact, _| f32::from(u8::from(fact.fitness.quoted)) },
    Signal { name: "leans", weight: -0.4, measure: |_, fact, _| f32::from(u8::from(fact.fitness.leans)) },
];

/// A score for each fact of the reading; larger says more.
pub(super) fn scores(reading: &Reading<'_>) -> Vec<f32> {
    let score =
        |(place, fact)| SIGNALS.iter().map(|signal| signal.weight * (signal.measure)(reading, fact, place)).sum();
    reading.facts.iter().enumerate().map(score).collect()
}
