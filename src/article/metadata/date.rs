//! Dates: what sites write, for machines or for people, → ISO 8601.
//!
//! A date stays as exact as it is written where its time is told with a zone or as ISO 8601 does; of others only the day is
//! kept. A date whose day and month could be exchanged is read by the page's language, or not at all.

/// Which of day and month comes first in "5/4/2024".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

impl Order {
    /// What the language, a BCP 47 tag, says of the order.
    pub(super) fn of(lang: Option<&str>) -> Self {
        match lang.map(str::to_ascii_lowercase).as_deref() {
            None | Some("en") => Self::Unknown,
            Some("en-us" | "en-ph" | "fil") => Self::MonthFirst,
            Some(_) => Self::DayFirst,
        }
    }
}

/// Names of the months: each word stands for itself and for its beginnings of three letters or more.
/// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish/Danish/Norwegian, Polish, Russian, Turkish, Czech, Arabic,
/// Greek, Hungarian, Indonesian, Hindi, Hebrew.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero gennaio janeiro januari stycznia января ocak ledna січня tammikuuta ianuarie يناير ιανουαρίου január जनवरी בינואר",
    "february februar février fevrier febrero febbraio fevereiro februari lutego февраля şubat února лютого februarie فبراير φεβρουαρίου február फ़रवरी फरवरी בפברואר",
    "march märz maerz mars marzo março marco maart marts marca марта mart března березня mrt maaliskuuta martie مارس μαρτίου március maret मार्च במרץ",
    "april avril abril aprile kwietnia апреля nisan dubna квітня aprilie huhtikuuta أبريل απριλίου április अप्रैल באפריל",
    "may mai mayo maggio maio mei maj maja мая mayıs května травня toukokuuta مايو μαΐου május मई במאי",
    "june juni juin junio giugno junho czerwca июня haziran června червня iunie kesäkuuta يونيو ιουνίου június जून ביוני",
    "july juli juillet julio luglio julho lipca июля temmuz července липня iulie heinäkuuta يوليو ιουλίου július जुलाई ביולי",
    "august août aout agosto augustus augusti sierpnia августа ağustos srpna серпня elokuuta أغسطس αυγούστου augusztus agustus अगस्त באוגוסט",
    "september septembre septiembre setiembre settembre setembro września сентября eylül září вересня septembrie syyskuuta سبتمبر σεπτεμβρίου szeptember सितंबर सितम्बर בספטמבר",
    "october oktober octobre octubre ottobre outubro października октября ekim října жовтня octombrie lokakuuta أكتوبر οκτωβρίου október अक्टूबर अक्तूबर באוקטובר",
    "november novembre noviembre novembro listopada ноября kasım листопада noiembrie marraskuuta نوفمبر νοεμβρίου नवंबर नवम्बर בנובמבר",
    "december dezember décembre decembre diciembre dicembre dezembro grudnia декабря aralık prosince грудня decembrie joulukuuta ديسمبر δεκεμβρίου desember दिसंबर दिसम्बर בדצמבר",
];

/// Names of the days of the week in ten languages, in lower case.
const WEEKDAYS: &[&str] = &[
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "måndag tisdag onsdag torsdag fredag lördag söndag poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "понедельник вторник среда четверг пятница суббота воскресенье",
];

/// Years that a page may be from.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// The first date in `text` as ISO 8601; the time of day is kept only where it is written so already.
pub(super) fn iso(text: &str, order: Order) -> Option<String> {
    let text = text.trim();
    timestamp(text).or_else(|| find(text, order).map(|found| found.0))
}

