// Sets up, builds, prints the digest of a seed in the terminal, then serves the playground and says where.
//
// `npm run demo`; `npm run demo -- --print` ends after the digest; PORT chooses the port.

import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";
import { fail, path, run, say } from "./tools.mjs";

await setup();
await build();
const seed = firstSeed();
say(`nutgraf ${seed}`);
console.log();
await run(process.execPath, [path("www", "cli.js"), path(seed)]);
console.log();
if (!process.argv.includes("--print")) serve();

/** The first seed that is a pasted text, else the first there is. */
function firstSeed() {
  const seeds = existsSync(path("seeds")) ? readdirSync(path("seeds")).sort() : [];
  for (const file of ["text.txt", "page.html"]) {
    const name = seeds.find((name) => existsSync(path("seeds", name, file)));
    if (name) return join("seeds", name, file);
  }
  return fail("seeds/ holds no document");
}

function serve() {
  const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png" };
  const served = ["www", "dist", "seeds", "docs"];
  const server = createServer((request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/^[/\\]+/, "");
    const name = asked === "" ? join("www", "index.html") : asked;
    const file = path(name);
    const allowed = served.includes(name.split(/[/\\]/)[0]) && existsSync(file) && statSync(file).isFile();
    if (asked === "") return response.writeHead(302, { location: "/www/index.html" }).end();
    if (!allowed) return response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
    createReadStream(file).pipe(response);
  });
  const asked = Number(process.env.PORT ?? 8080);
  server.on("error", (error) => {
    if (error.code === "EADDRINUSE" && server.listening === false && asked !== 0) return server.listen(0, "127.0.0.1");
    fail(`The playground can't be served: ${error.message}`);
  });
  server.on("listening", () => say(`the playground: http://localhost:${server.address().port}/  (Ctrl-C ends it)`));
  server.listen(asked, "127.0.0.1");
}
