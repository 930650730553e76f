// @ts-check
// How an item of a batch is answered: a line of JSON Lines, or a record of a WARC file, whose reader is loaded only then.

/** @typedef {import("./lines.js").Line | import("./warc.js").Frame} Item */

/** @param {import("./record.js").Settings} settings @returns {Promise<(item: any) => Promise<import("./record.js").Answer>>} */
export async function answering(settings) {
  if (!settings.warc) {
    const { answerLine } = await import("./record.js");
    return (line) => answerLine(line, settings);
  }
  const { answerFrame } = await import("./page.js");
  return (frame) => answerFrame(frame, settings);
}
