//! Context: what the words around a mention tell of its kind.
//!
//! A name's surroundings in, points for each kind out. Cues are rows: words, then the points they give a person, an organisation, a place.

use super::kind::Evidence;
use super::name::Name;
use super::token::{Gap, Shape, Tokens};
use super::vocabulary::Vocabulary;
use crate::lexicon::listed;

/// Words, and the points for person, organisation and place.
type Cue = (&'static str, i8, i8, i8);

/// The word right before a name.
const BEFORE: &[Cue] = &[
    ("at", 0, 1, 3),
    ("beat against beating defeated vs versus thrashed joined signed", 0, 3, 0),
    ("said says adds added argued wrote recalled explained", 2, 1, 0),
    ("whose", 0, 4, 0),
    ("chez presso", 0, 3, 0),
    ("bei bij", 0, 1, 2),
    ("raided bombed shelled captured stormed struck rocked besieged evacuated entered", 0, 0, 3),
    ("near nahe across outside inside towards toward", 0, 0, 5),
    ("in en em w we в во у à", 0, 0, 4),
    ("northern southern eastern western central downtown rural", 0, 0, 5),
];

/// The word right before a name of one word.
const BEFORE_ONE: &[Cue] = &[("to", 0, 0, 4), ("from off around across leaving reach reached visited visit", 0, 0, 2)];

/// Two words before a name: the second but last of these, then one of the others.
const BEFORE_TWO: &[(&str, Cue)] = &[
    ("shares stake stakes investors investor", ("in", 0, 9, -4)),
    ("home away", ("to", 0, 6, -4)),
    ("travel travels travelled", ("to", 0, 4, -2)),
    ("published appeared appears", ("in", 0, 6, -4)),
    ("joined poached bought hired ordered", ("from", 0, 4, -2)),
    (
        "authors researchers scientists analysts economists lawyers engineers executives representatives experts",
        ("from", 0, 5, -3),
    ),
    ("defeat win victory loss draw 0 1 2 3 4 5", ("by over to against with", 0, 6, 0)),
    ("according lost sold belongs belonging loyal loss close lent", ("to", 1, 2, -4)),
    (
        "affaires ventes ventas vendite vendas beneficio beneficios bénéfice bénéfices utile lucro lucros acciones actions azioni ações \
            empleados salariés dipendenti trabalhadores accionistas actionnaires azionisti acionistas filial filiale",
        ("de di d", 0, 5, 0),
    ),
    (
        "mayor governor residents people capital outskirts coast streets north south east west centre part parts invasion king queen \
            republic alcalde alcaldesa maire sindaco sindaca prefeito cerca près vicino perto lejos ciudad ville città cidade provincia \
            capitale comune municipio unweit région región barrio burgemeester város university city town village province region \
            island state port district county kilometres kilometers miles km gouverneur president presidente président",
        ("of de di da a do von van from", 0, 0, 5),
    ),
    (
        "chief director boss head founder chairman owner directeur ceo executive economist analyst formerly coach captain manager \
            striker member members singer guitarist",
        ("of at de di da", 0, 3, 0),
    ),
];

/// The verb right after a name.
const VERBS_AFTER: &[Cue] = &[
    ("who", 4, 0, 0),
    ("rose fell plans employs owns makes sells posted reported announced jumped", 0, 2, 0),
    ("beat defeated drew thrashed edged trail", 0, 3, 0),
    ("are have were", 0, 1, 0),
];

/// Verbs between two teams in other languages.
const VERBS_AFTER_TEAMS: &[Cue] = &[(
    "venceu empatou goleou derrotou perdeu recebe enfrenta batte vince sfida vence venció derrotó empató perdió recibe bat \
        gewann siegte besiegte versloeg slog besegrade pokonał pokonała обыграл обыграла победил",
    0,
    5,
    0,
)];

/// The noun right after a name, parted by a blank.
const AFTER: &[Cue] = &[
    ("shares investors", 0, 2, 0),
    ("fans striker midfielder goalkeeper coach defender captain", 0, 3, 0),
    ("news newspaper television militants insurgents fighters rebels", 0, 4, 0),
    (
        "mine mines airport border area coast suburb neighbourhood residents city street clinic hospital prison government",
        0,
        0,
        5,
    ),
];

/// Articles of a language, alone and grown together with a preposition: no person stands behind one.
const ARTICLES: &[(&str, &str)] = &[
    ("en", "the"),
    ("fr", "le la l les du des au aux"),
    (
        "it",
        "il lo la l i gli le del dello della dell dei degli delle al allo alla all ai agli alle dal dallo dalla dall dai dagli dalle \
            nel nello nella nell nei negli nelle sul sullo sulla sull sui sugli sulle",
    ),
    ("es", "el la los las del al"),
    ("pt", "o a os as do da dos das no na nos nas ao à aos às pelo pela pelos pelas"),
    ("nl", "de het"),
    ("de", "der die das"),
];

/// Those of them behind which a single name is rather a river or a region than a club or a firm: "il Mincio", "le Gers".
const BEFORE_REGIONS: &str = "le l les du des au aux il lo gli del dello dei al allo ai dal nel nello nella nell nei negli nelle sul sullo \
    sulla sull el los o os do dos no na nos nas ao de";

/// Prepositions before the team that another plays.
const AGAINST: &str = "contra contre contro gegen tegen mot przeciw przeciwko против";

/// Languages, and their articles before a team whose town has none: "il Bologna", "o Santos".
const TEAM_ARTICLES: &[(&str, &str)] = &[("it", "il del al dal col"), ("pt", "o ao do pelo"), ("es", "el al del")];

/// How verbs of visiting open.
const VISITS: &[&str] = &["visit", "odwied", "besuch", "bezoek", "besök", "посети"];

/// Verbs between two teams.
const MATCHES: &str = "play plays face faces host hosts meet visit beat hosted faced played are have";

/// Sites that a body owns: "its Carrowmore depot".
const SITES: &str = "depot plant factory mine pit quarry refinery warehouse branch campus project works base";

/// Reads the words around names.
pub(super) struct Context<'a> {
    pub tokens: &'a Tokens<'a>,
    pub vocabulary: &'a Vocabulary,
    /// The text tells of matches.
    pub sport: bool,
}

