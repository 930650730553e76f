//! Kinds: person, organisation or place, and on what evidence.
//!
//! Every signal adds points to one of the three; the name's own words speak once, the words around it at each mention.

use super::EntityKind;
use super::name::Name;
use super::title::REGNAL;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
use crate::lexicon::listed;

/// Points for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
}

impl Evidence {
    pub fn add(&mut self, other: Evidence) {
        self.person += other.person;
        self.organisation += other.organisation;
        self.place += other.place;
    }

    /// The points that mentions give, kept from drowning the name's own words.
    pub fn capped(self) -> Evidence {
        let cap = |points: i32| points.clamp(-8, 9);
        Evidence { person: cap(self.person), organisation: cap(self.organisation), place: cap(self.place) }
    }

    /// The kind with the most points, and how many; person before organisation before place where they tie.
    pub fn best(self) -> (EntityKind, i32) {
        let mut best = (EntityKind::Person, self.person);
        for other in [(EntityKind::Organisation, self.organisation), (EntityKind::Place, self.place)] {
            if other.1 > best.1 {
                best = other;
            }
        }
        best
    }
}

/// Reads evidence of names.
pub(super) struct Judge<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
    /// The text tells of matches: a town may be its team.
    pub sport: bool,
}

/// Words of matches.
const SPORT: &str = "gols atacante zagueiro goleiro arbitragem rodada torcida árbitro penal torneo arquero attaquant gardien ailier \
    mêlée arbitre difensore portiere torhüter mittelfeldspieler nachspielzeit stürmer spits derbyt straffar napastnik bramki pucharu \
    футболисты хоккеисты полузащитник вратарь partita squadra allenatore attaccante classifica doppietta rigore partido delantero entrenador golear gol goles \
    treinador golo golos avançado marcador jogo buteur entraîneur championnat spieltag tore trainer wedstrijd doelpunt doelman treffer \
    uitwedstrijd match matchen målvakt mål tränare mecz bramkarz półfinału trener матч тренер дубль шайбе нападающий команды rugby football cricket tennis club fan beat kicked winger striker midfielder goalkeeper scored goal equaliser season league innings wicket playoff quarterback defender \
    referee penalty touchdown standings overtime semifinal coach relegation match squad fixture";
/// So many of them make a report of matches.
const SPORT_WORDS_MIN: usize = 2;

/// True for a text that tells of matches.
pub(super) fn tells_matches(tokens: &Tokens<'_>) -> bool {
    SPORT.split(' ').filter(|word| tokens.has_small(word) || tokens.has_small(&[word, "s"].concat())).count()
        >= SPORT_WORDS_MIN
}

/// What opens the name of a part of a place, or of one named after another.
const COMPASS: &str = "san santa são saint st new north south east west northern southern eastern western upper lower central el los \
    las puerto villa neu alt groß klein nieder haut haute bas basse val nouvelle ober unter nord süd ost gross";

/// Articles that open a name.
const LEADING_ARTICLES: &str = "de het la le les l el los las il lo o a os as";

/// Heads of organisations and places that are surnames too.
const SURNAME_HEADS: &str = "bank banks bell borough brooks case chambers church city court courts cross farms fields forest fort \
    garage garden gardens gates hall hawks head hill hills house hope land lane lawyers life lord lords love mall marine market \
    mills moor mount park parks point pool port post power price rivers sands shields silver springs stone store strong sterling \
    street temple tower towns wood woods yard young star steel royal press page bridge castle archer barber bay beach dam";

/// Words that open the name of a place and of nothing else.
const NATURAL: &str =
    "cape mount lake fort port gulf bay isle strait river camp republic mountain point kingdom state city sea";

