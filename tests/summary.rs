//! The summary: what may stand in it, and how long it may be.

use nutgraf::options::Length;
use nutgraf::{Options, digest_text};

const STORY: &str = "The ferry Aurora sank off the coast of Norway on Monday after it struck a rock in heavy fog. All 47 passengers were \
    rescued by the coastguard within an hour of the first distress call. But the captain stayed on board until the end. He was later \
    taken to hospital with a broken arm. \"We saw the rock too late,\" the helmsman told investigators. Who is to blame? The shipping \
    company said it would pay for lost luggage and offered every passenger a free trip. Investigators expect to publish a first report \
    on the accident in March. The ferry Aurora struck a rock in heavy fog and sank off the coast of Norway on Monday.";

fn summary(text: &str, length: Length) -> Vec<String> {
    let digest = digest_text(text, &Options { length, ..Options::default() }).unwrap();
    digest
        .summary
        .iter()
        .map(|s| digest.text.sentences[s.sentence as usize].span.of(&digest.text.body).to_owned())
        .collect()
}

#[test]
fn a_longer_summary_holds_the_shorter_one() {
    let five = summary(STORY, Length::Sentences(5));
    for count in 1..5 {
        let shorter = summary(STORY, Length::Sentences(count));
        assert!(
            shorter.len() <= count as usize && shorter.iter().all(|sentence| five.contains(sentence)),
            "{count}: {shorter:?} {five:?}"
        );
    }
}

#[test]
fn nothing_hangs_asks_or_is_said_twice() {
    let all = summary(STORY, Length::Sentences(9));
    assert!(
        !all.iter()
            .any(|sentence| sentence.starts_with("He was later")
                && !all.iter().any(|s| s.starts_with("But the captain"))),
        "{all:?}"
    );
    assert!(!all.iter().any(|sentence| sentence.ends_with('?')), "{all:?}");
    assert_eq!(all.iter().filter(|sentence| sentence.contains("in heavy fog")).count(), 1, "{all:?}");
}

#[test]
fn a_budget_of_words_is_kept_where_a_sentence_fits() {
    for budget in [12, 20, 40, 60] {
        let words: usize = summary(STORY, Length::Words(budget)).iter().map(|s| s.split_whitespace().count()).sum();
        assert!(words > 0 && words <= budget as usize, "{words} of {budget}");
    }
    assert_eq!(summary(STORY, Length::Words(1)).len(), 1);
}

#[test]
fn a_text_without_one_whole_sentence_still_gives_something() {
    assert_eq!(summary("Who is to blame?", Length::Sentences(3)), ["Who is to blame?"]);
    assert_eq!(summary("no more", Length::Sentences(3)), ["no more"]);
}

#[test]
fn a_focus_brings_what_is_asked_for() {
    for (focus, expected) in [
        ("luggage", "lost luggage"),
        ("reports of investigators", "a first report"),
        ("rescue", "rescued by the coastguard"),
    ] {
        let options = Options { length: Length::Sentences(1), focus: Some(focus.into()), ..Options::default() };
        let digest = digest_text(STORY, &options).unwrap();
        let sentence = digest.text.sentences[digest.summary[0].sentence as usize].span.of(&digest.text.body);
        assert!(sentence.contains(expected), "{focus}: {sentence}");
    }
}

#[test]
fn a_focus_that_the_text_knows_nothing_of_changes_nothing() {
    let plain = digest_text(STORY, &Options::default()).unwrap();
    let asked = digest_text(STORY, &Options { focus: Some("zeppelins of the".into()), ..Options::default() }).unwrap();
    assert_eq!(plain.summary, asked.summary);
}

#[test]
fn ten_thousand_identical_sentences_are_summed_up_in_one() {
    let text = "The harbour bridge in Eastport will close for repairs in June. ".repeat(10_000);
    let digest =
        digest_text(&text, &Options { boilerplate: nutgraf::options::Boilerplate::Keep, ..Options::default() })
            .unwrap();
    assert_eq!(digest.summary.len(), 1);
}

#[test]
fn what_is_asked_for_comes_with_the_sentence_that_it_leans_on() {
    let text = "A farmer in Kent grows tea on the chalk hills above the town of Dover. The tea is sold in shops in London and Paris. \
        The harvest begins in May and ends in October. The owner started with three plants in 2004. They were a gift from a friend in \
        Assam. The frost of 2012 killed half of the plants.";
    let options = Options { length: Length::Sentences(2), focus: Some("Assam".into()), ..Options::default() };
    let digest = digest_text(text, &options).unwrap();
    let places: Vec<u32> = digest.summary.iter().map(|chosen| chosen.sentence).collect();
    assert_eq!(places, [3, 4]);
}

#[test]
fn a_sentence_that_leans_on_a_missing_one_stays_out_in_any_language() {
    for (text, leaning) in [
        (
            "El ayuntamiento de Sevilla decidió el martes cerrar el viejo puente sobre el río. Los comerciantes temen por sus ventas. \
             Tomás Gil tiene una panadería desde 1994. Ello costará al ayuntamiento de Sevilla 38 millones de euros.",
            "Ello costará",
        ),
        (
            "Harran belediye meclisi salı günü nehrin üzerindeki eski köprüyü kapatmaya karar verdi. Kıyıdaki esnaf gelirleri için \
             endişeli. Ali Yılmaz 1994 yılından beri fırın işletiyor. Ancak onarım Harran belediye meclisine 38 milyon liraya mal olacak.",
            "Ancak onarım",
        ),
        (
            "하윅 시의회는 화요일 강 위의 낡은 다리를 2년 동안 폐쇄하기로 결정했다. 동쪽의 상인들은 손님을 잃을까 걱정한다. 김철수는 \
             1994년부터 빵집을 운영한다. 그러나 공사는 하윅 시의회에 3800만 원의 비용을 들게 하고 다리를 폐쇄한다.",
            "그러나 공사는",
        ),
        (
            "哈维克市议会星期二决定关闭河上的旧铁桥两年。东岸的店主担心失去顾客。王明从1994年起经营面包店。因此工程将花费哈维克市议会三千\
             八百万元并使一万二千名司机每天绕道而行。",
            "因此工程",
        ),
    ] {
        let shown = summary(text, Length::Sentences(3)).join(" ");
        assert!(!shown.contains(leaning) || shown.contains("1994"), "{shown}");
    }
}
