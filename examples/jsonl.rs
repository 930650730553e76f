//! The command's `--jsonl` without JavaScript, for work on the core:
//! `cargo run --profile quick --example jsonl < documents.jsonl > digests.jsonl`.
//! Extra arguments are parts to include: `sentences`, `removed`.

use nutgraf::wasm::shape::{RawOptions, Shape};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let include: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        serde_json::to_writer(&mut out, &answer(&line?, &include))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn answer(line: &str, include: &[String]) -> Value {
    let Ok(document) = serde_json::from_str::<Value>(line) else {
        return json!({"id": null, "error": {"code": "bad-input", "message": "not JSON"}});
    };
    let digest = digest(&document, include).unwrap_or_else(|error| json!({"error": error}));
    let mut answer = json!({"id": document["id"]});
    if let (Value::Object(answer), Value::Object(digest)) = (&mut answer, digest) {
        answer.extend(digest);
    }
    answer
}

fn digest(document: &Value, include: &[String]) -> Result<Value, Value> {
    let mut raw: RawOptions = match &document["options"] {
        Value::Null => RawOptions::default(),
        options => serde_json::from_value(options.clone()).map_err(|e| json!({"message": e.to_string()}))?,
    };
    let string = |name: &str| document[name].as_str().map(str::to_owned);
    raw.url = raw.url.or(string("url"));
    raw.lang = raw.lang.or(string("lang"));
    raw.include.extend(include.iter().cloned());
    let coded = |e: nutgraf::Error| json!({"code": e.code(), "message": e.to_string()});
    let options = raw.check().map_err(coded)?;
    let digest = match (&document["html"], &document["text"]) {
        (Value::String(html), _) => nutgraf::digest_html(html, &options),
        (_, Value::String(text)) => nutgraf::digest_text(text, &options),
        _ => return Err(json!({"code": "bad-input", "message": "neither html nor text"})),
    }
    .map_err(coded)?;
    serde_json::to_value(Shape::of(&digest, &options.include)).map_err(|e| json!({"message": e.to_string()}))
}
