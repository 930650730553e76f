//! Titles: where, in a run of capitalised words, the title or the field ends and the name starts.
//!
//! A run of tokens in, places of tokens out; kinds are not decided here.

use super::token::{Gap, Shape};
use super::view::View;
use crate::lexicon::listed;

/// Parts the runs of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    pub view: View<'a>,
}

/// Roles that are as often surnames.
pub(super) const SURNAMES: &str = "baker bishop butcher cook dean farmer gardener hunter judge king major marshal miller pope porter potter \
    prince shepherd taylor walker weaver head carpenter archer mason fisher star";

/// Titles that stay with a single name: "Pope Francis".
pub(super) const REGNAL: &str = "pope king queen prince princess emperor empress saint lord lady sultan \
                                      papst papa pape rey roi re reina reine könig königin prinz";

/// Nouns of streets, squares and churches, which are part of their names though written small.
const STREETS: &[(&str, &str)] = &[
    ("it", "via viale piazza piazzale corso vicolo largo lungomare chiesa"),
    ("fr", "rue avenue boulevard place quai impasse allée église"),
    ("es", "calle avenida plaza paseo callejón iglesia"),
    ("pt", "rua avenida praça travessa largo alameda igreja"),
    ("pl", "ulica ulicy ulicą ulicę plac placu aleja alei aleje"),
    ("ru", "улица улице улицу улицы площадь площади проспект проспекте переулок переулке набережная набережной"),
    ("uk", "вулиця вулиці вулицю площа площі проспект проспекті"),
    ("bg", "улица площад булевард"),
];

/// Small words between such a noun and the name.
const OWNING_STREETS: &str = "de du des d la le las los del dei degli delle della dello di da do dos das";

/// Small words between a role and its field.
const OWNING: &str = "of for to the de du des d la l del della dell di da do van für dos das";

