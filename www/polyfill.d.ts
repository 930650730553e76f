/** Whether nutgraf's Summarizer stands in the browser's place. */
export const installed: boolean;
/** The browser's own Summarizer, where it has one. */
export const native: unknown;
