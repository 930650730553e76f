import { digest } from "nutgraf";

export const runtime = "edge";

export const POST = async (request) => Response.json(await digest(await request.text()));