/// A whole text that is an ISO date, with or without a time.
fn timestamp(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let number =
        |from: usize, to: usize| text.get(from..to).filter(|t| t.bytes().all(|b| b.is_ascii_digit()))?.parse().ok();
    if bytes.len() >= 8 && bytes[..8].iter().all(u8::is_ascii_digit) && !bytes.get(8).is_some_and(u8::is_ascii_digit) {
        return calendar(number(0, 4)?, number(4, 6)?, number(6, 8)?);
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let date = calendar(year, month, day)?;
    let rest = text[10..].strip_prefix(['T', 't', ' ']).unwrap_or("").trim();
    let clock = rest.find(|c: char| !matches!(c, '0'..='9' | ':' | '.' | ',')).unwrap_or(rest.len());
    let (clock, zone) = (rest[..clock].trim_end_matches([':', '.', ',']), rest[clock..].trim());
    let is_clock = clock.len() >= 5 && clock.as_bytes()[2] == b':';
    if !is_clock || zone.eq_ignore_ascii_case("pm") || zone.eq_ignore_ascii_case("am") {
        return Some(date);
    }
    let mut out = date;
    out.extend(["T", clock]);
    out.push_str(&offset(zone));
    Some(out)
}

/// A zone as ISO 8601 writes it: "Z", "+02:00"; empty where it isn't understood.
fn offset(zone: &str) -> String {
    if zone.eq_ignore_ascii_case("z") || zone.eq_ignore_ascii_case("utc") || zone.eq_ignore_ascii_case("gmt") {
        return "Z".to_owned();
    }
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    match (zone.chars().next(), digits.len()) {
        (Some(sign @ ('+' | '-')), 4) => {
            let mut out = String::from(sign);
            out.extend([&digits[..2], ":", &digits[2..]]);
            out
        }
        _ => String::new(),
    }
}

/// "2024-05-04" where there is such a day.
fn calendar(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !YEARS.contains(&year) || !(1..=days).contains(&day) {
        return None;
    }
    let mut out = String::with_capacity(10);
    for (value, width, mark) in [(year, 4, "-"), (month, 2, "-"), (day, 2, "")] {
        let digits = value.to_string();
        out.extend(std::iter::repeat_n('0', width - digits.len()));
        out.extend([&*digits, mark]);
    }
    Some(out)
}

/// A word or a number of a text, and its bytes.
#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    start: usize,
}

impl Token<'_> {
    fn number(&self) -> Option<u32> {
        let digits = self.text.len() <= 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        if digits { self.text.parse().ok() } else { None }
    }

    fn year(&self) -> Option<u32> {
        self.number().filter(|year| self.text.len() == 4 && YEARS.contains(year))
    }

    fn month(&self) -> Option<u32> {
        let word = self.text.to_lowercase();
        let stands_for = |name: &str| name == word || word.chars().count() >= 3 && name.starts_with(&word);
        let found = MONTHS.iter().position(|names| names.split(' ').any(stands_for))?;
        Some(found as u32 + 1)
    }

    fn is_ordinal_mark(&self) -> bool {
        matches!(self.text, "st" | "nd" | "rd" | "th" | "de" | "of" | "del" | "er" | "º" | "do")
    }
}

/// The first date in a text for people, and the bytes where it starts and ends.
pub(super) fn find(text: &str, order: Order) -> Option<(String, usize, usize)> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (mut date, used) = at_token(text, &tokens[at..], order)?;
        let last = tokens[at + used - 1];
        let mut end = last.start + last.text.len();
        if let Some((clock, used)) = clock(&text[end..]) {
            date.push_str(&clock);
            end += used;
        }
        Some((date, tokens[at].start, end))
    })
}

/// The time of day that a date goes on with, and how many bytes it takes: with its zone, or joined to the date by a "T".
fn clock(text: &str) -> Option<(String, usize)> {
    let joined = text.strip_prefix('T');
    let rest = joined.unwrap_or(text).trim_start_matches([' ', ',']);
    let digits = rest.find(|c: char| !matches!(c, '0'..='9' | ':' | '.')).unwrap_or(rest.len());
    let clock = rest[..digits].trim_end_matches([':', '.']);
    if clock.len() < 5 || clock.as_bytes()[2] != b':' {
        return None;
    }
    let behind = rest[clock.len()..].trim_start();
    let written = behind.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
    // "GMT+0200", as scripts write it.
    let sign = written.find(['+', '-']).filter(|_| written.starts_with("GMT") || written.starts_with("UTC"));
    let zone = offset(&written[sign.unwrap_or(0)..]);
    if zone.is_empty() && joined.is_none() {
        return None;
    }
    let left = if zone.is_empty() { &rest[clock.len()..] } else { &behind[written.len()..] };
    Some((["T", clock, &zone].concat(), text.len() - left.len()))
}

