//! Error: every reason a document is refused, with its stable code.

use std::fmt;

/// Why no digest could be made. `code` is for programs and never changes; the message is for people.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// An option is out of range, malformed or unknown.
    BadOption {
        /// The option's public name.
        name: &'static str,
        /// What is allowed.
        expected: &'static str,
    },
    /// The input isn't what was announced, such as a live record that doesn't decode.
    BadInput {
        /// What is wrong with it.
        what: &'static str,
    },
    /// The document is past one of the limits.
    TooLarge {
        /// What was counted: "bytes", "elements".
        unit: &'static str,
        /// How many there are; where counting stopped early, how many were seen.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
}

impl Error {
    /// The stable code, the same in Rust, JavaScript, the command line and the element.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadOption { .. } => "bad-option",
            Self::BadInput { .. } => "bad-input",
            Self::TooLarge { .. } => "too-large",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadOption { name, expected } => write!(f, "option {name} must be {expected}"),
            Self::BadInput { what } => write!(f, "the input can't be read: {what}"),
            Self::TooLarge { unit, found, limit } => {
                write!(f, "the document has {found} {unit}; the limit is {limit}")
            }
        }
    }
}

impl std::error::Error for Error {}
