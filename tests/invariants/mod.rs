//! What holds of every digest, whatever the document was. Used by `tests/hostile.rs` and by the fuzz targets.

use nutgraf::Digest;
use nutgraf::span::ByteSpan;

/// Panics with what is broken where a digest breaks a promise.
pub fn check(digest: &Digest) {
    let text = &digest.text;
    let body = text.body.as_str();
    let is_place = |span: ByteSpan| {
        span.start <= span.end && body.is_char_boundary(span.start as usize) && body.is_char_boundary(span.end as usize)
    };
    assert!(digest.unreadable.is_none() || body.is_empty(), "an unreadable document has a text");
    in_order("paragraphs", text.paragraphs.iter().map(|paragraph| paragraph.span), is_place);
    in_order("sentences", text.sentences.iter().map(|sentence| sentence.span), is_place);
    // Pairs of characters, which stand for words in scripts without blanks, share a character with the pair before.
    assert!(text.words.is_sorted_by(|a, b| a.span.start < b.span.start), "words are out of order");
    assert!(text.words.iter().all(|word| is_place(word.span) && !word.span.is_empty()));
    for (index, paragraph) in text.paragraphs.iter().enumerate() {
        for sentence in &text.sentences[paragraph.sentences.start as usize..paragraph.sentences.end as usize] {
            assert!(paragraph.span.contains(sentence.span), "a sentence leaves its paragraph");
            assert_eq!(sentence.paragraph as usize, index);
        }
    }
    for sentence in &text.sentences {
        assert!(!sentence.span.of(body).trim().is_empty(), "a sentence is blank");
        for word in &text.words[sentence.words.start as usize..sentence.words.end as usize] {
            assert!(sentence.span.contains(word.span), "a word leaves its sentence");
            assert!(word.term < text.terms);
        }
    }
    let chosen: Vec<u32> = digest.summary.iter().map(|item| item.sentence).collect();
    assert!(chosen.is_sorted_by(|a, b| a < b), "the summary is out of order or says a sentence twice");
    assert!(chosen.iter().all(|&at| (at as usize) < text.sentences.len()));
    assert!(text.sentences.is_empty() || !chosen.is_empty(), "a readable document has no summary");
    for figure in &digest.figures {
        assert!(is_place(figure.span) && is_place(figure.label));
        assert!(figure.label.contains(figure.span), "a label lacks its figure");
        assert!(text.sentences[figure.sentence as usize].span.contains(figure.label), "a label leaves its sentence");
    }
    for (at, figure) in digest.figures.iter().enumerate() {
        let overlap = |other: &&nutgraf::digest::Figure| other.kind == figure.kind && other.span.overlaps(figure.span);
        assert!(digest.figures[..at].iter().find(overlap).is_none(), "two figures of a kind overlap");
    }
    for entity in &digest.entities {
        assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
        in_order("mentions", entity.mentions.iter().copied(), is_place);
        assert!(entity.role.is_none_or(is_place));
    }
    assert!(digest.keywords.iter().all(|keyword| is_place(keyword.span) && !keyword.span.is_empty()));
    for score in digest.summary.iter().map(|item| item.score).chain(digest.figures.iter().map(|item| item.score)) {
        assert!((0.0..=1.0).contains(&score), "a score of {score}");
    }
}

fn in_order(what: &str, spans: impl Iterator<Item = ByteSpan>, is_place: impl Fn(ByteSpan) -> bool) {
    let mut before = 0;
    for span in spans {
        assert!(is_place(span), "{what}: {span:?} is no place of the text");
        assert!(span.start >= before, "{what}: {span:?} stands before the end of the one before it");
        before = span.end;
    }
}
