//! Sorting: one stable merge sort over places, compiled once for the whole crate. The standard library's sorts are faster on
//! long lists and take some ten kilobytes for each type; lists here are short.

use std::cmp::Ordering;

/// Runs up to this length are sorted by insertion.
const RUN: usize = 8;

/// Sorts in rising order.
pub fn plain<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Sorts in rising order of a key.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in rising order of a byte, by counting: for long lists. What is equal stays in order.
pub fn by_byte<T: Copy>(items: &mut [T], byte: impl Fn(&T) -> u8) {
    let mut places = [0; 257];
    items.iter().for_each(|item| places[usize::from(byte(item)) + 1] += 1);
    (1..places.len()).for_each(|at| places[at] += places[at - 1]);
    let unsorted = items.to_vec();
    for item in unsorted {
        let place = &mut places[usize::from(byte(&item))];
        items[*place] = item;
        *place += 1;
    }
}

/// Sorts by a comparison; what is equal stays in order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a as usize], &items[b as usize]) == Ordering::Greater);
    let mut target = vec![0; order.len()];
    order.iter().enumerate().for_each(|(to, &from)| target[from as usize] = to);
    for at in 0..items.len() {
        while target[at] != at {
            let to = target[at];
            items.swap(at, to);
            target.swap(at, to);
        }
    }
}

/// The places 0 to `len` in sorted order; `is_after` says that the first of two stands behind the second.
fn order(len: usize, is_after: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    for run in order.chunks_mut(RUN) {
        for end in 1..run.len() {
            let mut at = end;
            while at > 0 && is_after(run[at - 1], run[at]) {
                run.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    let mut merged = order.clone();
    let mut width = RUN;
    while width < len {
        for (from, to) in order.chunks(2 * width).zip(merged.chunks_mut(2 * width)) {
            let (mut left, mut right) = from.split_at(width.min(from.len()));
            for place in to {
                let takes_right = match (left, right) {
                    ([a, ..], [b, ..]) => is_after(*a, *b),
                    (left, _) => left.is_empty(),
                };
                let side = if takes_right { &mut right } else { &mut left };
                *place = side[0];
                *side = &side[1..];
            }
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u32;
        for len in (0..40).chain([63, 64, 65, 1000]) {
            let next = |_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) % 16
            };
            let items: Vec<(u32, usize)> = (0..len).map(next).zip(0..).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            let mut counted = ours.clone();
            by_byte(&mut counted, |item| item.0 as u8);
            by_key(&mut ours, |item| item.0);
            assert_eq!(counted, ours);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs, "{len} items");
        }
    }
}