impl Context<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// What the words around one mention tell. `has_role`: a role is told beside it.
    pub fn of(&self, name: &Name, has_role: bool) -> Evidence {
        let (from, to) = self.tokens.sentences[name.sentence];
        let mut evidence = Evidence::default();
        if name.title.is_some() {
            evidence.person += 8;
        } else if has_role {
            evidence.person += 6;
        }
        self.before(name, from, &mut evidence);
        self.after(name, to, &mut evidence);
        evidence
    }

    fn before(&self, name: &Name, from: usize, evidence: &mut Evidence) {
        if name.first == from {
            return;
        }
        let (at, several) = (name.first - 1, name.last > name.first);
        let word = self.word(at);
        if self.is_beside_place(name, from) {
            evidence.place += 3;
        }
        if listed("and or", word) && !several && self.vocabulary.is_english() {
            evidence.place += cues(BEFORE, self.governor(name, from)).place;
        }
        // "the capital, Orsha,"
        let told = self.tokens.list[name.first].gap == Gap::Comma && self.vocabulary.is_place_noun(word);
        evidence.place += 5 * i32::from(told && !several);
        if self.tokens.list[name.first].gap == Gap::Quote && !self.vocabulary.is_english() {
            let body = self.vocabulary.is_organisation_noun(word)
                || self.vocabulary.is_organisation_head(word)
                || self.vocabulary.is_cyrillic();
            evidence.organisation += 6 * i32::from(body);
            evidence.place += 8 * i32::from(self.vocabulary.is_place_head(word));
        }
        if !matches!(self.tokens.list[name.first].gap, Gap::Space | Gap::Hyphen) {
            return;
        }
        let before = if at > from && self.tokens.list[at].gap == Gap::Space { self.word(at - 1) } else { "" };
        if self.is_article(word) {
            return self.behind_article(name, word, before, evidence);
        }
        evidence.add(cues(BEFORE, word));
        evidence.organisation += 4 * i32::from(self.sport && listed(MATCHES, word));
        evidence.organisation += 6 * i32::from(self.sport && !several && listed(AGAINST, word));
        let site = listed("its their", word)
            && (name.last + 1..name.last + 3).any(|at| at < self.tokens.list.len() && listed(SITES, self.word(at)));
        evidence.place += 5 * i32::from(site);
        if !several {
            evidence.place += 2 * i32::from(VISITS.iter().any(|verb| word.starts_with(verb)));
            evidence.add(cues(BEFORE_ONE, word));
        }
        if word == "at" {
            // "an analyst at Gartner", but "at Old Trafford"
            let staffed = at > from
                && (self.vocabulary.is_role(before)
                    || self.vocabulary.is_plural_role(before)
                    || listed("job jobs work works worked working", before));
            evidence.organisation += 5 * i32::from(staffed || self.tokens.list[name.last].possessive);
        }
        if word == "of" && self.tokens.list[at].gap == Gap::Comma {
            evidence.place += 5;
        }
        for (first, cue) in BEFORE_TWO {
            if listed(first, before) {
                evidence.add(cues(std::slice::from_ref(cue), word));
            }
        }
        self.nouns_before(word, before, several, evidence);
    }

    /// `before` is the word before the article.
    fn behind_article(&self, name: &Name, article: &str, before: &str, evidence: &mut Evidence) {
        evidence.organisation += if self.tokens.has_capital_article(name.first) { 6 } else { 2 };
        if self.vocabulary.language.code() == "pt" {
            // "o João"
            evidence.person -= 2;
            evidence.organisation -= 1;
        } else {
            evidence.person -= 4;
        }
        if self.vocabulary.is_english() {
            return;
        }
        // "selon l'Insee"
        evidence.organisation += 5 * i32::from(listed("selon secondo según segundo volgens", before));
        evidence.add(cues(VERBS_AFTER_TEAMS, before));
        let code = self.vocabulary.language.code();
        let team = self.sport
            && name.last == name.first
            && TEAM_ARTICLES.iter().any(|&(of, articles)| of == code && listed(articles, article));
        evidence.organisation += 9 * i32::from(team);
        let region = name.last == name.first && !self.sport && listed(BEFORE_REGIONS, article);
        evidence.place +=
            4 * i32::from(region) + 3 * i32::from(self.vocabulary.lists.place_prepositions.contains(before));
    }

    /// Nouns and prepositions of the language's own lists.
    fn nouns_before(&self, word: &str, before: &str, several: bool, evidence: &mut Evidence) {
        let lists = &self.vocabulary.lists;
        let foreign_head = !self.vocabulary.is_english() && self.vocabulary.is_organisation_head(word);
        let person = matches!((before, word), ("film", "maker"));
        if self.vocabulary.is_organisation_noun(word) && !person || foreign_head {
            evidence.organisation += 6;
        }
        if self.vocabulary.is_place_noun(word) && !several {
            evidence.place += 5;
        }
        if listed("stadt gemeinde ville ciudad città cidade stad miasto город місто град staden", word) {
            evidence.place += 6;
        }
        if word == "of" && self.vocabulary.is_place_noun(before) {
            evidence.place += 3;
        }
        if lists.place_prepositions.contains(word) {
            evidence.place += if word == "i" { 6 } else { 2 };
        }
        // "filiale di Borgolento"
        evidence.place += 2 * i32::from(!several && self.vocabulary.is_romance() && listed("di de d", word));
        if self.vocabulary.says(word) && !listed("told tells telling asked", word) {
            evidence.person += i32::from(several);
        }
    }

    fn is_article(&self, word: &str) -> bool {
        ARTICLES.iter().any(|&(code, articles)| code == self.vocabulary.language.code() && listed(articles, word))
    }

    /// True for a name joined to a known place by "and" or a comma: "Tampere and Oulu".
    fn is_beside_place(&self, name: &Name, from: usize) -> bool {
        let gap = self.tokens.list[name.first].gap;
        let joined = gap == Gap::Space && listed("and or und et y e en och и i", self.word(name.first - 1));
        let other = if joined && name.first > from + 1 { name.first - 2 } else { name.first - 1 };
        (joined && name.first > from + 1 || gap == Gap::Comma) && self.is_known_place(other)
    }

    fn is_known_place(&self, at: usize) -> bool {
        matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps) && self.vocabulary.is_place(self.word(at))
    }

    fn after(&self, name: &Name, to: usize, evidence: &mut Evidence) {
        let next = name.last + 1;
        if next >= to {
            return;
        }
        let (token, word) = (self.tokens.list[next], self.word(next));
        let several = name.last > name.first;
        let number = token.shape == Shape::Number && token.span.len() <= 3;
        match token.gap {
            Gap::Comma if number => {
                let closed =
                    next + 1 >= to || matches!(self.tokens.list[next + 1].gap, Gap::Comma | Gap::Point | Gap::Other);
                evidence.person += if closed { 7 } else { 0 };
            }
            // "(Asti, 1602 – Mantova, 1671)"
            Gap::Comma
                if token.shape == Shape::Number
                    && token.span.len() == 4
                    && matches!(self.tokens.list[name.first].gap, Gap::Open | Gap::Dash) =>
            {
                evidence.place += 6;
            }
            Gap::Comma if listed("who aged whose", word) => evidence.person += 5,
            Gap::Comma if self.is_known_place(next) => evidence.place += 4,
            // "Termini Imerese, in Sicilia"
            Gap::Comma
                if self.vocabulary.lists.place_prepositions.contains(word)
                    && next + 1 < to
                    && self.is_known_place(next + 1) =>
            {
                evidence.place += 4;
            }
            Gap::Comma if listed("a an the", word) => {
                let place = (next + 1..to.min(next + 5))
                    .take_while(|&at| self.tokens.list[at].gap == Gap::Space)
                    .any(|at| self.vocabulary.is_place_noun(self.word(at)));
                evidence.place += if place { 4 } else { 0 };
            }
            Gap::Open if number => evidence.person += 3,
            Gap::Open if token.shape == Shape::Caps && (several || self.stands_for(name, next)) => {
                evidence.organisation += if several { 4 } else { 6 };
            }
            Gap::Space if !self.tokens.list[name.last].possessive => {
                self.noun_after(next, several, evidence);
                if !self.is_governed(name) {
                    self.verb_after(next, to, evidence);
                }
            }
            _ => {}
        }
        // "Sinn Féin's Pearse Doherty"
        let owner = self.tokens.list[name.last].possessive && token.gap == Gap::Space && token.shape == Shape::Capital;
        evidence.organisation += 4 * i32::from(owner && self.vocabulary.is_given_name(word));
        const OWN: &str = "he she his her himself herself";
        let nearby = self.vocabulary.is_english() && (next..to.min(next + 14)).any(|at| listed(OWN, self.word(at)));
        evidence.person += i32::from(nearby);
    }

    /// True for an acronym in brackets with the first letter of the name before it: "Bundesgerichtshof (BGH)".
    fn stands_for(&self, name: &Name, acronym: usize) -> bool {
        self.word(acronym).chars().next() == self.word(name.first).chars().next() && self.tokens.closes_bracket(acronym)
    }

    /// The word that governs the name, or the list of names which it goes on with: the "in" of "in Molenbeek and Verviers".
    fn governor(&self, name: &Name, from: usize) -> &str {
        /// A longer list is one of something else.
        const LIST_WORDS_MAX: usize = 12;
        let capital = |at: usize| matches!(self.tokens.list[at].shape, Shape::Capital | Shape::Caps);
        let mut at = name.first;
        while at > from + 1 && at + LIST_WORDS_MAX > name.first {
            let joined = listed("and or", self.word(at - 1)) && capital(at - 2);
            let goes_on = joined || capital(at - 1) && at < name.first;
            if !goes_on {
                break;
            }
            at -= 1 + usize::from(joined);
        }
        if at > from { self.word(at - 1) } else { "" }
    }

    /// True behind a preposition, or joined to a name behind one: the verb that follows isn't the name's.
    fn is_governed(&self, name: &Name) -> bool {
        let (from, _) = self.tokens.sentences[name.sentence];
        self.vocabulary.is_english()
            && listed("in at of from near to with for on across outside", self.governor(name, from))
    }

    fn noun_after(&self, next: usize, several: bool, evidence: &mut Evidence) {
        let (token, word) = (self.tokens.list[next], self.word(next));
        evidence.add(cues(AFTER, word));
        if token.shape == Shape::Number && self.tokens.body[token.span.end as usize..].starts_with(['-', '–', ':']) {
            // "Rovers 4-0"; a player's name is fuller, "Leila Ben Salah 6-3".
            evidence.organisation += if several { 3 } else { 7 };
        }
        // "Chelsea defender", "Tesla chief": an employer.
        if self.vocabulary.is_english() && token.shape == Shape::Lower && self.vocabulary.is_role(word) {
            evidence.organisation += 4;
            evidence.person -= 3;
        }
    }

    fn verb_after(&self, next: usize, to: usize, evidence: &mut Evidence) {
        let word = self.word(next);
        if self.vocabulary.says(word) {
            evidence.person += 2;
            evidence.organisation += 2;
        }
        if listed("and or", word) && next + 1 < to && self.is_known_place(next + 1) {
            evidence.place += 3;
        }
        evidence.organisation += 4 * i32::from(self.sport && listed(MATCHES, word));
        evidence.add(cues(VERBS_AFTER, word));
        evidence.add(cues(VERBS_AFTER_TEAMS, word));
        // "Skellefteå tog hem derbyt"
        let acts = self.tokens.list[next].shape == Shape::Lower && !self.vocabulary.is_function(word);
        let opens = matches!(self.tokens.list[next - 1].gap, Gap::Start | Gap::Quote);
        evidence.organisation += 5 * i32::from(self.sport && !self.vocabulary.is_english() && acts && opens);
    }
}

/// The points of every row that holds `word`.
fn cues(rows: &[Cue], word: &str) -> Evidence {
    let mut evidence = Evidence::default();
    for &(words, person, organisation, place) in rows {
        if listed(words, word) {
            evidence.add(Evidence {
                person: i32::from(person),
                organisation: i32::from(organisation),
                place: i32::from(place),
            });
        }
    }
    evidence
}
