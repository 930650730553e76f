//! Sentences end where the rows say, and every offset is exact in every script.

use nutgraf::options::Boilerplate;
use nutgraf::span::Utf16Map;
use nutgraf::{Digest, Options, digest_text};

fn digest(text: &str, lang: Option<&str>) -> Digest {
    let options = Options { boilerplate: Boilerplate::Keep, lang: lang.map(str::to_owned), ..Options::default() };
    digest_text(text, &options).expect("plain text is never refused")
}

#[test]
fn sentences_end_where_the_rows_say() {
    let mut wrong = Vec::new();
    for row in include_str!("rows/sentences.tsv").lines().filter(|row| !row.starts_with('#')) {
        let (lang, marked) = row.split_once('\t').expect("a language and a text");
        let marked = marked.replace('⏎', "\n");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let found = digest(&marked.replace(" | ", " ").replace('|', ""), Some(lang));
        let sentences: Vec<&str> = found.text.sentences.iter().map(|s| s.span.of(&found.text.body)).collect();
        if sentences != expected {
            wrong.push(format!("{lang}: {}", sentences.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{} rows end elsewhere:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn offsets_are_exact_in_every_script() {
    let texts = [
        "👩‍👩‍👧 went out. 𝒜 b c! Cafe\u{301} 🇫🇷? E\u{301}te\u{301}.",
        "\u{200f}مرحبا\u{200f} بالعالم؟ نعم\u{200e}. שלום עולם! כן.",
        "नमस्ते। क्षत्रिय हैं। ไทยไม่มีช่องว่าง ครับ\nวันนี้",
        "𠮷野家へ行く。カメラ、ＡＢＣ！「はい。」\u{feff}終わり",
        "a\u{ad}b\u{2060}c. D\u{200d}e! \u{1f600}\u{1f3fd}. 12\u{a0}345,6 km.",
    ];
    for text in texts {
        let found = digest(text, None).text;
        let units: Vec<u16> = found.body.encode_utf16().collect();
        let map = Utf16Map::new(&found.body);
        let mut last = 0;
        for sentence in &found.sentences {
            let at = map.span(sentence.span);
            let sliced = String::from_utf16(&units[at.start as usize..at.end as usize]).expect("no surrogate is cut");
            assert_eq!(sliced, sentence.span.of(&found.body));
            assert!(sentence.span.start >= last, "sentences are in order");
            last = sentence.span.end;
            for word in &found.words[sentence.words.start as usize..sentence.words.end as usize] {
                assert!(sentence.span.contains(word.span) && word.term < found.terms);
                assert!(!word.span.of(&found.body).is_empty());
            }
        }
        let kept: String = found.sentences.iter().flat_map(|s| s.span.of(&found.body).split_whitespace()).collect();
        assert_eq!(kept, found.body.split_whitespace().collect::<String>(), "no word is lost");
    }
}
