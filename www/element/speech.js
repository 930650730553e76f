// Reads sentences aloud where the browser has a voice. Takes texts and their language; calls back at each and at the end.

import { primary } from "./strings.js";

const speech = globalThis.speechSynthesis;

/** True where a voice speaks a language, or there is any voice for one that isn't known. Some browsers know their voices only after a while: `whenVoices` tells. @param {string | null} lang */
export const canSpeak = (lang) => Boolean(speech?.getVoices().some((voice) => !lang || primary(voice.lang) === primary(lang)));

/** @param {() => void} call @param {AbortSignal} signal */
export const whenVoices = (call, signal) => speech?.addEventListener?.("voiceschanged", call, { signal });

/**
 * Speaks item after item. Gives the function that stops; `ended` is called once, whichever way it ends.
 * @param {readonly { text: string }[]} items
 * @param {string | null} lang
 * @param {(item: any) => void} began
 * @param {() => void} ended
 */
export function speak(items, lang, began, ended) {
  let isOver = false;
  const stop = () => {
    if (isOver) return;
    isOver = true;
    speech.cancel();
    ended();
  };
  items.forEach((item, at) => {
    const utterance = new SpeechSynthesisUtterance(item.text);
    if (lang) utterance.lang = lang;
    utterance.onstart = () => isOver || began(item);
    utterance.onerror = stop;
    if (at === items.length - 1) utterance.onend = stop;
    speech.speak(utterance);
  });
  return stop;
}
