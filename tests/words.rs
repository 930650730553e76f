//! Words end where the rules of Unicode (UAX 29) have them end, as the crate unicode-segmentation reads them; in scripts that are
//! written without blanks they are pairs of characters.

use nutgraf::options::Boilerplate;
use nutgraf::{Options, digest_text};
use unicode_segmentation::UnicodeSegmentation;

fn words(text: &str) -> Vec<String> {
    let options = Options { boilerplate: Boilerplate::Keep, ..Options::default() };
    let found = digest_text(text, &options).expect("plain text is never refused").text;
    found.words.iter().map(|word| word.span.of(&found.body).to_owned()).collect()
}

#[test]
fn words_end_as_in_uax_29_where_blanks_part_them() {
    for text in [
        "The fox can't jump 32.3 feet, right? It's 1,204 km (or 9_000 ft) from A.B. to Café-Zürich: “okay”.",
        "L’été, aujourd’hui, c'est 3,5 %. Où vas-tu ? J.-C. n’est pas là… 12:30, 2024/05/06, #étoile @ville",
        "Der Fußgängerübergang kostet 1.234,56 €. Größe: XL. Der 21. Oktober z. B. war schön.",
        "¿Qué pasó en 2023? ¡Nada! El señor Núñez-Ortiz llegó a las 10.30 h.",
        "Жёлтый автобус №5 приехал в 7.30, а Маша — нет. Объём вырос на 12,5%.",
        "Ο κ. Παπαδόπουλος είπε: «Ναι». Τι κάνεις; 3.000 άτομα.",
        "ذهب الولد إلى المدرسة، ثم عاد. كم عمرك؟ 123 كتابًا",
        "הוא אמר: \"כן\", צה״ל וארה״ב. ג'ירפה רצה 12.5 קמ.",
        "यह एक परीक्षण है। क्षत्रिय और हिन्दी में ३२ शब्द।",
        "İstanbul'da 3 kişi ışık gördü. Ankara’nın nüfusu 5,6 milyon.",
        "Հայերեն տեքստ է։ Ի՞նչ է սա 5 օրում։",
        "Cafe\u{301} E\u{301}te\u{301} nai\u{308}ve ﬁne ｗｉｄｅ",
    ] {
        let expected: Vec<&str> = text.unicode_words().collect();
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn scripts_without_blanks_give_pairs_of_characters() {
    assert_eq!(words("贸易额达2401亿美元。"), ["贸易", "易额", "额达", "2401", "亿美", "美元"]);
}
