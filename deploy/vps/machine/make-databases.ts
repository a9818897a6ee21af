// Runs as the account of Postgres, which needs no password on this machine; those of the services come through the pipe.
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';

interface Request {
  readonly platform: string;
  readonly provisions: readonly unknown[];
}

interface Platform {
  readonly provisionDatabase: (adminUrl: string, provision: unknown) => Promise<unknown>;
}

const { platform, provisions } = JSON.parse(await text(process.stdin)) as Request;
const { provisionDatabase } = (await import(pathToFileURL(platform).href)) as Platform;
const socket = encodeURIComponent('/var/run/postgresql');
for (const provision of provisions)
  await provisionDatabase(`postgres://postgres@${socket}/postgres`, provision);
process.exit(0);
