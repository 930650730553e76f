//! Mentions: which names are the same entity. Full names, later surnames, acronyms, short forms, other names of a country.
//!
//! Names in, groups out: each group is one entity, its first name the fullest.

use super::EntityKind;
use super::context::Context;
use super::kind::{Evidence, Judge, tells_matches};
use super::name::Name;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::{Vocabulary, alike};
use crate::lexicon::{hash, listed};
use crate::sort;
use std::collections::BTreeMap;

/// Places by the hash of a word or a key; one type for every such map, so that it is compiled once.
type Places = BTreeMap<u64, Vec<usize>>;

fn key_of(text: &str) -> u64 {
    hash(text.as_bytes())
}

/// Names that are one entity.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The words of its fullest name, in lower case.
    pub key: String,
    /// Its names, as places in the list of names, in document order.
    pub names: Vec<usize>,
    /// The fullest of them.
    pub fullest: usize,
    /// What its own words tell.
    pub own: Evidence,
    /// What the words around its mentions tell.
    pub context: Evidence,
}

impl Group {
    /// All evidence of the group.
    pub fn evidence(&self) -> Evidence {
        let mut all = self.own;
        let mut context = self.context.capped();
        if self.own.place >= 7 && self.own.organisation < 4 {
            // A country that beats another is a country all the same.
            context.organisation = context.organisation.min(5);
        }
        all.add(context);
        all
    }

    pub fn kind(&self) -> EntityKind {
        self.evidence().best().0
    }

    fn takes(&mut self, other: Group) {
        self.names.extend(other.names);
        sort::plain(&mut self.names);
        self.context.add(other.context);
    }
}

/// So many names that share a word are looked at; a text with more is a list.
const SAME_WORD_MAX: usize = 64;

/// Other names of a country that its full name doesn't show.
const SAME: &[(&str, &str)] = &[
    ("us", "united states"),
    ("u.s.", "united states"),
    ("usa", "united states"),
    ("u.s.a.", "united states"),
    ("america", "united states"),
    ("united states of america", "united states"),
    ("uk", "united kingdom"),
    ("u.k.", "united kingdom"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("eua", "estados unidos"),
    ("eeuu", "estados unidos"),
    ("ee.uu", "estados unidos"),
    ("usa", "vereinigte staaten"),
    ("usa", "stati uniti"),
    ("etats-unis", "états-unis"),
    ("new york city", "new york"),
    ("kiev", "kyiv"),
    ("eu", "european union"),
    ("uae", "united arab emirates"),
    ("washington dc", "washington"),
    ("washington d.c.", "washington"),
    ("un", "united nations"),
    ("u.n.", "united nations"),
    ("fed", "federal reserve"),
    ("holland", "netherlands"),
    ("onu", "naciones unidas"),
    ("onu", "nations unies"),
    ("e.u.", "european union"),
];

/// The names grouped by who or what they mean. `has_role` and `is_body` tell of each name whether a
/// person's role, or what an organisation is, is told beside it.
pub(super) fn group(
    tokens: &Tokens<'_>,
    vocabulary: &Vocabulary,
    names: &[Name],
    has_role: &[bool],
    is_body: &[bool],
) -> Vec<Group> {
    let sport = tells_matches(tokens);
    let judge = Judge { tokens, vocabulary, sport };
    let context = Context { tokens, vocabulary, sport };
    let mut groups: Vec<Group> = Vec::new();
    let mut places = Places::new();
    let mut home: Vec<usize> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let key = tokens.key(name.first, name.last);
        let known = places.entry(key_of(&key)).or_default();
        if known.is_empty() {
            known.push(groups.len());
        }
        let found = known[0];
        if found == groups.len() {
            let key = tokens.key(name.first, name.last);
            let own = judge.of_words(name, &key);
            groups.push(Group { key, names: vec![], fullest: index, own, context: Evidence::default() });
        }
        home.push(found);
        groups[found].names.push(index);
        groups[found].context.add(context.of(name, has_role[index]));
        groups[found].context.organisation += 5 * i32::from(is_body[index]);
    }
    lend_kinds(tokens, names, &mut groups, &home);
    Joiner { tokens, vocabulary, names, groups, by_key: places }.join()
}

