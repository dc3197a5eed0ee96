import type {Catalogue} from "./catalogue.ts";

/** What answers requests without a port. */
interface Application {
  request(address: string, init?: RequestInit): Response | Promise<Response>;
}

/**
 * Asks what the first visitor of each pack will ask, so that the indexes behind the answers are there: the trade of its
 * two economies, why a figure is what it is, and the check of its document. Between the questions others get their turn.
 */
export async function warmUp(app: Application, {packs}: Catalogue): Promise<void> {
  for (const {profile, figures, documents} of packs) {
    const [economy, partner] = profile.economies;
    const document = documents.find(({path}) => path === profile.document);
    if (economy !== undefined && partner !== undefined) {
      const pair = new URLSearchParams({economy, partner});
      await ask(app, `/api/turnover?${pair}`);
      await ask(app, `/api/figures?${pair}&computed=true`);
    }
    if (figures[0]) await ask(app, `/api/figures/${figures[0].id}`);
    await ask(app, "/api/register");
    if (document)
      await ask(app, "/api/check", {
        method: "POST",
        headers: {"content-type": "application/json"},
        body: JSON.stringify({text: document.text})
      });
  }
}

/** A question that fails here fails for its visitor too, who is told why. */
async function ask(app: Application, address: string, init?: RequestInit): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await (await app.request(address, init)).arrayBuffer();
}
