import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryOf, environments, hostOf, webApp } from '../../topology.ts';
import { ask } from './ask.ts';
import { startSite, type Site } from './site.ts';

const app = hostOf(environments.prod, webApp);
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

describe('pages', () => {
  test.each([
    '/',
    '/index.html',
    '/sales/invoices/0190c7a2',
    '/reports/trial-balance?asOf=2026-03-31',
    '/v1.2/notes',
  ])('%s is the app, which finds its own way', async (path) => {
    const answer = await ask(site, app, path);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('the app of prod');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('each environment has its own app', async () => {
    expect((await ask(site, hostOf(environments.qa, webApp), '/')).body).toContain('the app of qa');
  });

  test('are asked for again every time, so that a release is seen at once', async () => {
    const { headers } = await ask(site, app, '/sales');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers).not.toHaveProperty('etag');
  });

  test('run only scripts and styles of their own, with a nonce nobody can guess', async () => {
    const [first, second] = [await ask(site, app, '/'), await ask(site, app, '/')];
    const policy = first.headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const nonce = /'nonce-([0-9a-f]{32})'/.exec(policy)![1]!;
    expect(first.body).toContain(`<style nonce="${nonce}">`);
    expect(second.headers['content-security-policy']).not.toBe(policy);
  });

  test('cannot be posted to', async () => {
    expect((await ask(site, app, '/sales', { method: 'POST', body: '{}' })).status).toBe(405);
  });
});

describe('files', () => {
  test('named by their content are kept for a year', async () => {
    const { headers } = await ask(site, app, '/assets/index-4f3a.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('application/javascript; charset=utf-8');
  });

  test('are compressed for who asks', async () => {
    const { headers } = await ask(site, app, '/assets/index-4f3a.js', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  });

  test('with a plain name are kept for an hour', async () => {
    expect((await ask(site, app, '/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  test('that tell a device which version is here are asked for every time', async () => {
    const worker = await ask(site, app, '/service-worker.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    expect(worker.headers['content-type']).toMatch(/^application\/javascript/);
    expect(worker.headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'");
    const manifest = await ask(site, app, '/manifest.en.webmanifest');
    expect(manifest.headers['cache-control']).toBe('no-cache');
    expect(manifest.headers['content-type']).toBe('application/manifest+json');
  });

  test.each(['/assets/index-0000.js', '/assets/', '/favicon.ico', '/old/chunk.css', '/manifest.fr.webmanifest'])(
    '%s is missing and no page stands in for it',
    async (path) => {
      const answer = await ask(site, app, path);
      expect([403, 404]).toContain(answer.status);
      expect(answer.body).not.toContain('the app');
      expect(answer.headers['cache-control']).toBeUndefined();
    },
  );

  test.each(['/.secret', '/.git/config', '/assets/../.secret', '/%2esecret'])(
    '%s stays hidden',
    async (path) => {
      const answer = await ask(site, app, path);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('not for the public');
    },
  );
});

test('a file type of the app is still a path of a service below /api', async () => {
  const answer = await ask(site, app, '/api/payroll/openapi.json');
  expect(JSON.parse(answer.body)).toMatchObject({ service: 'dhanman-prod-payroll' });
});

test('a release that moves the current link is served without a reload', async () => {
  const home = join(site.root, directoryOf(environments.prod, 'web'));
  await rename(join(home, 'current'), join(home, 'before'));
  await expect(ask(site, app, '/')).resolves.toMatchObject({ status: 404 });
  await rename(join(home, 'before'), join(home, 'current'));
  await writeFile(join(home, 'current/index.html'), 'the next release');
  expect((await ask(site, app, '/')).body).toBe('the next release');
});
