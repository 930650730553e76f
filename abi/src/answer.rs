//! A document's bytes and its options → the answer's bytes, those of the npm package: `JSON.stringify(await digest(bytes, options))`.
//!
//! A refused document gives `{"error":{"code","message"}}` with the package's own code and words.

use crate::input::{Kind, decode, kind_of};
use crate::json::to_json;
use crate::options::Asked;
use nutgraf::wasm::shape::Shape;
use nutgraf::{Digest, Error, Options};
use serde::Serialize;

/// Why there is no digest.
#[derive(Debug, Serialize)]
pub struct Refusal {
    /// The stable code, for programs.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: String,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { code: error.code(), message: error.to_string() }
    }
}

/// The digest of a document as JSON, or why there is none.
pub fn answer(document: &[u8], options: &[u8]) -> Vec<u8> {
    match Asked::read(options).and_then(|asked| digest(document, &asked).map(|digest| written(&digest, &asked.options)))
    {
        Ok(json) => json,
        Err(refusal) => refusal_json(&refusal),
    }
}

/// A refusal as JSON.
pub fn refusal(code: &'static str, message: &str) -> Vec<u8> {
    refusal_json(&Refusal { code, message: message.to_owned() })
}

fn refusal_json(error: &Refusal) -> Vec<u8> {
    #[derive(Serialize)]
    struct Refused<'r> {
        error: &'r Refusal,
    }
    to_json(&Refused { error })
}

fn written(digest: &Digest, options: &Options) -> Vec<u8> {
    to_json(&Shape::of(digest, &options.include))
}

fn digest(document: &[u8], Asked { options, kind, charset }: &Asked) -> Result<Digest, Refusal> {
    refuse_longer(document.len(), options.limits.bytes)?;
    let text = decode(document, charset.as_deref());
    refuse_longer(text.encode_utf16().count(), options.limits.bytes)?;
    Ok(match kind.unwrap_or_else(|| kind_of(&text)) {
        Kind::Html => nutgraf::digest_html(&text, options)?,
        Kind::Text => nutgraf::digest_text(&text, options)?,
    })
}

/// As the package does before a long input is copied.
fn refuse_longer(found: usize, limit: usize) -> Result<(), Refusal> {
    if found <= limit {
        return Ok(());
    }
    Err(Refusal {
        code: "too-large",
        message: format!("the document has at least {found} bytes; the limit is {limit}"),
    })
}
