// @ts-check
// What people are told on standard error while a batch runs, and what they should know about a document.

const PLAIN_EVERY_MS = 5000;
const REDRAW_EVERY_MS = 200;

export class Progress {
  #stream;
  #how;
  #quiet;
  #began = Date.now();
  #last = 0;
  #drawn = false;
  #done = 0;
  #failed = 0;

  /** @param {NodeJS.WriteStream} stream @param {string} how @param {boolean} quiet */
  constructor(stream, how, quiet) {
    this.#stream = stream;
    this.#how = how === "auto" ? (stream.isTTY ? "line" : "none") : how;
    this.#quiet = quiet;
  }

  /** One more document. @param {boolean} failed */
  count(failed) {
    this.#done += 1;
    if (failed) this.#failed += 1;
    const now = Date.now();
    if (this.#how === "none" || now - this.#last < (this.#how === "line" ? REDRAW_EVERY_MS : PLAIN_EVERY_MS)) return;
    this.#last = now;
    if (this.#how === "plain") this.#stream.write(`${this.#told()}\n`);
    else this.#draw();
  }

  /** Something that people should know, unless they want quiet. @param {string} text */
  note(text) {
    if (!this.#quiet) this.#say(text);
  }

  /** Something that went wrong: told also where they want quiet. @param {string} text */
  error(text) {
    this.#say(text);
  }

  end() {
    if (this.#how === "plain" && this.#done > 0) this.#stream.write(`${this.#told()}\n`);
    if (this.#drawn) {
      this.#draw();
      this.#stream.write("\n");
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#stream.write(`${this.#drawn ? "\r\x1b[K" : ""}nutgraf: ${text}\n`);
    if (this.#drawn) this.#draw();
  }

  #draw() {
    this.#drawn = true;
    this.#stream.write(`\r\x1b[K${this.#told()}`);
  }

  #told() {
    const seconds = Math.max(0.001, (Date.now() - this.#began) / 1000);
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : "";
    return `${this.#done} documents${failed}, ${(this.#done / seconds).toFixed(1)} a second`;
  }
}
