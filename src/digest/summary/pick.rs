//! Pick: the best sentences that can stand together, until the budget is spent.

use super::Budget;
use super::fitness::Grade;
use super::overlap::Taken;
use super::reading::Reading;
use super::sets::Candidates;
use super::terms::Terms;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What a sentence loses when all of its topic terms are already in the summary.
const REPETITION_COST: f32 = 2.0;
/// So many gains are brought up to date before the best of them is taken.
const UPDATES_MAX: usize = 64;

/// Places of the picked facts, in the order they were taken.
pub(super) fn pick(reading: &Reading<'_>, terms: &Terms, scores: &[f32], budget: Budget) -> Vec<usize> {
    let mut picker = Picker::new(reading, scores, budget);
    for place in Candidates::of(reading, terms, scores, picker.grade).best(budget) {
        picker.take(place);
    }
    while picker.picked.len() < budget.sentences {
        let Some(best) = picker.pop() else { break };
        picker.consider(best);
    }
    if picker.picked.is_empty() {
        // No sentence is short enough: the best one, whatever its length.
        let best = (0..scores.len()).map(|place| Gain { gain: scores[place], place }).max();
        picker.picked.extend(best.map(|best| best.place));
    }
    picker.picked
}

/// A sentence and what it would add.
struct Gain {
    gain: f32,
    place: usize,
}

impl Ord for Gain {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of two equal ones the earlier.
        self.gain.total_cmp(&other.gain).then(other.place.cmp(&self.place))
    }
}

impl PartialOrd for Gain {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Gain {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Gain {}

struct Picker<'r> {
    reading: &'r Reading<'r>,
    scores: &'r [f32],
    budget: Budget,
    /// Gains that may be out of date: they only shrink.
    waiting: BinaryHeap<Gain>,
    /// The grade that every sentence of the summary has.
    grade: Grade,
    taken: Taken,
    picked: Vec<usize>,
    is_picked: Vec<bool>,
    words: u32,
}

impl<'r> Picker<'r> {
    fn new(reading: &'r Reading<'r>, scores: &'r [f32], budget: Budget) -> Self {
        let stands = |place: usize| !reading.leans(place);
        let free: Vec<usize> = (0..reading.facts.len()).filter(|&place| stands(place)).collect();
        let grade = free.iter().map(|&place| reading.facts[place].fitness.grade).max().unwrap_or(Grade::Furniture);
        let waiting = free.into_iter().filter(|&place| reading.facts[place].fitness.grade == grade);
        let waiting = waiting.map(|place| Gain { gain: scores[place], place }).collect();
        Self {
            reading,
            scores,
            budget,
            waiting,
            grade,
            taken: Taken::new(reading),
            picked: Vec::new(),
            is_picked: vec![false; scores.len()],
            words: 0,
        }
    }

    /// The sentence that adds most.
    fn pop(&mut self) -> Option<usize> {
        for _ in 0..UPDATES_MAX {
            let best = self.waiting.pop()?;
            let gain = self.gain(best.place);
            if self.waiting.peek().is_none_or(|next| gain >= next.gain) {
                return Some(best.place);
            }
            self.waiting.push(Gain { gain, place: best.place });
        }
        self.waiting.pop().map(|best| best.place)
    }

    fn gain(&self, place: usize) -> f32 {
        self.scores[place] - REPETITION_COST * self.taken.covers(self.reading, place)
    }

    /// Takes a sentence unless it repeats the summary or passes the budget.
    fn consider(&mut self, place: usize) {
        let words = self.words.saturating_add(self.reading.facts[place].words);
        if words <= self.budget.words && !self.is_picked[place] && !self.taken.says(self.reading, place) {
            self.take(place);
        }
    }

    fn take(&mut self, place: usize) {
        self.words = self.words.saturating_add(self.reading.facts[place].words);
        self.taken.add(self.reading, place);
        self.picked.push(place);
        self.is_picked[place] = true;
        self.invite_next(place);
    }

    /// The sentence behind one that was taken may lean on it.
    fn invite_next(&mut self, place: usize) {
        let next = place + 1;
        let Some(fact) = self.reading.facts.get(next) else { return };
        if self.reading.leans(next)
            && self.reading.before(next) == Some(place)
            && fact.fitness.grade == self.reading.facts[place].fitness.grade
        {
            self.waiting.push(Gain { gain: self.gain(next), place: next });
        }
    }
}
