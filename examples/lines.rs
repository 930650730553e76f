//! What `train/lines.py` reads: `lines ROWS [WEIGHTS] < documents.jsonl > lines.jsonl`.
//!
//! The first line of standard output holds the names of the features; each further line is `{"id", "texts", "words"}` of one
//! document. The file ROWS gets the features of all lines of all documents, one byte each, row by row. WEIGHTS holds the word
//! weights that the features are to be computed with; without it they are all 0.

use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let rows_path = arguments.next().unwrap_or_else(|| "rows.u8".to_owned());
    let weights = arguments.next().map(std::fs::read).transpose()?.unwrap_or_default();
    let mut rows = std::io::BufWriter::new(std::fs::File::create(rows_path)?);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let limits = nutgraf::options::Limits::default();
    let mut is_first = true;
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let Ok(page) = nutgraf::page::from_text(document["text"].as_str().unwrap_or(""), &limits) else { continue };
        let study = nutgraf::article::study_lines(&page, &weights);
        if std::mem::take(&mut is_first) {
            writeln!(out, "{}", json!({"names": study.names}))?;
        }
        study.rows.iter().try_for_each(|row| rows.write_all(row))?;
        writeln!(out, "{}", json!({"id": document["id"], "texts": study.texts, "words": study.words}))?;
    }
    rows.flush()?;
    out.flush()
}
