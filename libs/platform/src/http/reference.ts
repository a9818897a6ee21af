import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ServiceDefinition } from '../service.js';
import { openApiDocument, type OpenApiDocument } from './openapi.js';

const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Only what the page itself brings; the styles it sets while drawing are inline. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'";

/** `/openapi.json` and a page to read it at `/docs`, without anything from elsewhere. Both are made on first request. */
export function serveReference(app: NestFastifyApplication, definition: ServiceDefinition): void {
  const server = app.getHttpAdapter().getInstance();
  let document: Promise<OpenApiDocument> | undefined;
  server.get('/openapi.json', async () => (document ??= openApiDocument(app, definition)));
  server.get('/docs', async (_request, reply) => {
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy });
    return page(definition.name);
  });
  server.get('/docs/start.js', async (_request, reply) => {
    void reply.header('content-type', 'text/javascript; charset=utf-8');
    return startScript;
  });
  for (const [file, type] of Object.entries(files)) {
    server.get(`/docs/${file}`, async (_request, reply) => {
      void reply.headers({ 'content-type': type, 'cache-control': 'public, max-age=86400' });
      return createReadStream(join(assets(), file));
    });
  }
}

function assets(): string {
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}

// Relative addresses, so that the page also works where nginx serves the service under a path.
const startScript = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#reference', deepLinking: true });\n`;

function page(name: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dhanman ${name}: API reference</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;
}
