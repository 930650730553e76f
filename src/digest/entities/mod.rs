//! Who's who: persons, organisations and places, each with its role and its mentions.

mod apposition;
mod context;
mod gate;
mod joint;
mod kind;
mod mention;
mod name;
mod proof;
mod role;
mod run;
mod title;
mod token;
mod view;
mod vocabulary;

use crate::article::Metadata;
use crate::lexicon::Language;
use crate::lexicon::listed;
use crate::sort;
use crate::span::ByteSpan;
use crate::text::Text;
use apposition::Appositions;
use gate::Gate;
use mention::Group;
use name::Name;
use role::{Role, Roles, Strength};
use token::{Gap, Tokens};
use vocabulary::Vocabulary;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
}

impl EntityKind {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
        }
    }
}

/// Someone or something with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest name, as written.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// What the text says the entity is: "director of the Carnegie Russia Eurasia Center".
    pub role: Option<ByteSpan>,
    /// Every mention, in document order, later ones by surname or acronym included.
    pub mentions: Vec<ByteSpan>,
}

/// The entities of a text, most important first. Scripts without capitals give none.
pub fn find(text: &Text, _metadata: &Metadata) -> Vec<Entity> {
    if !has_case(text.language) {
        return Vec::new();
    }
    let vocabulary = Vocabulary::of(text.language);
    let tokens = Tokens::read(text);
    let names = proof::held(&tokens, &vocabulary, name::find(&tokens, &vocabulary));
    let beside = Appositions { tokens: &tokens, vocabulary: &vocabulary };
    let roles = Roles { tokens: &tokens, vocabulary: &vocabulary, beside };
    let told: Vec<Option<Role>> =
        names.iter().enumerate().map(|(at, name)| roles.of_person(name, names.get(at + 1))).collect();
    let has_role: Vec<bool> =
        told.iter().map(|role| role.is_some_and(|role| role.strength > Strength::Preposition)).collect();
    let told_of_body: Vec<bool> = names.iter().map(|name| roles.of_organisation(name).is_some()).collect();
    let groups = mention::group(&tokens, &vocabulary, &names, &has_role, &told_of_body);
    let gate = Gate { tokens: &tokens, vocabulary: &vocabulary, names: &names };
    let mut ranked: Vec<(i32, Entity)> = groups
        .iter()
        .filter(|group| gate.admits(group))
        .map(|group| {
            let entity = entity(group, &tokens, &names, &told, &roles);
            (importance(group, &entity, &names, text.sentences.len()), entity)
        })
        .collect();
    sort::by(&mut ranked, |a, b| b.0.cmp(&a.0).then(a.1.mentions[0].start.cmp(&b.1.mentions[0].start)));
    ranked.into_iter().map(|(_, entity)| entity).collect()
}

/// False for languages written without capital letters.
fn has_case(language: Language) -> bool {
    !listed(
        "zh yue wuu ja ko ar fa ur ps sd ug ckb he yi hi mr ne sa bn as pa gu or ta te kn ml si th lo my km \
         bo dz am ti ka",
        language.code(),
    )
}

/// One group as an entity: its fullest name, its most telling role, its mentions.
fn entity(group: &Group, tokens: &Tokens<'_>, names: &[Name], told: &[Option<Role>], roles: &Roles<'_>) -> Entity {
    let kind = group.kind();
    let mut role: Option<Role> = None;
    for &at in &group.names {
        let here = match kind {
            EntityKind::Person => told[at],
            EntityKind::Organisation => roles.of_organisation(&names[at]),
            EntityKind::Place => None,
        };
        if here.is_some_and(|here| role.is_none_or(|role| here.strength > role.strength)) {
            role = here;
        }
    }
    let fullest = &names[group.fullest];
    let mut span = tokens.span(fullest.first, fullest.last);
    if kind == EntityKind::Organisation {
        span.end = tokens.legal_form(fullest.last).unwrap_or(span.end);
    }
    let owned = &tokens.list[fullest.last];
    if owned.possessive && kind == EntityKind::Organisation && group.names.len() == 1 && stands_alone(tokens, fullest) {
        span.end += tokens.body[span.end as usize..].chars().take(2).map(char::len_utf8).sum::<usize>() as u32;
    }
    let mentions = group.names.iter().map(|&at| tokens.span(names[at].first, names[at].last)).collect();
    Entity {
        name: span.of(tokens.body).split_whitespace().collect::<Vec<_>>().join(" "),
        kind,
        role: role.map(|role| role.span),
        mentions,
    }
}

/// True for a possessive that owns nothing in the sentence: "at Brackwell's in Chicago".
fn stands_alone(tokens: &Tokens<'_>, name: &Name) -> bool {
    let (_, to) = tokens.sentences[name.sentence];
    let next = name.last + 1;
    next >= to
        || tokens.list[next].gap != Gap::Space
        || listed("in on at for and said has is was will to", tokens.word(next))
}

/// How much an entity matters: how often and how early it is named, whether its role is told; people before organisations before places.
fn importance(group: &Group, entity: &Entity, names: &[Name], sentences: usize) -> i32 {
    let first = names[group.names[0]].sentence;
    let position = 60 - (60 * first / sentences.max(1)) as i32;
    let kind = match entity.kind {
        EntityKind::Person => 60,
        EntityKind::Organisation => 25,
        EntityKind::Place => 0,
    };
    40 * (group.names.len() as i32).min(10) + position + kind + if entity.role.is_some() { 40 } else { 0 }
}
