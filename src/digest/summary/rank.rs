//! Rank: how much a sentence says of the article, as a sum of named signals with learned weights.

use super::curve::doublings;
use super::reading::{Fact, Reading};
use super::terms::Terms;
use super::weights;
use crate::article::BlockKind;

/// What a signal is measured from.
pub(super) struct View<'r> {
    reading: &'r Reading<'r>,
    fact: &'r Fact,
    place: usize,
    hopes: Hopes,
    text: &'r str,
}

/// What a person's summary is expected to share with a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Hopes {
    /// Sum of the likelihoods of its different terms, and of its pairs.
    terms: f32,
    pairs: f32,
    /// The same of the terms and pairs that no sentence before had.
    new_terms: f32,
    new_pairs: f32,
    /// The likeliest topic term.
    best: f32,
}

/// A signal of a sentence: its name and how it is measured.
type Signal = (&'static str, fn(&View<'_>) -> f32);

/// The signals, in the order of `weights::SENTENCE`.
pub(super) const SIGNALS: [Signal; 46] = [
    ("constant", |_| 1.0),
    ("first", |v| flag(v.place == 0)),
    ("second", |v| flag(v.place == 1)),
    ("third", |v| flag(v.place == 2)),
    ("fourth or fifth", |v| flag(v.place == 3 || v.place == 4)),
    ("early", |v| 1.0 / (1.0 + v.place as f32)),
    ("doublings before", |v| doublings(v.place as f32 + 1.0)),
    ("share before", |v| v.place as f32 / v.reading.facts.len() as f32),
    ("last", |v| flag(v.place + 1 == v.reading.facts.len())),
    ("last tenth", |v| flag(10 * (v.place + 1) > 9 * v.reading.facts.len())),
    ("sentences", |v| doublings(v.reading.facts.len() as f32)),
    ("opens paragraph", |v| flag(v.fact.opens_paragraph)),
    ("standfirst", |v| flag(v.fact.kind == BlockKind::Standfirst)),
    ("list item", |v| flag(v.fact.kind == BlockKind::ListItem)),
    ("words", |v| doublings(v.fact.words as f32)),
    ("words squared", |v| doublings(v.fact.words as f32) * doublings(v.fact.words as f32)),
    ("short", |v| flag(v.fact.words < 10)),
    ("long", |v| flag(v.fact.words > 35)),
    ("very long", |v| flag(v.fact.words > 50)),
    ("topic terms", |v| v.fact.terms.len() as f32 / v.fact.words.max(1) as f32),
    ("central", |v| v.fact.central[0]),
    ("central to those before", |v| v.fact.central[1]),
    ("central to those behind", |v| v.fact.central[2]),
    ("like the lead", |v| v.fact.lead),
    ("like the one before", |v| v.fact.neighbours[0]),
    ("like the one behind", |v| v.fact.neighbours[1]),
    ("novelty", |v| v.fact.novelty),
    ("spread", |v| v.fact.spread),
    ("title", |v| v.fact.title),
    ("likely terms", |v| v.hopes.terms),
    ("likely pairs", |v| v.hopes.pairs),
    ("likely terms a word", |v| v.hopes.terms / v.fact.words.max(1) as f32),
    ("likely pairs a word", |v| v.hopes.pairs / v.fact.words.max(1) as f32),
    ("new likely terms", |v| v.hopes.new_terms),
    ("new likely pairs", |v| v.hopes.new_pairs),
    ("likeliest term", |v| v.hopes.best),
    ("leans", |v| flag(v.fact.fitness.leans)),
    ("is leant on", |v| flag(v.reading.facts.get(v.place + 1).is_some_and(|next| next.fitness.leans))),
    ("opens with a quotation", |v| flag(v.fact.fitness.quoted)),
    ("quotes", |v| flag(v.text.contains(['"', '\u{201c}', '«', '„', '「']))),
    ("personal", |v| flag(v.fact.fitness.personal)),
    ("digits", |v| flag(v.text.bytes().any(|b| b.is_ascii_digit()))),
    ("commas", |v| v.text.matches([',', '，', '、', '،']).count() as f32 / v.fact.words.max(1) as f32),
    ("brackets", |v| flag(v.text.contains(['(', '[', '（']))),
    ("colon", |v| flag(v.text.contains([':', ';', '：', '；']))),
    ("exclaims", |v| flag(v.text.ends_with(['!', '！']))),
];

/// A score for each fact of the reading; larger says more.
pub(super) fn scores(reading: &Reading<'_>, terms: &Terms) -> Vec<f32> {
    let weigh = |signals: [f32; SIGNALS.len()]| {
        signals.iter().zip(&weights::SENTENCE).map(|(signal, weight)| signal * weight).sum()
    };
    signals(reading, terms).map(weigh).collect()
}

/// The signals of each fact.
pub(super) fn signals<'r>(
    reading: &'r Reading<'r>,
    terms: &'r Terms,
) -> impl Iterator<Item = [f32; SIGNALS.len()]> + 'r {
    let mut met = Met { terms: vec![u32::MAX; terms.likely.len()], pairs: vec![u32::MAX; terms.likely_pairs.len()] };
    reading.facts.iter().enumerate().map(move |(place, fact)| {
        let text = reading.text.sentences[fact.sentence as usize].span.of(&reading.text.body);
        let view = View { reading, fact, place, hopes: met.hopes(reading, terms, place), text };
        SIGNALS.map(|(_, measure)| measure(&view))
    })
}

/// The last fact that had a term or a pair.
struct Met {
    terms: Vec<u32>,
    pairs: Vec<u32>,
}

impl Met {
    fn hopes(&mut self, reading: &Reading<'_>, terms: &Terms, place: usize) -> Hopes {
        let mut hopes = Hopes::default();
        let words = reading.words(place);
        for word in words {
            let before = std::mem::replace(&mut self.terms[word.term as usize], place as u32);
            let likely = terms.likely[word.term as usize];
            hopes.terms += if before == place as u32 { 0.0 } else { likely };
            hopes.new_terms += if before == u32::MAX { likely } else { 0.0 };
            hopes.best = if word.is_stop { hopes.best } else { hopes.best.max(likely) };
        }
        for pair in words.windows(2).filter_map(|pair| terms.pair(pair[0].term, pair[1].term)) {
            let before = std::mem::replace(&mut self.pairs[pair], place as u32);
            let likely = terms.likely_pairs[pair];
            hopes.pairs += if before == place as u32 { 0.0 } else { likely };
            hopes.new_pairs += if before == u32::MAX { likely } else { 0.0 };
        }
        hopes
    }
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
