import { digest } from "nutgraf";

export default {
  fetch: async (request) => Response.json(await digest(await request.text())),
};
