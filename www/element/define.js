// Registers <nutgraf-summary>, once. Harmless where there is no document.

import { NutgrafSummaryElement } from "./nutgraf-summary.js";

NutgrafSummaryElement.define();

export { NutgrafSummaryElement };
