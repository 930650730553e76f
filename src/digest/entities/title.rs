//! Titles: where, in a run of capitalised words, the title or the field ends and the name starts.
//!
//! A run of tokens in, places of tokens out; kinds are not decided here.

use super::run::ends_in_adjective;
use super::token::{Gap, Shape};
use super::view::View;
use super::vocabulary::{GERMAN_NOUNS, ends_in};
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
    ("it", "via viale piazza piazzale corso vicolo lungomare chiesa"),
    ("fr", "rue avenue boulevard place quai impasse allée église"),
    ("es", "calle avenida plaza paseo callejón iglesia"),
    ("pt", "rua avenida praça travessa alameda igreja"),
    ("pl", "ulica ulicy ulicą ulicę plac placu aleja alei aleje"),
    ("ru", "улица улице улицу улицы площадь площади проспект проспекте переулок переулке набережная набережной"),
    ("uk", "вулиця вулиці вулицю площа площі проспект проспекті"),
    ("bg", "улица площад булевард"),
];

/// Small words between such a noun and the name.
const OWNING_STREETS: &str = "de du des d la le las los del dei degli delle della dello di da do dos das";

/// Heads of bodies and of places that are part of the name which they own, though written small, by language.
const SMALL_HEADS: &[(&str, &str)] = &[
    (
        "fr",
        "ministère université tribunal cour agence communauté compagnie théâtre hôpital lycée collège office chambre métropole \
            orchestre opéra clinique musée lac golfe baie île îles gare stade col forêt vallée pointe cap détroit pont château",
    ),
    (
        "es",
        "ministerio universidad hospital juzgado sierra embalse golfo bahía lago isla puente valle cabo laguna cordillera",
    ),
    (
        "it",
        "ministero università procura liceo ospedale tribunale questura lago golfo monte valle passo baia stretto ponte",
    ),
    ("pt", "ministério universidade hospital tribunal serra ribeira lagoa lago barragem golfo baía ponte vale cabo"),
    ("nl", "ministerie rechtbank gerechtshof universiteit"),
];

/// Such heads before which Dutch has no "van".
const UNOWNED: &str = "rechtbank gerechtshof";

/// Such heads that with a town's name alone only say where: "l'hôpital de Lille".
const EVERYWHERE: &str =
    "tribunal tribunale hôpital hospital ospedale lycée liceo collège musée clinique juzgado questura gare théâtre";

/// Nouns between such a head and the name.
const FIELDS_OF_BODIES: &str = "appel santé communes agglomération tourisme instance commerce cassation primera instancia apelación \
    appello salute";

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

    /// Where the person starts behind the country of an office: "Президент Тавронии | Эмиль Дарвеску".
    pub fn behind_genitive(&self, country: usize, last: usize) -> Option<usize> {
        let (view, person) = (self.view, country + 1);
        let placed = || {
            let word = view.word(country);
            let given = person + 1 == last && view.vocabulary.is_given_name(view.word(person));
            !view.vocabulary.is_given_name(word) && (given || view.vocabulary.is_place(word))
                || ends_in("ии стана", word)
        };
        let fits = view.vocabulary.declines_names()
            && person < last
            && (country..last).all(|at| matches!(view.gap(at + 1), Gap::Space | Gap::Hyphen))
            && view.gap(person) == Gap::Space;
        (fits && placed()).then_some(person)
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

    /// Where a name starts whose head is written small: "rue | Garibaldi", "cour d'appel de | Nîmes", "rechtbank | Zwolle".
    pub fn small_opening(&self, first: usize, last: usize) -> usize {
        /// Words between the head and the name.
        const WORDS_MAX: usize = 6;
        if let Some(street) = self.street(first) {
            return street;
        }
        let view = &self.view;
        let Some((_, heads)) = SMALL_HEADS.iter().find(|row| row.0 == view.vocabulary.language.code()) else {
            return first;
        };
        let owned = first > view.from && listed(OWNING, view.word(first - 1));
        let fits = |&at: &usize| {
            view.gap(at + 1) == Gap::Space
                && view.shape(at) == Shape::Lower
                && (at + 1 < first
                    || owned
                    || listed(UNOWNED, view.word(at))
                    || listed(FIELDS_OF_BODIES, view.word(at)))
        };
        let within = |&at: &usize| {
            let word = view.word(at);
            listed(heads, word) || listed(OWNING, word) || listed(FIELDS_OF_BODIES, word) || ends_in_adjective(word)
        };
        (view.from..first)
            .rev()
            .take(WORDS_MAX)
            .take_while(fits)
            .take_while(within)
            .find(|&at| listed(heads, view.word(at)))
            .filter(|&at| {
                let bare = (at + 1..first).all(|at| listed(OWNING, view.word(at)));
                !(bare && listed(EVERYWHERE, view.word(at)) && view.vocabulary.is_place(&view.tokens.key(first, last)))
            })
            .unwrap_or(first)
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

    /// True for a noun that says what the person behind it is, as far as its ending tells: "Analystin | Ruth Zibell".
    pub fn is_german_role(&self, at: usize, name: usize) -> bool {
        ends_in("in er or ist eur ent ant te loge chef mann frau", self.view.word(at))
            && self.view.vocabulary.is_given_name(self.view.word(name))
    }

    pub fn past_nouns(&self, first: usize, last: usize) -> usize {
        let mut at = first;
        let kind = |at: usize| {
            let word = self.view.word(at).trim_end_matches('s');
            let body = at + 2 <= last && ["verband", "verein", "verlag"].iter().any(|end| word.ends_with(end));
            body || ["stadt", "gemeinde"].iter().any(|end| word.ends_with(end))
                || GERMAN_NOUNS.split(' ').any(|end| word.ends_with(end))
        };
        while at < last
            && (self.view.is_capital(at + 1) && kind(at) || self.view.vocabulary.is_function(self.view.word(at)))
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
