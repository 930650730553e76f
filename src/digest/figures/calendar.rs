//! Calendar: dates as far as they are known, as ISO 8601 and as numbers of days.

/// Year, month and day as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Date {
    /// The year.
    pub year: Option<i64>,
    /// 1 to 12.
    pub month: Option<i64>,
    /// 1 to 31.
    pub day: Option<i64>,
}

impl Date {
    /// ISO 8601; what isn't known before a known part is a hyphen: "--05-15".
    pub fn written(self) -> String {
        let mut text = String::with_capacity(10);
        match self.year {
            Some(year) => {
                if year < 0 {
                    text.push('-');
                }
                push_two(&mut text, (year.unsigned_abs() / 100) as u32);
                push_two(&mut text, (year.unsigned_abs() % 100) as u32);
            }
            None => text.push('-'),
        }
        if let Some(month) = self.month {
            text.push('-');
            push_two(&mut text, month as u32);
        }
        if let Some(day) = self.day {
            text.push_str(if self.month.is_some() { "-" } else { "--" });
            push_two(&mut text, day as u32);
        }
        text
    }

    /// True where month and day are numbers that months and days have.
    pub fn holds(self) -> bool {
        self.month.is_none_or(|month| (1..=12).contains(&month)) && self.day.is_none_or(|day| (1..=31).contains(&day))
    }
}

/// Appends a number below a hundred as two digits.
pub(super) fn push_two(text: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from(b'0' + digit as u8));
    }
}

/// The day number (1970-01-01 is 0) of an ISO 8601 date or time that opens with "YYYY-MM-DD".
pub(super) fn day_number(written: &str) -> Option<i64> {
    let bytes = written.as_bytes().get(..10)?;
    let number = |range: std::ops::Range<usize>| {
        bytes[range].iter().try_fold(0, |sum, &byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
    };
    let date = Date { year: Some(number(0..4)?), month: Some(number(5..7)?), day: Some(number(8..10)?) };
    if bytes[4] == b'-' && bytes[7] == b'-' && date.holds() && date.month != Some(0) { days(date) } else { None }
}

/// Days since 1970-01-01 of a whole date (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
pub(super) fn days(date: Date) -> Option<i64> {
    let (year, month, day) = (date.year?, date.month?, date.day?);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// The date of a day number; the inverse of `days`.
pub(super) fn civil(days: i64) -> Date {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let slot = (5 * of_year + 2) / 153;
    let month = if slot < 10 { slot + 3 } else { slot - 9 };
    Date {
        year: Some(year + era * 400 + i64::from(month <= 2)),
        month: Some(month),
        day: Some(of_year - (153 * slot + 2) / 5 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for day in [-719_000, -1, 0, 59, 60, 11_016, 19_857, 40_000] {
            assert_eq!(days(civil(day)), Some(day));
        }
        assert_eq!(day_number("1970-01-01"), Some(0));
        assert_eq!(day_number("2024-05-14T08:00:00Z"), Some(19_857));
        assert_eq!(day_number("14 May 2024"), None);
    }
}
