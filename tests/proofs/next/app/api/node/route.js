import { digest } from "nutgraf";

export const POST = async (request) => Response.json(await digest(await request.text()));
