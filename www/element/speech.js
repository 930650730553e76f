// Reads sentences aloud where the browser has a voice. Takes texts and their language; calls back at each and at the end.

const speech = globalThis.speechSynthesis;

/** True where there is a voice. Some browsers know their voices only after a while: `whenVoices` tells. */
export const canSpeak = () => Boolean(speech?.getVoices().length);

export const whenVoices = (call, signal) => speech?.addEventListener?.("voiceschanged", call, { signal });

/** Speaks item after item. Gives the function that stops; `ended` is called once, whichever way it ends. */
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
