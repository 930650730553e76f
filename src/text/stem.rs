//! Stems: cuts an ending so that forms of one word meet. Light on purpose: for ranking, not for show.

use crate::lexicon::Language;

/// The stem of `form`, which is in lower case; always a part of it, from its start or behind an elided article.
pub(crate) fn stem(form: &str, language: Language) -> &str {
    match language.code() {
        "en" => english(form),
        "fr" | "it" | "ca" | "es" | "pt" | "gl" | "ro" => romance(elided(form)),
        "de" | "nl" | "sv" | "da" | "nb" | "no" | "nn" | "af" | "lb" => {
            cut(form, 5, &["en", "er", "es", "em", "et", "e", "n", "s"])
        }
        "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "pl" | "cs" | "sk" | "sl" | "hr" | "fi" | "et" | "hu" | "tr"
        | "lt" | "lv" | "el" | "kk" => prefix(form),
        _ => form,
    }
}

/// True for a word and another of its forms, as far as they open alike: "tax" and "taxes", "Russia" and "Russian".
pub(crate) fn is_akin(one: &str, other: &str) -> bool {
    let both = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (long, short) =
        (one.chars().count().max(other.chars().count()), one.chars().count().min(other.chars().count()));
    both == long || both >= 4 && both + 3 >= long || both == short && both >= 3 && long <= both + 2
}

/// Without the first of the endings that leaves at least `least` characters less two.
fn cut<'f>(form: &'f str, least: usize, endings: &[&str]) -> &'f str {
    let long = |stem: &&str| stem.chars().count() + 2 >= least;
    endings.iter().find_map(|ending| form.strip_suffix(ending).filter(long)).unwrap_or(form)
}

/// Plurals and the possessive.
fn english(form: &str) -> &str {
    let form = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
    if form.len() < 4 || form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") {
        return form;
    }
    match form.strip_suffix("es") {
        Some(stem)
            if stem.ends_with(['x', 'z']) || stem.ends_with("sh") || stem.ends_with("ch") || stem.ends_with("ss") =>
        {
            stem
        }
        _ => form.strip_suffix('s').unwrap_or(form),
    }
}

/// Behind "l'", "d'", "dell'".
fn elided(form: &str) -> &str {
    form.split_once('\'').filter(|(head, tail)| head.len() <= 4 && tail.len() > 1).map_or(form, |(_, tail)| tail)
}

/// Plural and gender.
fn romance(form: &str) -> &str {
    if form.chars().count() < 5 {
        return form;
    }
    let single = form.strip_suffix(['s', 'x']).unwrap_or(form);
    single.strip_suffix(['a', 'e', 'i', 'o']).unwrap_or(single)
}

/// The first six characters: what an inflecting language changes comes later.
fn prefix(form: &str) -> &str {
    form.char_indices().nth(6).map_or(form, |(end, _)| &form[..end])
}