/// Where the first date in a text starts, or a month with its day: "March 18".
pub(super) fn day_in(text: &str) -> Option<usize> {
    let dated = find(text, Order::DayFirst).map(|found| found.1);
    let tokens = tokens(text);
    let day = |token: &Token<'_>| token.number().is_some_and(|day| (1..=31).contains(&day));
    let month = tokens.windows(2).find(|pair| day(&pair[1]) && pair[0].month().is_some()).map(|pair| pair[0].start);
    dated.into_iter().chain(month).min()
}

/// Runs of digits and runs of letters; "5th" is two.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut from: Option<(usize, bool)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let class =
            if c.is_ascii_digit() { Some(true) } else { (c.is_alphabetic() || is_indic_mark(c)).then_some(false) };
        let is_han = matches!(c, '年' | '月' | '日' | '년' | '월' | '일');
        if let Some((start, digits)) = from
            && (class != Some(digits) || is_han)
        {
            tokens.push(Token { text: &text[start..at], start });
            from = None;
        }
        if from.is_none()
            && let Some(digits) = class
        {
            from = Some((at, digits));
        }
    }
    tokens
}

/// True for the name of a day of the week, in lower case.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|days| days.split(' ').any(|day| day == word))
}

/// Marks inside words of Devanagari that count as no letters: nukta and virama.
pub(super) fn is_indic_mark(c: char) -> bool {
    matches!(c, '\u{93c}' | '\u{94d}')
}

