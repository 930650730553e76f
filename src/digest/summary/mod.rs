//! The summary: sentences chosen under a budget, in document order.
//!
//! `reading` gathers the sentences of prose and counts, `fitness` says which of them can stand in a summary, `rank` scores
//! each, `pick` takes the best that don't repeat one another until the budget is spent.

mod fitness;
mod overlap;
mod phrases;
mod pick;
mod quotation;
mod rank;
mod reading;

use super::{Entity, Figure};
use crate::article::PageKind;
use crate::options::{Length, Options};
use crate::text::Text;
use reading::Reading;

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
/// A longer summary holds the shorter one. Never empty for a text that has a sentence.
pub fn choose(context: &Context<'_>, options: &Options) -> Vec<SummarySentence> {
    let reading = Reading::of(context);
    let scores = rank::scores(&reading);
    let budget = Budget::of(options.length, context.text.sentences.len());
    let mut picked = pick::pick(&reading, &scores, budget);
    picked.sort_unstable();
    let sentence =
        |place: usize| SummarySentence { sentence: reading.facts[place].sentence, score: share(scores[place]) };
    picked.into_iter().map(sentence).collect()
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

#[cfg(test)]
mod tests {
    use crate::options::Length;
    use crate::{Options, digest_text};

    const STORY: &str = "The ferry Aurora sank off the coast of Norway on Monday after it struck a rock in heavy fog. All 47 passengers were \
        rescued by the coastguard within an hour of the first distress call. But the captain stayed on board until the end. He was later \
        taken to hospital with a broken arm. \"We saw the rock too late,\" the helmsman told investigators. Who is to blame? The shipping \
        company said it would pay for lost luggage and offered every passenger a free trip. Investigators expect to publish a first report \
        on the accident in March. The ferry Aurora struck a rock in heavy fog and sank off the coast of Norway on Monday.";

    fn summary(text: &str, length: Length) -> Vec<String> {
        let digest = digest_text(text, &Options { length, ..Options::default() }).unwrap();
        digest
            .summary
            .iter()
            .map(|s| digest.text.sentences[s.sentence as usize].span.of(&digest.text.body).to_owned())
            .collect()
    }

    #[test]
    fn a_longer_summary_holds_the_shorter_one() {
        let five = summary(STORY, Length::Sentences(5));
        for count in 1..5 {
            let shorter = summary(STORY, Length::Sentences(count));
            assert!(
                shorter.len() <= count as usize && shorter.iter().all(|sentence| five.contains(sentence)),
                "{count}: {shorter:?} {five:?}"
            );
        }
    }

    #[test]
    fn nothing_hangs_asks_or_is_said_twice() {
        let all = summary(STORY, Length::Sentences(9));
        assert!(
            !all.iter().any(|sentence| sentence.starts_with("He was later")
                && !all.iter().any(|s| s.starts_with("But the captain"))),
            "{all:?}"
        );
        assert!(!all.iter().any(|sentence| sentence.ends_with('?')), "{all:?}");
        assert_eq!(all.iter().filter(|sentence| sentence.contains("in heavy fog")).count(), 1, "{all:?}");
    }

    #[test]
    fn a_budget_of_words_is_kept_where_a_sentence_fits() {
        for budget in [12, 20, 40, 60] {
            let words: usize = summary(STORY, Length::Words(budget)).iter().map(|s| s.split_whitespace().count()).sum();
            assert!(words > 0 && words <= budget as usize, "{words} of {budget}");
        }
        assert_eq!(summary(STORY, Length::Words(1)).len(), 1);
    }

    #[test]
    fn a_text_without_one_whole_sentence_still_gives_something() {
        assert_eq!(summary("Who is to blame?", Length::Sentences(3)), ["Who is to blame?"]);
        assert_eq!(summary("no more", Length::Sentences(3)), ["no more"]);
    }
}
