//! The gate: which groups of names are sure enough to be told.
//!
//! A word whose capital may be owed to its place needs other evidence; in languages that capitalise every noun, every name does.

use super::EntityKind;
use super::mention::Group;
use super::name::Name;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::{Vocabulary, ends_in};
use crate::lexicon::listed;

/// Decides over groups.
pub(super) struct Gate<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
    pub names: &'a [Name],
}

/// Single words for bodies that every country has, or that stand for a longer name.
const GENERIC: &str = "police government army navy ministry council court commission committee board state church house city \
    force office hospital airport cabinet military administration embassy opposition prosecutors internet power \
    gouvernement gobierno governo regierung estado stato état policía polizia polícia république república \
    repubblica iglesia église chiesa правительство полиция федерация уряд правительства";

/// Endings of German nouns that stand behind a preposition without an article, and such nouns that end otherwise.
const NOUN_ENDINGS: &str = "webe flikt takt größe schuld weite schicht wehr en ern ung heit keit schaft ion tät ik ismus enz anz gier ment \
    mente ur ei nis tum tümer ling linge lein ler ner ger ter der ker zer cher sicht zeit zahl form art weise falle haft lage land teil \
    teile jahr jahre lande stoff arbeit holz stahl glas";
const BARE_NOUNS: &str = "sicht arbeit allem amt dur clubs zeit form haft lage höhe kürze frage ruhe eile folge kraft not zukunft anspruch \
    betrieb gefahr rente angriff brand auftrag bezug deutsch englisch angst wut furcht gold silber beton papier fahrt gang serie reihe \
    mode asche haus hause person protest respekt trauer mangel liebe spaß neid prinzip sorge europa reichweite bälde zusammenhang bausch \
    hülle schutt stücke kauf empfang schach betracht einklang umlauf würde freude scham verruf ferne nähe quarantäne polizeigewahrsam \
    gewahrsam prozent euro dollar bar familie unterricht stein lehm leder wolle gummi pappe kohle öl gas wasser luft wind sonne schnee eis \
    milch fleisch mehl presse sport ost west nord süd übersee";

/// Points below which a word that the text has with a small letter too is no name: "Catering", "Cameras".
const SMALL_POINTS: i32 = 9;

/// Points from its own words that part a name from a phrase in Title Case.
const PHRASE_POINTS: i32 = 7;