/// A name that nothing is known of takes after the one that "and" or a comma joins it to: "Tampere and Oulu".
fn lend_kinds(tokens: &Tokens<'_>, names: &[Name], groups: &mut [Group], home: &[usize]) {
    for pair in 1..names.len() {
        let (left, right) = (&names[pair - 1], &names[pair]);
        let joined = right.first == left.last + 2 && listed("and und et y e en och и", tokens.word(left.last + 1));
        let listed = right.first == left.last + 1 && tokens.list[right.first].gap == Gap::Comma;
        if !joined && !listed {
            continue;
        }
        for (from, to) in [(home[pair - 1], home[pair]), (home[pair], home[pair - 1])] {
            let (kind, points) = groups[from].evidence().best();
            if points >= 4 && groups[to].evidence().best().1 <= 2 {
                match kind {
                    EntityKind::Person => groups[to].context.person += 2 * i32::from(joined),
                    EntityKind::Organisation => groups[to].context.organisation += 2,
                    EntityKind::Place => groups[to].context.place += 3,
                }
            }
        }
    }
}

struct Joiner<'a> {
    tokens: &'a Tokens<'a>,
    vocabulary: &'a Vocabulary,
    names: &'a [Name],
    groups: Vec<Group>,
    by_key: Places,
}

impl Joiner<'_> {
    fn join(self) -> Vec<Group> {
        let target: Vec<usize> = self.targets();
        let mut order: Vec<Option<Group>> = self.groups.into_iter().map(Some).collect();
        for index in 0..order.len() {
            let home = target[index];
            if home == index {
                continue;
            }
            if let Some(group) = order[index].take() {
                match &mut order[home] {
                    Some(into) => into.takes(group),
                    None => order[index] = Some(group),
                }
            }
        }
        order.into_iter().flatten().collect()
    }

    /// For each group the one it belongs to: itself, or a fuller one that belongs to itself.
    fn targets(&self) -> Vec<usize> {
        let fuller = self.fuller();
        let mut target: Vec<usize> = (0..self.groups.len()).collect();
        for (index, slot) in target.iter_mut().enumerate() {
            *slot = self.home(index, &fuller).unwrap_or(index);
        }
        // Chains are two steps at most: "Putin" to "Vladimir Putin" to a longer form.
        for index in 0..target.len() {
            let mut home = target[index];
            for _ in 0..3 {
                home = target[home];
            }
            target[index] = if target[home] == home { home } else { index };
        }
        target
    }

    /// The group whose key is `key`.
    fn known(&self, key: &str) -> Option<usize> {
        self.by_key.get(&key_of(key)).map(|groups| groups[0])
    }

    /// Groups of several words by their first word, their last word and their initials.
    fn fuller(&self) -> Fuller {
        let mut fuller = Fuller::default();
        for (index, group) in self.groups.iter().enumerate() {
            let name = &self.names[group.fullest];
            fuller.by_end.entry(name.last as u64).or_default().push(index);
            if name.first == name.last {
                continue;
            }
            let mut last = name.last;
            while last > name.first && listed("jr sr ii iii iv", self.tokens.word(last)) {
                last -= 1;
            }
            fuller.by_last.entry(key_of(self.stem(self.tokens.word(last)))).or_default().push(index);
            // "Catalina Restrepo Ángel", later "Restrepo"
            if listed("es pt ca gl", self.vocabulary.language.code()) {
                for at in name.first + 1..last {
                    fuller.by_last.entry(key_of(self.tokens.word(at))).or_default().push(index);
                }
            }
            fuller.by_first.entry(key_of(self.stem(self.tokens.word(name.first)))).or_default().push(index);
            fuller.by_initials.entry(key_of(&self.initials(name))).or_default().push(index);
        }
        fuller
    }

    /// The first letters of a name's capitalised words.
    fn initials(&self, name: &Name) -> String {
        (name.first..=name.last)
            .filter(|&at| matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps))
            .filter_map(|at| self.tokens.word(at).chars().next())
            .collect()
    }

    /// What a word is found by: its opening in languages whose cases change its end, which [`alike`] must then confirm.
    fn stem<'w>(&self, word: &'w str) -> &'w str {
        /// Letters that no case changes.
        const LETTERS: usize = 3;
        let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(end, _)| end);
        if self.vocabulary.declines_names() { &word[..end] } else { word }
    }

    /// True for two words with one stem that are the same name in two cases, where names have cases.
    fn agree(&self, a: usize, b: usize) -> bool {
        !self.vocabulary.declines_names() || alike(self.tokens.word(a), self.tokens.word(b))
    }

    fn home(&self, index: usize, fuller: &Fuller) -> Option<usize> {
        let group = &self.groups[index];
        let key = group.key.as_str();
        if let Some(home) = SAME.iter().filter(|(other, _)| *other == key).find_map(|(_, full)| self.known(full)) {
            return (home != index).then_some(home);
        }
        // Two short names of one country without its full name.
        if let Some((_, full)) = SAME.iter().find(|(other, _)| *other == key) {
            let first = SAME.iter().filter(|(_, same)| same == full).filter_map(|(other, _)| self.known(other)).min();
            return first.filter(|&first| first < index);
        }
        let name = &self.names[group.fullest];
        let shape = self.tokens.list[name.first].shape;
        if name.first == name.last && (shape == Shape::Caps || self.is_bracketed(name)) {
            if let Some(home) = self.acronym_of(name, key, fuller) {
                return Some(home);
            }
        }
        self.surname_of(index, fuller)
            .or_else(|| self.short_form_of(index, fuller))
            .or_else(|| self.last_word_of(index, fuller))
    }

    /// The organisation that its last word alone stands for later: "United", "the Senate".
    fn last_word_of(&self, index: usize, fuller: &Fuller) -> Option<usize> {
        let (key, context) = (&self.groups[index].key, self.groups[index].context);
        let generic = self.vocabulary.is_organisation_head(key) || self.vocabulary.is_common(key);
        let town = self.vocabulary.is_place(key) && self.groups[index].kind() != EntityKind::Organisation;
        let other = town || context.place > 3 || context.person > 3;
        let ends = fuller.by_last.get(&key_of(self.stem(key))).filter(|_| !other)?;
        let last = self.names[self.groups[index].fullest].last;
        let agree = |at: &usize| self.agree(last, self.names[self.groups[*at].fullest].last);
        let mut found = ends.iter().copied().take(SAME_WORD_MAX).filter(agree).filter(|&at| {
            let plain = || !self.groups[at].key.contains(" of ") && !self.groups[at].key.contains(" for ");
            self.groups[at].kind() == EntityKind::Organisation && (generic || plain())
        });
        let only = found.next().filter(|&at| at < index)?;
        found.next().is_none().then_some(only)
    }

    /// True for a name alone in brackets.
    fn is_bracketed(&self, name: &Name) -> bool {
        name.first > 0 && self.tokens.list[name.first].gap == Gap::Open && self.tokens.closes_bracket(name.last)
    }

    /// The organisation that an acronym stands for: its initials, or the name that it follows in brackets.
    fn acronym_of(&self, name: &Name, key: &str, fuller: &Fuller) -> Option<usize> {
        let letters: String = key.chars().filter(|c| *c != '.').collect();
        if let Some(found) = fuller.by_initials.get(&key_of(&letters)) {
            return found.iter().copied().find(|&at| self.groups[at].kind() != EntityKind::Person);
        }
        if !self.is_bracketed(name) || letters.len() < 2 {
            return None;
        }
        let before = *fuller.by_end.get(&(name.first as u64 - 1))?.last()?;
        let initials = self.initials(&self.names[self.groups[before].fullest]);
        (initials.chars().next() == letters.chars().next() && self.groups[before].kind() != EntityKind::Person)
            .then_some(before)
    }

    /// The person whose surname, or whose first name where no surname fits, a short name is.
    fn surname_of(&self, index: usize, fuller: &Fuller) -> Option<usize> {
        let group = &self.groups[index];
        let name = &self.names[group.fullest];
        let known_place = group.own.place >= 7 && group.context.place > group.context.person;
        if known_place || group.own.organisation >= 8 {
            return None;
        }
        let count = name.last - name.first;
        let suits = |at: usize| {
            let other = &self.names[self.groups[at].fullest];
            at != index && other.last - other.first > count && self.groups[at].kind() == EntityKind::Person
        };
        let last = key_of(self.stem(self.tokens.word(name.last)));
        let by_last = fuller.by_last.get(&last).map_or(&[][..], Vec::as_slice);
        let fullest = |at: usize| &self.names[self.groups[at].fullest];
        let ends = |at: usize| {
            self.agree(name.last, fullest(at).last)
                && (count == 0 || self.groups[at].key.ends_with(&group.key) || self.same_ends(index, at))
        };
        let found = by_last.iter().copied().take(SAME_WORD_MAX).find(|&at| suits(at) && ends(at));
        if found.is_some() || count > 0 {
            return found;
        }
        let by_first = fuller.by_first.get(&last).map_or(&[][..], Vec::as_slice);
        let agrees = |at: usize| suits(at) && self.agree(name.last, fullest(at).first);
        let mut firsts = by_first.iter().copied().take(SAME_WORD_MAX).filter(|&at| agrees(at));
        let only = firsts.next()?;
        firsts.next().is_none().then_some(only)
    }

    /// True for "George Bush" and "George W. Bush": first and last words agree.
    fn same_ends(&self, short: usize, full: usize) -> bool {
        let (a, b) = (&self.names[self.groups[short].fullest], &self.names[self.groups[full].fullest]);
        self.stem(self.tokens.word(a.first)) == self.stem(self.tokens.word(b.first)) && self.agree(a.first, b.first)
    }

    /// The organisation or place that a short name opens: "Carnegie", "Orvane".
    fn short_form_of(&self, index: usize, fuller: &Fuller) -> Option<usize> {
        let group = &self.groups[index];
        let name = &self.names[group.fullest];
        let word = self.tokens.word(name.first);
        let telling = name.last > name.first
            || !self.vocabulary.is_common(word)
                && !self.vocabulary.is_demonym(word)
                && !self.vocabulary.is_organisation_head(word);
        if !telling {
            return None;
        }
        let known_place = self.vocabulary.is_place(&group.key) && group.kind() != EntityKind::Organisation;
        // "the village of Hartsdale" isn't the Hartsdale Angling Club.
        let evidence = group.evidence();
        let told_place = evidence.place >= 5 && evidence.place >= evidence.organisation + 3;
        let candidates = fuller.by_first.get(&key_of(self.stem(word)))?;
        let mut found = candidates.iter().copied().take(SAME_WORD_MAX).filter(|&at| {
            let full = &self.groups[at];
            let longer = full.key.len() > group.key.len()
                && full.key.starts_with(&group.key)
                && full.key.as_bytes()[group.key.len()] == b' ';
            let place = self.names[full.fullest].is_place;
            // "Novartis India" is a part of Novartis.
            let branch =
                name.first == name.last && longer && self.vocabulary.is_place(full.key[group.key.len()..].trim());
            at != index
                && !branch
                && longer
                && (place || !told_place)
                && full.kind() != EntityKind::Person
                && (place || !known_place)
        });
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }
}

/// Fuller names by the words that a later mention may keep.
#[derive(Default)]
struct Fuller {
    by_last: Places,
    by_first: Places,
    by_initials: Places,
    /// By the last token of the name.
    by_end: Places,
}