/// The date that starts at the first token, and how many tokens it takes.
fn at_token(text: &str, tokens: &[Token<'_>], order: Order) -> Option<(String, usize)> {
    let first = tokens.first()?;
    // "March 4, 2024", "March 4th 2024"
    if !first.text.starts_with(|c: char| c.is_ascii_digit()) {
        let [_, day, rest @ ..] = tokens else { return None };
        let (day, month) = (day.number()?, first.month()?);
        let skip = rest.iter().take_while(|token| token.is_ordinal_mark()).count();
        let date = calendar(rest.get(skip)?.year()?, month, day)?;
        return Some((date, skip + 3));
    }
    let value = first.number()?;
    let [_, second, ..] = tokens else { return None };
    if matches!(second.text, "年" | "년") {
        let [_, _, month, _, day, ..] = tokens else { return None };
        return Some((calendar(value, month.number()?, day.number()?)?, 5));
    }
    // "4 March 2024", "4. März 2024", "4 de março de 2024"
    // "2024 Mar 4", as libraries write it.
    if let (Some(year), Some(month), Some(day)) = (first.year(), second.month(), tokens.get(2).and_then(Token::number))
    {
        return Some((calendar(year, month, day)?, 3));
    }
    let skip = tokens[1..].iter().take_while(|token| token.is_ordinal_mark()).count();
    let [month, after @ ..] = &tokens[1 + skip..] else { return None };
    if let Some(month) = month.month().filter(|_| (1..=31).contains(&value)) {
        let more = after.iter().take_while(|token| token.is_ordinal_mark()).count();
        let date = calendar(after.get(more)?.year()?, month, value)?;
        return Some((date, 3 + skip + more));
    }
    numeric(text, tokens, order).map(|date| (date, 3))
}

/// "2024-05-04", "2024/5/4", "4.5.2024", "13/5/2024".
fn numeric(text: &str, tokens: &[Token<'_>], order: Order) -> Option<String> {
    let [a, b, c, ..] = tokens else { return None };
    let between = |x: &Token<'_>, y: &Token<'_>| text.get(x.start + x.text.len()..y.start);
    let mark = between(a, b)?.trim();
    if !matches!(mark, "-" | "/" | "." | "-0") || between(b, c)?.trim() != mark {
        return None;
    }
    let (x, y, z) = (a.number()?, b.number()?, c.number()?);
    if a.year().is_some() {
        return calendar(x, y, z);
    }
    let year = c.year()?;
    match (order, mark) {
        _ if x > 12 || x == y => calendar(year, y, x),
        _ if y > 12 => calendar(year, x, y),
        (_, ".") | (Order::DayFirst, _) => calendar(year, y, x),
        (Order::MonthFirst, _) => calendar(year, x, y),
        (Order::Unknown, _) => None,
    }
}

/// How many days the first ISO date lies after the second; `None` where one isn't whole.
pub(super) fn days_between(date: &str, other: &str) -> Option<i32> {
    // Days since the epoch of the proleptic Gregorian calendar, years counted from March.
    let number = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<i32>().ok();
    let day = |text: &str| {
        let (year, month, day) = (number(text, 0, 4)?, number(text, 5, 7)?, number(text, 8, 10)?);
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
    };
    Some(day(date)? - day(other)?)
}

/// The day that an address names: "/2024/05/04/".
pub(super) fn in_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|part| {
        let digits = |text: &str, width| text.len() <= width && text.bytes().all(|b| b.is_ascii_digit());
        if part[0].len() != 4 || !digits(part[0], 4) || part[1].len() != 2 || part[2].len() != 2 {
            return None;
        }
        let date = calendar(part[0].parse().ok()?, part[1].parse().ok()?, part[2].parse().ok()?)?;
        Some(date)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sites_write_is_read() {
        for (text, date) in [
            ("2024-05-14T10:00:00Z", "2024-05-14T10:00:00Z"),
            ("2024-05-14T10:00:00.120+0200", "2024-05-14T10:00:00.120+02:00"),
            ("2024-05-14 10:00:07", "2024-05-14T10:00:07"),
            ("2024-05-14", "2024-05-14"),
            ("20240514", "2024-05-14"),
            ("Tue, 14 May 2024 10:00:00 GMT", "2024-05-14T10:00:00Z"),
            ("Tue May 14 2024 10:00:00 GMT+0200 (CEST)", "2024-05-14T10:00:00+02:00"),
            ("May 14, 2024, 10:00 +0530", "2024-05-14T10:00+05:30"),
            ("on 2024-05-14T10:00:00, by Ann", "2024-05-14T10:00:00"),
            ("May 14, 2024 10:00 p.m.", "2024-05-14"),
            ("Published May 14th, 2024 by Ann", "2024-05-14"),
            ("Sept. 3, 2024", "2024-09-03"),
            ("14. Mai 2024", "2024-05-14"),
            ("14 de maio de 2024", "2024-05-14"),
            ("1er août 2024", "2024-08-01"),
            ("14 мая 2024 г.", "2024-05-14"),
            ("2024年5月14日", "2024-05-14"),
            ("14.05.2024, 10:00 Uhr", "2024-05-14"),
            ("5/14/2024", "2024-05-14"),
            ("2024/5/14", "2024-05-14"),
            ("2024 May 14", "2024-05-14"),
            ("نشر في 14 مايو 2024", "2024-05-14"),
        ] {
            assert_eq!(iso(text, Order::Unknown).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn no_date_is_read_where_none_is_told() {
        for text in [
            "",
            "5/4/2024",
            "2024",
            "May 2024",
            "3 days ago",
            "2024-13-01",
            "31 June 2024",
            "1.2.3",
            "v2024-01",
            "0000-00-00T00:00:00",
        ] {
            assert_eq!(iso(text, Order::Unknown), None, "{text}");
        }
        assert_eq!(iso("5/4/2024", Order::MonthFirst).as_deref(), Some("2024-05-04"));
        assert_eq!(iso("5/4/2024", Order::DayFirst).as_deref(), Some("2024-04-05"));
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        assert_eq!(days_between("2024-03-01", "2024-02-28T23:00:00Z"), Some(2));
        assert_eq!(days_between("2025-12-31", "2026-01-01"), Some(-1));
        assert_eq!(days_between("2025", "2026-01-01"), None);
    }

    #[test]
    fn an_address_may_name_the_day() {
        assert_eq!(in_path("/news/2024/05/14/ferry").as_deref(), Some("2024-05-14"));
        assert_eq!(in_path("/news/2024/0514/ferry"), None);
    }
}