impl Judge<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// What the name's own words tell.
    pub fn of_words(&self, name: &Name, key: &str) -> Evidence {
        let (first, last) = (name.first, name.last);
        let several = last > first;
        let mut evidence = Evidence { organisation: 1, ..Evidence::default() };
        if name.is_place {
            evidence.place += 12;
        }
        if self.vocabulary.is_place(key) {
            evidence.place += match several {
                true => 10,
                false if self.sport && !self.vocabulary.is_country(key) => 4,
                false => 7,
            };
        }
        if self.vocabulary.is_organisation(key) {
            evidence.organisation += 9;
        }
        // "Swansea West"
        let part = several
            && listed("north south east west central", self.word(last))
            && self.vocabulary.is_place(&self.tokens.key(first, last - 1));
        evidence.place += 8 * i32::from(part);
        evidence.organisation += 8 * i32::from(several && self.vocabulary.is_organisation(self.word(first)));
        // "Environment Canada"
        let branch = last == first + 1
            && self.vocabulary.is_place(self.word(last))
            && !self.vocabulary.is_place(self.word(first))
            && !self.vocabulary.is_given_name(self.word(first))
            && !self.vocabulary.is_place_head(self.word(first))
            && (self.tokens.list[last].gap == Gap::Space || !self.vocabulary.capitalises_nouns())
            && !listed(COMPASS, self.word(first));
        evidence.organisation += 6 * i32::from(branch && !self.vocabulary.is_place(key));
        // "Köln-Ehrenfeld"
        let quarter =
            several && self.tokens.list[first + 1].gap == Gap::Hyphen && self.vocabulary.is_place(self.word(first));
        evidence.place += 6 * i32::from(quarter && self.vocabulary.capitalises_nouns());
        // "Ростова-на-Дону", "Châlons-sur-Marne"
        let joined = (first + 1..last).any(|at| {
            self.tokens.list[at].gap == Gap::Hyphen
                && self.tokens.list[at].shape == Shape::Lower
                && self.tokens.list[at + 1].gap == Gap::Hyphen
        });
        evidence.place += 6 * i32::from(joined && !self.vocabulary.is_english());
        evidence.place += match self.vocabulary.ends_as_place(self.word(last)) {
            _ if several => 0,
            Some(sure) => {
                if sure {
                    7
                } else {
                    4
                }
            }
            None => 0,
        };
        evidence.organisation += 9 * i32::from(several && self.tokens.legal_form(last).is_some());
        evidence.add(self.heads(first, last));
        evidence.person += self.person_words(first, last);
        let caps = self.tokens.list[first].shape == Shape::Caps;
        if !several && caps && !self.vocabulary.is_place(key) {
            evidence.organisation += if self.word(first).chars().count() <= 6 { 5 } else { 2 };
        }
        // "FedEx", "YouTube Shorts", but not "McDonald"
        let coined = (first..=last).any(|at| self.is_coined(at)) && !self.vocabulary.is_place_head(self.word(last));
        evidence.organisation += 5 * i32::from(coined);
        evidence.place -= 4 * i32::from(coined);
        if several && !self.vocabulary.is_place(key) {
            let inner = (first..=last)
                .any(|at| listed("& daily", self.word(at)) || self.tokens.list[at].possessive && at < last);
            let acronym = caps && self.word(first).len() > 1 && !self.vocabulary.is_place(self.word(first));
            evidence.organisation += 4 * i32::from(inner)
                + 3 * i32::from(acronym)
                + 3 * i32::from(self.vocabulary.is_demonym(self.word(first)));
            let plain = self.vocabulary.is_english()
                && self.vocabulary.is_common(self.word(last))
                && !self.vocabulary.is_place_head(self.word(last))
                && !self.vocabulary.is_given_name(self.word(first));
            evidence.organisation += 3 * i32::from(plain);
        }
        evidence
    }

    /// True where a capital stands inside a word behind small letters that are no prefix of surnames: "TurboTax".
    fn is_coined(&self, at: usize) -> bool {
        let token = self.tokens.list[at];
        let word = token.span.of(self.tokens.body);
        let inner =
            word.char_indices().skip(1).find(|(at, c)| c.is_uppercase() && word[..*at].ends_with(char::is_lowercase));
        token.shape == Shape::Capital
            && inner.is_some_and(|(at, _)| !listed("Mc Mac De Di Da Du La Le Van Von Fitz O", &word[..at]))
    }

    /// Heads of organisations and places within a name.
    fn heads(&self, first: usize, last: usize) -> Evidence {
        let mut evidence = Evidence::default();
        let several = last > first;
        let of = first < last
            && (first + 1..last).any(|at| listed("of for de des del di do da du für van voor", self.word(at)));
        let (opening, closing) = (self.word(first), self.word(last));
        // "Mayo Clinic" is no person, "Grace Church" may be.
        let person = several && self.vocabulary.is_given_name(opening) && listed(SURNAME_HEADS, closing);
        evidence.organisation += 6 * i32::from(several && self.sport && listed("town county", closing));
        // "Jersey City", but "Manchester City" where matches are told.
        if self.vocabulary.is_organisation_head(closing) && (self.sport || closing != "city") {
            evidence.organisation += if !several {
                if self.vocabulary.is_body_by_ending(closing) { 8 } else { 3 }
            } else if person {
                2
            } else {
                6
            };
        }
        // "King's College London"
        let seated = last > first + 1
            && self.vocabulary.is_place(closing)
            && self.vocabulary.is_organisation_head(self.word(last - 1));
        evidence.organisation += 7 * i32::from(seated);
        // "Казанского общества естествоиспытателей"
        let small = |at: usize| {
            self.tokens.list[at].shape == Shape::Lower && self.vocabulary.is_organisation_head(self.word(at))
        };
        let within = !self.vocabulary.is_english() && (first + 1..=last).any(small);
        if several && (self.vocabulary.is_organisation_head(opening) && (of || !self.vocabulary.is_english()) || within)
        {
            evidence.organisation += 7;
        }
        if self.vocabulary.is_place_head(closing) {
            evidence.place += if !several {
                1
            } else if person {
                2
            } else {
                6
            };
        }
        // "State Bank of India"
        let body = several && self.vocabulary.is_organisation_head(self.word(first + 1));
        if several && !body && self.vocabulary.is_place_head(opening) && !self.vocabulary.is_organisation_head(closing)
        {
            let natural = listed(NATURAL, opening);
            evidence.place += if natural {
                7
            } else if self.vocabulary.is_english() {
                2
            } else {
                5
            };
        }
        if of && several && !body && listed("isle gulf republic strait bay cape city kingdom sea state port", opening) {
            evidence.place += 4;
        }
        let rest = several && listed("southeast southwest northeast northwest", opening);
        evidence.place += 6 * i32::from(rest && self.vocabulary.is_place(&self.tokens.key(first + 1, last)));
        if several && listed(COMPASS, opening) {
            let joined = self.tokens.list[first + 1].gap == Gap::Hyphen && !self.vocabulary.is_english();
            evidence.place += if joined { 6 } else { 3 };
        }
        // "De Standaard", "La Vanguardia"
        let led = several && !self.vocabulary.is_english() && listed(LEADING_ARTICLES, opening);
        evidence.organisation += 2 * i32::from(led);
        evidence.person -= 4 * i32::from(led);
        evidence
    }

    /// How much a name looks like a person's.
    fn person_words(&self, first: usize, last: usize) -> i32 {
        let count = last - first + 1;
        let given = self.vocabulary.is_given_name(self.word(first));
        if count == 1 {
            let irish = self.word(first).starts_with("o'") || self.word(first).starts_with("mc");
            return if given { 2 } else { 5 * i32::from(irish) };
        }
        let mut points = if listed(REGNAL, self.word(first)) && count <= 3 { 6 } else { 0 };
        if given {
            points += 4;
        }
        let plain = |at: usize| {
            matches!(self.tokens.list[at].shape, Shape::Capital)
                && !self.vocabulary.is_organisation_head(self.word(at))
                && (at != last || !self.vocabulary.is_place_head(self.word(at)))
                && (at != first
                    || !listed(NATURAL, self.word(at))
                        && (self.vocabulary.is_english() || !self.vocabulary.is_place_head(self.word(at))))
        };
        let common = |at: usize| {
            let word = self.word(at);
            let listed = match at == first {
                true => self.vocabulary.is_common(word),
                false => self.vocabulary.is_surely_common(word) || at == last && self.tokens.has_small(word),
            };
            listed && !self.vocabulary.is_given_name(word)
        };
        if (2..=4).contains(&count)
            && (first..=last).all(|at| {
                plain(at) && (at == first || !common(at) || given)
                    || self.vocabulary.is_particle(self.word(at))
                    || self.tokens.list[at].shape == Shape::Initial
                    || self.tokens.list[at].gap == Gap::Hyphen
            })
        {
            // Other languages have fewer lists of what else two words with capitals may be.
            points += match (common(first), given || self.vocabulary.is_english()) {
                (true, _) => 1,
                (false, true) => 4,
                (false, false) if self.vocabulary.is_adjective(self.word(first)) => 0,
                (false, false) => 3,
            };
        }
        // "D.J. Rawlings"
        let dotted = self.word(first).contains('.') && !self.vocabulary.is_place(self.word(first));
        points += 4 * i32::from(dotted && count == 2);
        let initial = (first..=last).any(|at| self.tokens.list[at].shape == Shape::Initial);
        let particle = (first + 1..last).any(|at| {
            listed("bin ibn van von der al de da dos", self.word(at)) && self.tokens.list[at].shape == Shape::Lower
        });
        points += 3 * i32::from(initial) + i32::from(particle);
        if listed("jr sr iii", self.word(last)) {
            points += 3;
        }
        points
    }
}
