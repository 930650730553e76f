//! What the summary's ranker sees, for `train/summary.py`: `summary_study terms|pairs|sentences|stems|salience|sets|summary < documents.jsonl`.
//!
//! In: JSON Lines `{"id", "text" | "sents", "title"?, "lang"?}`. Out: JSON Lines of the same order, one a document.

use nutgraf::digest::summary::{Context, SummarySentence, choose, study};
use nutgraf::options::{Boilerplate, Length, Options};
use nutgraf::text::Text;
use nutgraf::{article, page, text};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let what = std::env::args().nth(1).unwrap_or_default();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &answer(&document, &what))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn answer(document: &Value, what: &str) -> Value {
    let options = Options { lang: Some("en".into()), boilerplate: Boilerplate::Keep, ..Options::default() };
    let sentences: Vec<&str> = document["sents"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let plain = document["text"].as_str().map_or_else(|| sentences.join("\n\n"), str::to_owned);
    let Ok(page) = page::from_text(&plain, &options.limits) else { return Value::Null };
    let Ok(article) = article::extract(&page, &options) else { return Value::Null };
    let mut text = text::segment(&article, &options);
    if document["text"].is_null() {
        join_paragraphs(&mut text);
    }
    let context =
        Context { text: &text, title: document["title"].as_str(), kind: article.kind, figures: &[], entities: &[] };
    match what {
        "summary" => {
            let length = Length::Sentences(document["count"].as_u64().unwrap_or(3) as u32);
            let chosen = choose(&context, &Options { length, ..options });
            let sentence =
                |s: SummarySentence| json!({"text": text.sentences[s.sentence as usize].span.of(&text.body)});
            json!({"id": document["id"], "summary": chosen.into_iter().map(sentence).collect::<Vec<_>>()})
        }
        "sets" => {
            let (texts, sets) = study::sets(&context);
            let row = |signals: Vec<f32>| {
                signals.into_iter().map(|x| (f64::from(x) * 1e4).round() / 1e4).collect::<Vec<f64>>()
            };
            json!([texts, sets.into_iter().map(|set| json!([set.places, row(set.signals)])).collect::<Vec<_>>()])
        }
        "sentences" => {
            json!(study::sentences(&context).into_iter().map(|d| json!([d.name, d.signals])).collect::<Vec<_>>())
        }
        "salience" | "stems" => {
            let (terms, mut pairs) = study::salience(&context);
            pairs.truncate(if what == "stems" { 0 } else { usize::MAX });
            let rows = |described: Vec<study::Described>| {
                described.into_iter().map(|d| json!([d.name, d.signals])).collect::<Vec<_>>()
            };
            json!([rows(terms), rows(pairs)])
        }
        "terms" => json!(study::terms(&context).into_iter().map(|d| json!([d.name, d.signals])).collect::<Vec<_>>()),
        _ => json!(study::pairs(&context).into_iter().map(|d| json!([d.name, d.signals])).collect::<Vec<_>>()),
    }
}

/// Sentences that came one by one are one paragraph.
fn join_paragraphs(text: &mut Text) {
    let Some(mut first) = text.paragraphs.first().cloned() else { return };
    first.span.end = text.body.len() as u32;
    first.sentences = 0..text.sentences.len() as u32;
    text.paragraphs = vec![first];
    text.sentences.iter_mut().for_each(|sentence| sentence.paragraph = 0);
}
