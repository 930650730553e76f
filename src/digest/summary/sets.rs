//! Sets: the best few sentences, ranked as whole summaries.
//!
//! What makes a good summary is how its sentences go together: every set of the best candidates that can stand together is
//! described by named signals, and learned weights choose among those of one size.

use super::Budget;
use super::curve::doublings;
use super::fitness::Grade;
use super::overlap;
use super::reading::{Reading, shared};
use super::salience::Salience;
use super::terms::Terms;
use super::weights;
use crate::sort;
use crate::table::Map;

/// So many sentences are tried in sets.
pub(super) const CANDIDATES: usize = 9;
/// What a set gains that has every word of the focus; sets differ by about a tenth of it.
const FOCUS_WEIGHT: f32 = 1.0;
/// Sets have up to so many sentences.
pub(super) const SIZE_MAX: usize = 3;

/// Sentences that sets are made of, in document order, and what every set of them needs to know.
pub(super) struct Candidates<'r> {
    reading: &'r Reading<'r>,
    scores: &'r [f32],
    places: Vec<usize>,
    /// For each two candidates the share of the shorter one's topic terms that both have; 1 where they say the same.
    overlaps: Vec<f32>,
    /// The different terms and pairs of all candidates, and which of them each candidate has.
    goods: Vec<Good>,
    held: Vec<Vec<u32>>,
}

/// What a set gains by a term or a pair, once.
#[derive(Clone, Copy, Debug, Default)]
struct Good {
    terms: f32,
    topics: f32,
    pairs: f32,
    mass: f32,
    title: f32,
    lead: f32,
}

/// A signal of a set: its name and how it is measured.
type Signal = (&'static str, fn(&Sum) -> f32);

/// What is summed over the sentences of a set.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    size: f32,
    facts: f32,
    scores: f32,
    worst: f32,
    best: f32,
    words: f32,
    shortest: f32,
    longest: f32,
    terms: f32,
    topics: f32,
    pairs: f32,
    overlap: f32,
    overlap_max: f32,
    mass: f32,
    lead: f32,
    title: f32,
    first: f32,
    second: f32,
    third: f32,
    early: f32,
    first_place: f32,
    mean_place: f32,
    last_place: f32,
    adjacent: f32,
    leaning: f32,
    quoted: f32,
    personal: f32,
    digits: f32,
    novelty: f32,
    central: f32,
    foreshadows: f32,
    like_lead: f32,
    opens: f32,
}

/// The signals, in the order of the weights.
pub(super) const SIGNALS: [Signal; 47] = [
    ("size", |s| s.size),
    ("sentences", |s| doublings(s.facts)),
    ("scores", |s| s.scores),
    ("worst score", |s| s.worst),
    ("best score", |s| s.best),
    ("words", |s| s.words / 50.0),
    ("words squared", |s| (s.words / 50.0) * (s.words / 50.0)),
    ("doublings of words", |s| doublings(s.words)),
    ("shortest", |s| doublings(s.shortest)),
    ("longest", |s| doublings(s.longest)),
    ("terms", |s| s.terms),
    ("terms a word", |s| s.terms / s.words),
    ("terms as F1", |s| 2.0 * s.terms / (s.words + 45.0)),
    ("terms as F1 with little", |s| 2.0 * s.terms / (s.words + 30.0)),
    ("terms as F1 with much", |s| 2.0 * s.terms / (s.words + 70.0)),
    ("topics as F1", |s| 2.0 * s.topics / (s.words + 45.0)),
    ("topics", |s| s.topics),
    ("topics a word", |s| s.topics / s.words),
    ("pairs", |s| s.pairs),
    ("pairs a word", |s| s.pairs / s.words),
    ("pairs as F1", |s| 2.0 * s.pairs / (s.words + 45.0)),
    ("overlap", |s| s.overlap),
    ("largest overlap", |s| s.overlap_max),
    ("mass", |s| s.mass),
    ("mass a word", |s| 50.0 * s.mass / s.words),
    ("lead", |s| s.lead),
    ("title", |s| s.title),
    ("has the first", |s| s.first),
    ("has the second", |s| s.second),
    ("has the third", |s| s.third),
    ("of the first three", |s| s.early),
    ("first and second", |s| s.first * s.second),
    ("first place", |s| doublings(s.first_place + 1.0)),
    ("mean place", |s| doublings(s.mean_place + 1.0)),
    ("last place", |s| doublings(s.last_place + 1.0)),
    ("last share", |s| s.last_place / s.facts),
    ("reach", |s| (s.last_place - s.first_place) / s.facts),
    ("adjacent", |s| s.adjacent),
    ("leaning", |s| s.leaning),
    ("quoted", |s| s.quoted),
    ("personal", |s| s.personal),
    ("digits", |s| s.digits),
    ("novelty", |s| s.novelty),
    ("central", |s| s.central),
    ("foreshadows", |s| s.foreshadows),
    ("like the lead", |s| s.like_lead),
    ("opens paragraphs", |s| s.opens),
];

