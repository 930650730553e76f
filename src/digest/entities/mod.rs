//! Who's who: persons, organisations and places, each with its role and its mentions.

use crate::article::Metadata;
use crate::span::ByteSpan;
use crate::text::Text;

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

/// The entities of a text, most important first.
pub fn find(_text: &Text, _metadata: &Metadata) -> Vec<Entity> {
    Vec::new()
}
