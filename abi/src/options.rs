//! The options as JSON → what is asked for. The names, the types and the words of a refusal are those of `www/options.js`;
//! `charset` stands for what HTTP says of the document, which the package takes from a Response.

use crate::answer::Refusal;
use crate::input::Kind;
use nutgraf::Options;
use nutgraf::wasm::shape::RawOptions;
use serde_json::{Map, Value};

/// What the host asks for.
#[derive(Debug)]
pub struct Asked {
    /// The options of the digest.
    pub options: Options,
    /// What the document is, where the host says it.
    pub kind: Option<Kind>,
    /// The charset that HTTP named.
    pub charset: Option<String>,
}

/// What a value must be: its words, and whether a value holds to them.
type Rule = (&'static str, fn(&Value) -> bool);

const NUMBER: Rule = ("a number", Value::is_number);
const STRING: Rule = ("a string", Value::is_string);
const STRINGS: Rule =
    ("an array of strings", |value| value.as_array().is_some_and(|all| all.iter().all(Value::is_string)));

/// Name and rule.
const OPTIONS: &[(&str, Rule)] = &[
    ("type", ("\"html\" or \"text\"", |value| value == "html" || value == "text")),
    ("url", STRING),
    ("lang", STRING),
    ("sentences", NUMBER),
    ("words", NUMBER),
    ("ratio", NUMBER),
    ("focus", STRING),
    ("include", STRINGS),
    ("boilerplate", ("\"drop\" or \"keep\"", |value| value == "drop" || value == "keep")),
    ("root", STRING),
    ("exclude", STRINGS),
    ("charset", STRING),
    ("maxBytes", NUMBER),
    ("maxElements", NUMBER),
];

impl Asked {
    /// Reads options; no bytes are the defaults. Fails with `bad-option`.
    pub fn read(json: &[u8]) -> Result<Self, Refusal> {
        let mut given = object(json)?;
        given.iter().try_for_each(|(name, value)| check(name, value))?;
        let kind = given.remove("type").map(|kind| if kind == "text" { Kind::Text } else { Kind::Html });
        let charset = given.remove("charset").and_then(|charset| charset.as_str().map(str::to_owned));
        let raw: RawOptions =
            serde_json::from_value(Value::Object(given)).map_err(|error| bad_option(error.to_string()))?;
        Ok(Self { options: raw.check()?, kind, charset })
    }
}

fn object(json: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if json.is_empty() {
        return Ok(Map::new());
    }
    match serde_json::from_slice(json) {
        Ok(Value::Object(options)) => Ok(options),
        Ok(_) => Err(bad_option("options must be an object".to_owned())),
        Err(error) => Err(bad_option(format!("the options aren't JSON: {error}"))),
    }
}

fn check(name: &str, value: &Value) -> Result<(), Refusal> {
    let Some((_, (expected, holds))) = OPTIONS.iter().find(|(known, _)| *known == name) else {
        let known: Vec<&str> = OPTIONS.iter().map(|(name, _)| *name).collect();
        return Err(bad_option(format!(
            "there is no option {}; the options are {}",
            Value::from(name),
            known.join(", ")
        )));
    };
    if holds(value) { Ok(()) } else { Err(bad_option(format!("option {name} must be {expected}"))) }
}

fn bad_option(message: String) -> Refusal {
    Refusal { code: "bad-option", message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_reason() {
        for (json, says) in [
            ("[]", "options must be an object"),
            ("{", "the options aren't JSON"),
            ("{\"sentence\":3}", "there is no option \"sentence\"; the options are type, url"),
            ("{\"url\":null}", "option url must be a string"),
            ("{\"include\":[1]}", "option include must be an array of strings"),
            ("{\"type\":\"pdf\"}", "option type must be \"html\" or \"text\""),
            ("{\"sentences\":0}", "option sentences must be a whole number"),
        ] {
            let refusal = Asked::read(json.as_bytes()).unwrap_err();
            assert_eq!(refusal.code, "bad-option");
            assert!(refusal.message.starts_with(says), "{json}: {}", refusal.message);
        }
        assert!(Asked::read(b"").is_ok());
    }
}