type Weights = [f32; SIGNALS.len()];

/// The weights that choose among sets of so many sentences.
fn weights_of(size: usize) -> &'static Weights {
    if size == 1 { &weights::SET_OF_ONE } else { &weights::SET }
}

impl<'r> Candidates<'r> {
    /// The best sentences that may stand; one that leans only where the one before it is among them.
    pub fn of(reading: &'r Reading<'r>, terms: &'r Terms, scores: &'r [f32], allowed: Grade) -> Self {
        let mut order: Vec<usize> =
            (0..scores.len()).filter(|&place| reading.facts[place].fitness.grade == allowed).collect();
        sort::by(&mut order, |&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
        let mut places: Vec<usize> = Vec::new();
        for &place in order.iter().take(3 * CANDIDATES) {
            let stands = !reading.leans(place) || reading.before(place).is_some_and(|before| places.contains(&before));
            if stands && places.len() < CANDIDATES {
                places.push(place);
            }
        }
        sort::plain(&mut places);
        let overlaps = places.iter().flat_map(|&a| places.iter().map(move |&b| (a, b)));
        let overlaps = overlaps.map(|(a, b)| overlap_of(reading, a, b)).collect();
        let salience = Salience::of(reading, terms, scores, &places);
        let (goods, held) = goods(reading, terms, &salience, &places);
        Self { reading, scores, places, overlaps, goods, held }
    }

    /// Every set of `size` candidates that can stand together, as places among the candidates.
    pub fn sets(&self, size: usize) -> Vec<Vec<usize>> {
        let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
        for _ in 0..size {
            let longer = |set: &Vec<usize>| {
                let from = set.last().map_or(0, |last| last + 1);
                let set = set.clone();
                (from..self.places.len()).map(move |next| set.iter().copied().chain([next]).collect())
            };
            sets = sets.iter().flat_map(longer).filter(|set: &Vec<usize>| self.stands(set)).collect();
        }
        sets
    }

    /// The candidates, as places in the reading.
    pub fn all(&self) -> &[usize] {
        &self.places
    }

    /// The places in the reading of a set.
    pub fn places(&self, set: &[usize]) -> Vec<usize> {
        set.iter().map(|&at| self.places[at]).collect()
    }

    /// True where the last of a set repeats none of the others and leans on none that is missing.
    fn stands(&self, set: &[usize]) -> bool {
        let Some((&last, others)) = set.split_last() else { return true };
        let place = self.places[last];
        let leant = !self.reading.leans(place)
            || others.last().is_some_and(|&other| Some(self.places[other]) == self.reading.before(place));
        leant && others.iter().all(|&other| self.overlaps[other * self.places.len() + last] < 1.0)
    }

    /// The best set within a budget, its sentences in the order in which shorter summaries drop them last.
    pub fn best(&self, budget: Budget) -> Vec<usize> {
        let sizes = (1..=budget.sentences.min(SIZE_MAX)).rev();
        let sets: Vec<Vec<usize>> = if budget.words == u32::MAX {
            sizes.map(|size| self.sets(size)).find(|sets| !sets.is_empty()).unwrap_or_default()
        } else {
            let words = |set: &Vec<usize>| {
                self.places(set).iter().map(|&place| u64::from(self.reading.facts[place].words)).sum::<u64>()
            };
            sizes.flat_map(|size| self.sets(size)).filter(|set| words(set) <= u64::from(budget.words)).collect()
        };
        let weights = if budget.words == u32::MAX { weights_of } else { |_| &weights::SET_IN_WORDS };
        let Some(mut set) = self.first_of(sets, weights) else { return Vec::new() };
        let mut order = Vec::new();
        while set.len() > 1 {
            let shorter = (0..set.len())
                .map(|out| set.iter().copied().enumerate().filter(|&(at, _)| at != out).map(|(_, one)| one).collect());
            let shorter: Vec<Vec<usize>> =
                shorter.filter(|set: &Vec<usize>| (1..=set.len()).all(|end| self.stands(&set[..end]))).collect();
            let Some(next) = self.first_of(shorter, weights_of) else { break };
            order.extend(set.iter().copied().filter(|one| !next.contains(one)));
            set = next;
        }
        order.extend(set.iter().rev().copied());
        order.reverse();
        self.places(&order)
    }

    /// The best of some sets; those that are compared by weights for a count of sentences have the same size.
    fn first_of(&self, mut sets: Vec<Vec<usize>>, weights: fn(usize) -> &'static Weights) -> Option<Vec<usize>> {
        let weights = weights(sets.first()?.len());
        let score = |signals: [f32; SIGNALS.len()]| {
            signals.iter().zip(weights).map(|(signal, weight)| signal * weight).sum::<f32>()
        };
        let focus = |set: &Vec<usize>| FOCUS_WEIGHT * self.reading.focus(&self.places(set));
        let scores: Vec<f32> =
            self.signals(&sets).zip(&sets).map(|(signals, set)| score(signals) + focus(set)).collect();
        // Of equal ones the earlier.
        let best = (0..scores.len()).rev().max_by(|&a, &b| scores[a].total_cmp(&scores[b]))?;
        Some(sets.swap_remove(best))
    }

    /// The signals of each set.
    pub fn signals<'s>(&'s self, sets: &'s [Vec<usize>]) -> impl Iterator<Item = [f32; SIGNALS.len()]> + 's {
        let mut seen = vec![usize::MAX; self.goods.len()];
        sets.iter().enumerate().map(move |(number, set)| {
            let sum = self.sum(set, number, &mut seen);
            SIGNALS.map(|(_, measure)| measure(&sum))
        })
    }

    /// What is summed over set `number`; `seen` remembers for which set each good was counted last.
    fn sum(&self, set: &[usize], number: usize, seen: &mut [usize]) -> Sum {
        let size = set.len() as f32;
        let mut sum = Sum {
            size,
            facts: self.reading.facts.len() as f32,
            worst: f32::MAX,
            best: f32::MIN,
            shortest: f32::MAX,
            ..Sum::default()
        };
        let places = self.places(set);
        for (&at, &place) in set.iter().zip(&places) {
            self.add(&mut sum, place);
            for &good in &self.held[at] {
                if std::mem::replace(&mut seen[good as usize], number) != number {
                    sum.gain(&self.goods[good as usize]);
                }
            }
        }
        for (at, &a) in set.iter().enumerate() {
            for &b in &set[at + 1..] {
                let overlap = self.overlaps[a * self.places.len() + b];
                sum.overlap += overlap;
                sum.overlap_max = sum.overlap_max.max(overlap);
                sum.adjacent += flag(self.places[a] + 1 == self.places[b]);
            }
        }
        sum.first_place = places[0] as f32;
        sum.last_place = places[places.len() - 1] as f32;
        sum.mean_place = places.iter().map(|&place| place as f32).sum::<f32>() / size;
        sum
    }

    fn add(&self, sum: &mut Sum, place: usize) {
        let fact = &self.reading.facts[place];
        let words = fact.words as f32;
        sum.scores += self.scores[place];
        sum.worst = sum.worst.min(self.scores[place]);
        sum.best = sum.best.max(self.scores[place]);
        sum.words += words;
        sum.shortest = sum.shortest.min(words);
        sum.longest = sum.longest.max(words);
        sum.first += flag(place == 0);
        sum.second += flag(place == 1);
        sum.third += flag(place == 2);
        sum.early += flag(place < 3);
        sum.leaning += flag(fact.fitness.leans);
        sum.quoted += flag(fact.fitness.quoted);
        sum.personal += flag(fact.fitness.personal);
        sum.novelty += fact.novelty;
        sum.central += fact.central[0];
        sum.foreshadows += fact.central[2];
        sum.like_lead += fact.lead;
        sum.opens += flag(fact.opens_paragraph);
        let span = self.reading.text.sentences[fact.sentence as usize].span;
        sum.digits += flag(span.of(&self.reading.text.body).bytes().any(|b| b.is_ascii_digit()));
    }
}

impl Sum {
    fn gain(&mut self, good: &Good) {
        self.terms += good.terms;
        self.topics += good.topics;
        self.pairs += good.pairs;
        self.mass += good.mass;
        self.title += good.title;
        self.lead += good.lead;
    }
}

/// The different terms and pairs of some sentences, and which of them each sentence has.
fn goods(
    reading: &Reading<'_>,
    terms: &Terms,
    salience: &Salience<'_>,
    places: &[usize],
) -> (Vec<Good>, Vec<Vec<u32>>) {
    let mut lead: Vec<u32> =
        (0..reading.facts.len().min(3)).flat_map(|place| reading.words(place)).map(|word| word.term).collect();
    sort::plain(&mut lead);
    lead.dedup();
    let lead_likely = lead.iter().map(|&term| terms.likely[term as usize]).sum::<f32>().max(1e-3);
    let mass = reading.holders.iter().map(|&holders| holders as f32).sum::<f32>().max(1.0);
    let titled = reading.titled.iter().filter(|&&titled| titled).count().max(1) as f32;
    let term_good = |term: u32, is_stop: bool| {
        let likely = salience.likely(term);
        Good {
            terms: likely,
            topics: if is_stop { 0.0 } else { likely },
            pairs: 0.0,
            mass: reading.holders[term as usize] as f32 / mass,
            title: flag(reading.titled[term as usize]) / titled,
            lead: if lead.binary_search(&term).is_ok() { terms.likely[term as usize] / lead_likely } else { 0.0 },
        }
    };
    let mut goods = Vec::new();
    let mut numbers: Map<(u32, u32), u32> = Map::default();
    let mut number = |key: (u32, u32), good: &dyn Fn() -> Good| {
        *numbers.entry(key).or_insert_with(|| {
            goods.push(good());
            goods.len() as u32 - 1
        })
    };
    let mut held = Vec::new();
    for &place in places {
        let words = reading.words(place);
        let mut own: Vec<u32> =
            words.iter().map(|word| number((word.term, u32::MAX), &|| term_good(word.term, word.is_stop))).collect();
        for pair in words.windows(2) {
            let Some(pair) = terms.pair(pair[0].term, pair[1].term) else { continue };
            own.push(number((pair as u32, u32::MAX - 1), &|| Good {
                pairs: salience.likely_pair(pair),
                ..Good::default()
            }));
        }
        held.push(own);
    }
    (goods, held)
}

fn overlap_of(reading: &Reading<'_>, a: usize, b: usize) -> f32 {
    if a != b && overlap::says_the_same(reading, a, b) {
        return 1.0;
    }
    let (x, y) = (reading.terms_of(a), reading.terms_of(b));
    (shared(x, y).count() as f32 / x.len().min(y.len()).max(1) as f32).min(0.99)
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