impl Titles<'_> {
    pub fn owned_title(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let mut at = first;
        while at > self.view.from
            && first - at < 3
            && self.view.gap(at) == Gap::Space
            && listed(OWNING, self.view.word(at - 1))
        {
            at -= 1;
        }
        let ahead = first + 1 < last && !self.view.vocabulary.capitalises_nouns() && {
            let name = self.view.word(first + 1);
            self.view.gap(first + 1) == Gap::Space && self.view.vocabulary.is_given_name(name)
        };
        let genitive = at == first
            && self.view.vocabulary.inflects()
            && (self.view.vocabulary.is_place(self.view.word(first)) || ahead);
        // "министр обороны России"
        let chain = genitive
            && at > self.view.from + 1
            && self.view.shape(at - 1) == Shape::Lower
            && self.view.gap(at - 1) == Gap::Space
            && !self.view.vocabulary.is_role(self.view.word(at - 1))
            && !self.view.vocabulary.is_function(self.view.word(at - 1));
        at -= usize::from(chain);
        let owned = (at < first || genitive) && at > self.view.from && self.view.gap(at) == Gap::Space;
        if !owned
            || !self.view.vocabulary.is_role(self.view.word(at - 1))
            || self.view.vocabulary.is_given_name(self.view.word(first))
        {
            return None;
        }
        let given =
            |&at: &usize| self.view.vocabulary.is_given_name(self.view.word(at)) && self.view.gap(at) == Gap::Space;
        // Without a given name: behind a country or a common word, "the United States | Hamdullah Mohib".
        let plain = (first + 1..=last).all(|at| {
            self.view.is_capital(at)
                && !self.view.vocabulary.is_common(self.view.word(at))
                && !self.view.vocabulary.is_organisation_head(self.view.word(at))
        });
        let field = |&at: &usize| {
            plain
                && (self.view.vocabulary.is_place(&self.view.tokens.key(first, at - 1))
                    || at == first + 1 && self.view.vocabulary.is_common(self.view.word(first)))
        };
        let person = (first + 1..last).find(given).or_else(|| (first + 1..last).find(field))?;
        let mut role = at - 1;
        while role > self.view.from
            && self.view.gap(role) == Gap::Space
            && self.view.is_capital(role - 1)
            && self.view.is_nameable(role - 1)
            && !self.view.vocabulary.is_function(self.view.word(role - 1))
        {
            role -= 1;
        }
        Some((role, person))
    }

    pub fn title_end(&self, first: usize, last: usize) -> Option<usize> {
        let closed = self.view.vocabulary.is_organisation_head(self.view.word(last))
            && !self.view.vocabulary.is_given_name(self.view.word(last))
            || self.view.vocabulary.is_place_head(self.view.word(last))
                && !self.view.vocabulary.is_common(self.view.word(first));
        let found = (first..last).rev().find(|&at| {
            let word = self.view.word(at);
            let role = self.view.vocabulary.is_role(word)
                || self.view.vocabulary.is_honorific(word)
                || listed("elect general designate", word) && at > first;
            // "Publisher Penguin", but "Producer Alexandra Feachem"
            let person = at + 2 == last && !self.view.vocabulary.is_organisation_head(self.view.word(last));
            // "Policía Nacional"
            let body = listed("nacional federal local municipal civil", self.view.word(at + 1));
            let maker = body || self.view.vocabulary.is_organisation_noun(word) && !person;
            role && !maker
                && !(at > first && self.view.vocabulary.is_given_name(self.view.word(at - 1)))
                && self.view.gap(at + 1) != Gap::Hyphen
                && self.view.word(at + 1) != "&"
        })?;
        let name = found + 1;
        let numeral = listed("ii iii iv v vi xiv xvi jr sr of de del du", self.view.word(name));
        let honorific = self.view.vocabulary.is_honorific(self.view.word(found));
        if numeral
            || found == first
                && listed(SURNAMES, self.view.word(found))
                && self.view.vocabulary.is_given_name(self.view.word(found))
            || closed && !honorific && !self.view.vocabulary.is_given_name(self.view.word(name))
            || self.view.shape(name) == Shape::Lower
        {
            return None;
        }
        let regnal = listed(REGNAL, self.view.word(found))
            && (name == last || name + 1 == last && self.view.shape(last) == Shape::Caps);
        if regnal && found > first {
            return Some(found - 1).filter(|&at| {
                self.view.vocabulary.is_role(self.view.word(at))
                    || self.view.vocabulary.is_honorific(self.view.word(at))
            });
        }
        let thing = self.view.vocabulary.is_thing_head(self.view.word(last))
            && !self.view.vocabulary.is_given_name(self.view.word(name));
        let whole = regnal || thing;
        (!whole).then_some(found)
    }

    /// True for a noun at `first` that only says what kind of body the name behind it is: "Carmaker Tesla", "Rival Brightline Freight".
    pub fn is_maker(&self, first: usize, last: usize) -> bool {
        let word = self.view.word(first);
        // "Producer Alexandra Feachem"
        let person = self.view.vocabulary.is_role(word)
            && first + 2 == last
            && !self.view.vocabulary.is_organisation_head(self.view.word(last));
        let maker = self.view.vocabulary.is_organisation_noun(word)
            && (!self.view.vocabulary.is_english()
                && (listed("sv nl", self.view.vocabulary.language.code())
                    || !self.view.vocabulary.is_organisation_head(word))
                || word.ends_with("er")
                || word.ends_with("or")
                || listed("airline charity chain newspaper magazine conglomerate giant union", word));
        listed("rival owner parent", word) && self.view.vocabulary.is_organisation_head(self.view.word(last))
            || word == "rival"
            || maker && !person
    }

    pub fn is_modifier(&self, at: usize) -> bool {
        let word = self.view.word(at);
        let named = self.view.vocabulary.is_place(word)
            || self.view.shape(at) == Shape::Caps && !self.view.vocabulary.is_role(word);
        !named
            && (self.view.vocabulary.is_role(word)
                || self.view.vocabulary.is_common(word)
                || self.view.vocabulary.is_honorific(word)
                || self.view.shape(at) == Shape::Lower
                || self.view.vocabulary.is_demonym(word)
                || listed("prime deputy vice", word))
    }

    pub fn is_ministry(&self, first: usize, last: usize) -> bool {
        let mut at = first;
        while at > self.view.from && first - at < 3 && listed(OWNING, self.view.word(at - 1)) {
            at -= 1;
        }
        let minister = ["minist", "secret", "viceminist", "consej", "consell", "concej", "assess"];
        at < first
            && at > self.view.from
            && last <= first + 1
            && minister.iter().any(|stem| self.view.word(at - 1).starts_with(stem))
            && self.view.vocabulary.is_role(self.view.word(at - 1))
            && !self.view.vocabulary.is_organisation_head(self.view.word(last))
    }

    pub fn small_opening(&self, first: usize) -> usize {
        let mut at = first;
        while at > self.view.from
            && first - at < 3
            && self.view.gap(at) == Gap::Space
            && listed(OWNING, self.view.word(at - 1))
        {
            at -= 1;
        }
        let owned =
            self.view.vocabulary.is_romance() && at < first && at > self.view.from && self.view.gap(at) == Gap::Space;
        if let Some(street) = self.street(first) {
            return street;
        }
        let heads = [
            "ministère",
            "ministerio",
            "ministero",
            "ministério",
            "université",
            "universidad",
            "università",
            "universidade",
        ];
        if owned && heads.contains(&self.view.word(at - 1)) { at - 1 } else { first }
    }

    /// Where the noun for a street or a square stands before its name: "piazza | Garibaldi", "avenida de los | Baños".
    fn street(&self, first: usize) -> Option<usize> {
        let (_, streets) = STREETS.iter().find(|(code, _)| self.view.vocabulary.language.is(code))?;
        let small = |at: &usize| self.view.gap(at + 1) == Gap::Space && self.view.shape(*at) == Shape::Lower;
        let before = (self.view.from.max(first.saturating_sub(3))..first).rev().take_while(small);
        before
            .into_iter()
            .find(|&at| !listed(OWNING_STREETS, self.view.word(at)))
            .filter(|&at| listed(streets, self.view.word(at)))
    }

    pub fn past_nouns(&self, first: usize, last: usize) -> usize {
        let mut at = first;
        /// What German puts before a name without a comma.
        const KINDS: &str = "stadt gemeinde bauer hersteller konzern händler anbieter riese unternehmen versicherer betreiber dienst \
            klub verein gewerkschaft partei zeitung zeitschrift agentur firma fluglinie kette behörde";
        while at < last
            && (self.view.is_capital(at + 1)
                && KINDS.split(' ').any(|end| self.view.word(at).trim_end_matches('s').ends_with(end))
                || self.view.vocabulary.is_function(self.view.word(at)))
        {
            at += 1;
        }
        let given = (at + 1..last).find(|&next| self.view.vocabulary.is_given_name(self.view.word(next)));
        match given {
            Some(given)
                if !self.view.vocabulary.is_given_name(self.view.word(at))
                    && !self.view.vocabulary.is_organisation_head(self.view.word(last)) =>
            {
                given
            }
            _ => at,
        }
    }
}
