import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApplication } from './application.js';
import { assemble } from './assemble.js';
import { type OpenApiDocument, openApiDocument } from './http/openapi.js';
import { Metrics } from './observability/metrics.js';
import type { Environment } from './secrets.js';
import type { ServiceDefinition } from './service.js';

/** Complete and harmless: nothing is connected while the document is made, so that no server has to be there. */
const nowhere: Environment = {
  ENVIRONMENT: 'test',
  PORT: '0',
  METRICS_PORT: '0',
  PUBLIC_URL: 'http://localhost',
  LOG_LEVEL: 'error',
  DATABASE_URL: 'postgres://localhost:1/none',
  AMQP_URL: 'amqp://localhost:1',
  REDIS_JOBS_URL: 'redis://localhost:1',
  REDIS_CACHE_URL: 'redis://localhost:1',
  S3_ENDPOINT: 'http://localhost:1',
  S3_BUCKET: 'none',
  S3_ACCESS_KEY: 'none',
  S3_SECRET_KEY: 'none',
  AUTH_ISSUER: 'http://localhost',
  AUTH_AUDIENCE: 'none',
  AUTH_JWKS: '{"keys":[{"kty":"OKP"}]}',
};

/** The OpenAPI document of a service, for the generator and for comparing it with the committed one. */
export async function describeApi(definition: ServiceDefinition): Promise<OpenApiDocument> {
  const parts = assemble(definition, new definition.config(nowhere), new Metrics());
  try {
    const app = await createApplication(definition, parts);
    await app.init();
    const document = await openApiDocument(app, definition);
    await app.close();
    return document;
  } finally {
    await parts.close();
  }
}

/** `node describe-api.js services/sales/dist/main.js` writes the document of that service to standard output. */
async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new Error('usage: describe-api.js <path of a built main.js>');
  const exported = (await import(pathToFileURL(resolve(path)).href)) as Record<string, ServiceDefinition>;
  const [definition] = Object.values(exported);
  if (!definition) throw new Error(`${path} exports no service`);
  process.stdout.write(`${JSON.stringify(await describeApi(definition), null, 2)}\n`);
}

if (import.meta.main) {
  main(process.argv[2]).catch((error: unknown) => {
    process.stderr.write(`cannot describe: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
