import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments, serviceNamed } from '../../topology.ts';
import { Place } from './place.ts';

let root: string;
let prod: Place;
let qa: Place;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dhanman-place-'));
  [prod, qa] = [new Place(environments.prod, root), new Place(environments.qa, root)];
  for (const place of [prod, qa])
    for (const folder of [place.releaseOf('sales', '1'), place.whole]) mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const tools = () => readlinkSync(join(root, 'opt/dhanman/current'));

test('a link is made, moved and taken away, and leaves nothing beside it', () => {
  expect(prod.version('sales')).toBeUndefined();
  for (const version of ['1', '2']) prod.point('sales', 'current', version);
  expect(prod.version('sales')).toBe('2');
  prod.point('sales', 'current', undefined);
  expect(prod.version('sales')).toBeUndefined();
  expect(prod.releasesOf('sales')).toEqual(['1']);
});

test('the tools are those of QA until there is a production, and then stay its own', () => {
  qa.lendTools('5');
  expect(tools()).toBe('/var/www/qa/current');
  prod.lendTools('4');
  qa.lendTools('6');
  expect(tools()).toBe('/var/www/prod/current');
  expect(readlinkSync(join(root, 'var/www/prod/current'))).toBe('releases/4');
});

test('the second instance has the ports of its own file, and an issuer only where one is set up', () => {
  const folder = join(root, 'etc/dhanman/prod');
  mkdirSync(folder, { recursive: true });
  expect(() => prod.ports(serviceNamed('common'), 'current')).toThrow('common.env is missing');
  writeFileSync(
    join(folder, 'common.env'),
    'PORT=5001\nOIDC_ISSUER=https://app.example/oidc\nOIDC_PORT=7001\n',
  );
  writeFileSync(join(folder, 'common.next.env'), 'PORT=5011\nOIDC_PORT=7011\n');
  expect(prod.ports(serviceNamed('common'), 'current')).toEqual({ service: 5001, issuer: 7001 });
  expect(prod.ports(serviceNamed('common'), 'next')).toEqual({ service: 5011, issuer: 7011 });
  writeFileSync(join(folder, 'sales.env'), 'PORT=5006\n');
  expect(prod.ports(serviceNamed('sales'), 'current')).toEqual({ service: 5006, issuer: undefined });
});
