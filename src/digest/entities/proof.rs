//! Proof: names where capitals tell little, held against those of running text.
//!
//! Names in, names out. Headings, lists and tables write common words with capitals, and so does the start of a sentence: a name
//! from there stays if running text has it too, or if its own words leave no doubt.

use super::kind::Judge;
use super::name::Name;
use super::token::Tokens;
use super::vocabulary::Vocabulary;
use crate::lexicon::hash;
use std::collections::BTreeSet;

/// Points from a name's own words alone that need no other mention: a given name and a surname have 8, two words with a head 7.
const SURE_POINTS: i32 = 7;

/// The names that hold, in order.
pub(super) fn held(tokens: &Tokens<'_>, vocabulary: &Vocabulary, mut names: Vec<Name>) -> Vec<Name> {
    let key = |name: &Name| hash(tokens.key(name.first, name.last).as_bytes());
    let is_plain = |name: &Name| tokens.running[name.sentence] && !name.opens;
    let plain: BTreeSet<u64> = names.iter().filter(|name| is_plain(name)).map(key).collect();
    for name in &mut names {
        // "Try Fjordlink today"
        let rest = Name { first: name.first + 1, opens: false, ..*name };
        let is_led = name.opens && name.last > name.first && tokens.has_small(tokens.word(name.first));
        if is_led && !plain.contains(&key(name)) && plain.contains(&key(&rest)) {
            *name = rest;
        }
    }
    let running: BTreeSet<u64> = names.iter().filter(|name| tokens.running[name.sentence]).map(key).collect();
    let judge = Judge { tokens, vocabulary, sport: false };
    names.retain(|name| {
        tokens.running[name.sentence]
            || name.title.is_some()
            || running.contains(&key(name))
            || judge.of_words(name, &tokens.key(name.first, name.last)).best().1 >= SURE_POINTS
    });
    names
}