impl Gate<'_> {
    /// True where a group is sure enough to be told.
    pub fn admits(&self, group: &Group) -> bool {
        let name = &self.names[group.fullest];
        let (kind, points) = group.evidence().best();
        let known = self.vocabulary.is_place(&group.key);
        if points < 1 || self.is_fragment(name) {
            return false;
        }
        if self.vocabulary.capitalises_nouns() {
            let listed = self.vocabulary.is_organisation(&group.key);
            return known || listed || self.is_sure_noun(group, name, kind);
        }
        if known {
            return true;
        }
        if name.last > name.first {
            if self.is_phrase(group, name) {
                return false;
            }
            // "FREE GIFT"
            return !(name.first..=name.last).all(|at| {
                self.tokens.list[at].shape == Shape::Caps && self.vocabulary.is_common(self.tokens.word(at))
            });
        }
        let word = self.tokens.word(name.first);
        if group.own.organisation >= 9
            || group.names.iter().any(|&at| self.tokens.has_capital_article(self.names[at].first))
        {
            return true;
        }
        if self.tokens.list[name.first].shape == Shape::Caps && self.vocabulary.is_common(word) {
            return false;
        }
        let capital = self.tokens.list[name.first].shape == Shape::Capital;
        if capital && points < SMALL_POINTS && group.own.best().1 < 4 && self.tokens.has_small(word) {
            return false;
        }
        if group.names.len() == 1 && self.modifies_thing(name) {
            return false;
        }
        if self.vocabulary.is_organisation_noun(word) || self.vocabulary.is_place_head(word) || listed(GENERIC, word) {
            return false;
        }
        if !group.names.iter().all(|&at| self.names[at].opens) {
            return !(self.vocabulary.is_surely_common(word)
                && group.names.len() < 3
                && !self.vocabulary.is_given_name(word)
                && points < 4);
        }
        self.tokens.list[name.first].shape == Shape::Caps
            || !self.tokens.has_small(word)
                && (!self.vocabulary.is_common(word) || group.context.organisation >= 5)
                && group.names.iter().any(|&at| self.acts(&self.names[at]))
    }

    /// True for a phrase in Title Case that only opens sentences and items, of words that the text has with small letters too: "Time Management".
    fn is_phrase(&self, group: &Group, name: &Name) -> bool {
        let worn = |at: usize| {
            let word = self.tokens.word(at);
            self.vocabulary.is_function(word) || self.tokens.has_small(word)
        };
        let common = |at: usize| self.vocabulary.is_common(self.tokens.word(at));
        let opens = |&at: &usize| self.names[at].opens || !self.tokens.running[self.names[at].sentence];
        let opening = group.names.iter().all(opens);
        let is_worn = (name.first..=name.last).all(worn);
        let is_plain = || (name.first..=name.last).all(|at| worn(at) || common(at));
        let is_unsure = group.own.best().1 < PHRASE_POINTS;
        (is_worn && opening || is_unsure && (is_worn || opening && is_plain()))
            && !self.vocabulary.is_given_name(self.tokens.word(name.first))
            && name.title.is_none()
    }

    /// A single letter, a name of small letters only, or an acronym told of several: "APIs".
    fn is_fragment(&self, name: &Name) -> bool {
        let several = |word: &str| {
            word.strip_suffix('s').is_some_and(|one| one.len() > 1 && one.bytes().all(|b| b.is_ascii_uppercase()))
        };
        let numeral = name.first == name.last
            && self.tokens.list[name.first].shape == Shape::Caps
            && self.tokens.word(name.first).bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'));
        if numeral {
            return true;
        }
        if name.first == name.last && several(self.tokens.list[name.first].span.of(self.tokens.body)) {
            return true;
        }
        (name.first..=name.last).all(|at| !matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps))
            || name.first == name.last && self.tokens.word(name.first).chars().count() < 2
    }

    /// True where the name only tells of a thing: "the Hubble telescope", "the Druzhba pipeline".
    fn modifies_thing(&self, name: &Name) -> bool {
        let (_, to) = self.tokens.sentences[name.sentence];
        let next = name.last + 1;
        next < to
            && self.tokens.list[next].gap == Gap::Space
            && !self.tokens.list[name.last].possessive
            && self.tokens.list[next].shape == Shape::Lower
            && self.vocabulary.is_thing_head(self.tokens.word(next))
            && (self.tokens.word(name.first.saturating_sub(1)) == "the"
                || !(next + 1 < to && listed("to that", self.tokens.word(next + 1))))
    }

    /// True where the word after the name is a verb, a comma or what it owns: "Cementara will build".
    fn acts(&self, name: &Name) -> bool {
        let (_, to) = self.tokens.sentences[name.sentence];
        let next = name.last + 1;
        if next >= to {
            return false;
        }
        if self.tokens.list[name.last].possessive {
            return true;
        }
        let word = self.tokens.word(next);
        if self.tokens.list[next].gap == Gap::Comma {
            return listed("a an the which who whose one", word);
        }
        if !self.vocabulary.is_english() {
            // Romance nouns open a sentence with their article; a bare word before a verb is a name.
            const VERBS: &str = "ha a va vai est es è é ont heeft zal har ska является будет tem hanno han";
            let ending =
                ["ará", "erá", "irá", "ó", "aron", "erà", "irà", "ou", "era"].iter().any(|end| word.ends_with(end));
            return self.tokens.list[next].gap == Gap::Space
                && self.tokens.list[next].shape == Shape::Lower
                && (listed(VERBS, word) || ending && self.vocabulary.is_romance() || self.vocabulary.says(word));
        }
        let verb = self.vocabulary.says(word)
            || listed(
                "will has is was had would plans plan can could may did does won beat rose fell and also \
                   took made makes sold sells owns lost went became began came host face drew",
                word,
            )
            || word.len() > 4 && word.ends_with("ed");
        // "Gartner analyst Van Baker"
        let employs =
            (listed("analyst chief boss spokesman spokeswoman executive economist chairman founder leader", word)
                || self.vocabulary.is_plural_role(word))
                && !self.vocabulary.is_organisation_head(self.tokens.word(name.last));
        self.tokens.list[next].gap == Gap::Space && (verb || employs)
    }

    /// True where an article or an adjective stands before the name.
    fn has_article(&self, name: &Name) -> bool {
        name.first > 0
            && listed("der die das dem den ein eine einer einem im am zur zum beim", self.tokens.word(name.first - 1))
    }

    /// True behind "in" or "aus" without an article where the ending tells no common noun: "in Himmelpforten".
    fn is_bare_town(&self, name: &Name) -> bool {
        let (from, _) = self.tokens.sentences[name.sentence];
        let word = self.tokens.word(name.last);
        name.first > from
            && self.tokens.list[name.first].gap == Gap::Space
            && listed("in aus nahe", self.tokens.word(name.first - 1))
            && self.tokens.list[name.first].shape == Shape::Capital
            && !ends_in(NOUN_ENDINGS, word)
            && !listed(BARE_NOUNS, word)
            && !self.vocabulary.is_role(word)
            && !self.vocabulary.is_organisation_noun(word)
    }

    /// In German every noun has a capital: a name is a person with a given name or a role, an acronym, a federal office, a known head.
    fn is_sure_noun(&self, group: &Group, name: &Name, kind: EntityKind) -> bool {
        let several = name.last > name.first;
        let word = self.tokens.word(name.first);
        match kind {
            EntityKind::Person => {
                several && (self.vocabulary.is_given_name(word) || group.context.person >= 6)
                    || !several && group.names.iter().any(|&at| self.names[at].title.is_some())
            }
            EntityKind::Organisation => {
                const BODIES: &str =
                    "amt bank gericht gerichtshof rechnungshof tag rat wehr agentur polizei regierung anwaltschaft";
                let federal = ["bundes", "landes"].iter().any(|of| word.contains(of)) && ends_in(BODIES, word)
                    || ends_in("ministerium gerichtshof verfassungsgericht", word);
                let caps = (name.first..=name.last).any(|at| self.tokens.list[at].shape == Shape::Caps);
                !several && federal || caps || several && group.own.organisation >= 7 || group.context.organisation >= 6
            }
            EntityKind::Place => {
                let bare = !several && !self.has_article(name);
                if bare && group.names.iter().any(|&at| self.is_bare_town(&self.names[at])) {
                    return true;
                }
                several && group.own.place >= 5
                    || !several && (group.own.place >= 6 || group.own.place >= 4 && bare && group.context.place >= 2)
            }
        }
    }
}
