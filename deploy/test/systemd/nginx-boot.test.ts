// The committed tree laid over /etc/nginx and started by the distribution's own unit: ports, paths and user as on a server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Container, whyNoContainer } from './container.ts';
import { certify } from '../nginx/certificates.ts';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const refusal = whyNoContainer();
const why = refusal === undefined ? '' : ` (skipped: ${refusal})`;
const describeBooted = refusal === undefined ? describe : describe.skip;

describeBooted('the committed nginx tree', () => {
  let container: Container;
  let remove = () => Promise.resolve();
  beforeAll(async () => {
    container = await Container.boot({
      shown: [],
      prepare: async (root) => {
        await cp(join(repository, 'nginx'), join(root, 'etc/nginx'), { recursive: true });
        await mkdir(join(root, 'var/www'), { recursive: true });
        certify(join(root, 'etc/nginx/tls'));
      },
    });
    remove = () => container.remove();
  }, 60_000);
  afterAll(() => remove(), 30_000);

  /** The status of the answer, and where it sends on to; asked from inside, where the network is. */
  const ask = (address: string, to: string) =>
    container.runFromOutside(process.execPath, '-e', askAt, address, to);

  test(`is accepted as it stands${why}`, () => {
    expect(container.run('nginx', '-t').split('\n')).toEqual([
      expect.stringMatching(/syntax is ok$/),
      expect.stringMatching(/test is successful$/),
    ]);
  });

  test(`is served by the distribution's unit over both address families${why}`, () => {
    container.run('systemctl', 'start', 'nginx');
    expect(container.run('systemctl', 'is-active', 'nginx')).toBe('active');
    for (const to of ['127.0.0.1', '::1']) {
      expect(ask('https://sales.dhanman.com/health', to)).toBe('502'); // there is no service behind it
      expect(ask('https://qa.sales.dhanman.com/metrics', to)).toBe('404');
      expect(ask('https://evil.example/', to)).toBe('421');
      expect(ask('http://app.dhanman.com/sales', to)).toBe('308 https://app.dhanman.com/sales');
    }
  });
});

const askAt = `
  const [address, to] = process.argv.slice(1);
  const { protocol, hostname, pathname } = new URL(address);
  const options = { host: to, path: pathname, headers: { host: hostname }, servername: hostname, rejectUnauthorized: false };
  require(protocol.slice(0, -1)).get(options, ({ statusCode, headers }) => {
    console.log([statusCode, headers.location].filter(Boolean).join(' '));
    process.exit();
  });
`;
