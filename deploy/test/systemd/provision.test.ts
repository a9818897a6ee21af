// A fresh Debian 12 becomes a server by one command; what somebody changed by hand is named, and put right, and nothing
// else is touched.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Container, whyNoContainer } from './container.ts';
import { debian, whyNoDebian } from './debian.ts';

const repository = join(import.meta.dirname, '../../..');
const refusal = whyNoContainer() ?? whyNoDebian();
const why = refusal === undefined ? '' : ` (skipped: ${refusal})`;
const describeFresh = refusal === undefined ? describe : describe.skip;
const checkout = '/mnt/checkout';
const prod = '/etc/dhanman/prod';
const logs = '/etc/dhanman/logs';
const kept = '/var/lib/private/dhanman-logs';

describeFresh('a fresh Debian 12', () => {
  let machine: Container;
  let remove = () => Promise.resolve();

  beforeAll(async () => {
    machine = await Container.boot({
      below: debian(),
      shown: [
        { directory: repository, at: checkout },
        { directory: dirname(dirname(process.execPath)), at: '/opt/node' },
      ],
      prepare(root) {
        for (const folder of [checkout, '/opt/node', `${prod}/given`])
          mkdirSync(join(root, folder), { recursive: true });
        for (const name of ['S3_ACCESS_KEY', 'S3_SECRET_KEY', 'MAIL_URL'])
          writeFileSync(join(root, prod, 'given', name), 'smtp://127.0.0.1:9');
        writeFileSync(join(root, '/etc/ssh/sshd_config.d/port.conf'), 'Port 2222\n');
        return Promise.resolve();
      },
    });
    remove = () => machine.remove();
    machine.run('systemctl', 'start', 'ssh');
  }, 60_000);
  afterAll(() => remove(), 60_000);

  const shell = (script: string) => machine.run('/bin/sh', '-c', script);
  const provision = (...more: readonly string[]): readonly string[] => {
    const words = ['provision', 'prod', '--s3', 'https://s3.example.com', ...more];
    const said = shell(`/opt/node/bin/node ${checkout}/deploy/vps/main.ts ${words.join(' ')} 2>&1; echo "exit $?"`);
    return said.split('\n');
  };
  const right = ['Everything is as it should be.', 'exit 0'];

  test(`becomes a server by one command${why}`, () => {
    expect(provision().slice(-2)).toEqual([expect.stringMatching(/^\d+ were put right\.$/), 'exit 0']);
    const units = ['postgresql@15-main', 'rabbitmq-server', 'nginx', 'redis-server@prod-jobs'];
    for (const unit of [...units, 'redis-server@prod-cache', 'unattended-upgrades'])
      expect([unit, machine.run('systemctl', 'is-active', unit)]).toEqual([unit, 'active']);
  }, 300_000);

  test(`lets nobody in from outside but to the web, and the operator where sshd listens${why}`, () => {
    const addresses = shell('ss -ltnH').split('\n').map((line) => line.trim().split(/ +/)[3] ?? '');
    const outside = addresses.filter((address) => !/^(127\.|\[::1\]|\[::ffff:127\.)/.test(address));
    expect(addresses.length).toBeGreaterThan(outside.length);
    const isSsh = (address: string) => address.endsWith(':2222');
    expect(outside.filter((address) => !isSsh(address)).sort()).toEqual([
      ...['0.0.0.0:443', '0.0.0.0:80', '[::]:443', '[::]:80'],
    ]);
    const rules = shell('ufw show added | grep ^ufw').split('\n').sort();
    expect(rules).toEqual(['ufw allow 2222/tcp', 'ufw allow 443/tcp', 'ufw allow 80/tcp']);
  });

  test(`keeps every secret to root, and none of them in a file of another${why}`, () => {
    const places = ['given', 'credentials', 'credentials-of-owners'].map((name) => `${prod}/${name}`);
    for (const place of places) {
      expect([place, shell(`find ${place} -type f ! \\( -perm 0400 -user root \\)`)]).toEqual([place, '']);
      expect(machine.run('stat', '-c', '%U %a', place)).toBe('root 700');
    }
    const { password } = new URL(machine.read(`${prod}/credentials/sales/DATABASE_URL`));
    expect(shell(`grep -rlaF ${password} /var/log /etc/postgresql`)).toBe('');
  });

  test(`has Postgres with checksums, scram and room for every connection${why}`, () => {
    const ask = (sql: string) => machine.run('runuser', '-u', 'postgres', '--', 'psql', '-Atc', sql);
    expect(ask('show data_checksums')).toBe('on');
    expect(ask(`select count(*) from pg_authid where rolname like 'prod%' and rolpassword like 'SCRAM%'`)).toBe('18');
    expect(ask(`select count(*) from pg_hba_file_rules where auth_method in ('trust', 'password', 'md5')`)).toBe('0');
    expect(Number(ask('show max_connections'))).toBeGreaterThan(100);
  });

  const nginxRereads = 'nginx: has not read its files';
  const changed: readonly (readonly [change: string, ...said: readonly string[]])[] = [
    [`sed -i s/5006/5999/ ${prod}/sales.env`, `${prod}/sales.env: says something else`],
    [`chmod 644 ${prod}/given/MAIL_URL`, `${prod}/given/MAIL_URL: has the mode 644 instead of 400`],
    [
      `chmod 444 ${prod}/credentials/sales/AMQP_URL`,
      `${prod}/credentials/sales/AMQP_URL: has the mode 444 instead of 400`,
    ],
    [
      `runuser -u postgres -- psql -qc "alter role prod_dhanman_sales_app password 'mine'"`,
      'databases of prod: nobody enters sales',
    ],
    [
      'rabbitmqctl -q clear_permissions -p prod prod-sales',
      'users and virtual hosts of RabbitMQ: prod-sales is missing or otherwise',
    ],
    ['systemctl stop redis-server@prod-jobs', 'redis-server@prod-jobs: does not run'],
    [
      `cd /etc/nginx/tls/prod && names=$(openssl x509 -in fullchain.pem -noout -ext subjectAltName | tail -1) &&
        openssl req -x509 -key privkey.pem -days 20 -subj /CN=ending -addext "subjectAltName=$(echo $names | tr -d ' ')" -out fullchain.pem`,
      expect.stringMatching(/^certificate of prod: ends on \d{4}-/) as unknown as string,
      nginxRereads,
    ],
    ['systemctl disable --now -q unattended-upgrades', 'unattended-upgrades: is not enabled and does not run'],
    [
      'ufw delete allow 443/tcp; ufw limit 2222/tcp; ufw allow 8443/tcp',
      'firewall: keeps 443, 443 (v6) shut',
    ],
  ];
  const said = changed.flatMap(([, ...lines]) => lines);

  test(`names what was changed by hand and nothing else, and changes nothing by looking${why}`, () => {
    for (const [change] of changed) shell(change);
    for (const time of ['first', 'second'])
      expect([time, ...provision('--check')]).toEqual([
        ...[time, ...said, `${String(said.length)} are not as they should be.`, 'exit 1'],
      ]);
  }, 60_000);

  test(`is put right by the command, with the rules of the operator left${why}`, () => {
    expect(provision()).toEqual([...said, `${String(said.length)} were put right.`, 'exit 0']);
    expect(provision('--check')).toEqual(right);
    const rules = shell('ufw show added | grep ^ufw').split('\n').sort();
    expect(rules).toEqual([
      ...['ufw allow 443/tcp', 'ufw allow 80/tcp', 'ufw allow 8443/tcp', 'ufw limit 2222/tcp'],
    ]);
  }, 90_000);

  test(`sends logs to a Loki that is named, once the operator has brought Alloy${why}`, () => {
    const word = 'word-of-loki';
    shell(`install -d -m 0755 ${logs} && cd ${logs} && umask 077 && printf ${word} > LOKI_PASSWORD
      printf 'LOKI_URL=https://loki.invalid/push\\nLOKI_USER=dhanman\\n' > loki.env && chmod 644 LOKI_PASSWORD`);
    const looks = [
      `${logs}: has the mode 755 instead of 700`,
      `${logs}/LOKI_PASSWORD: has the mode 644 instead of 400`,
      'Alloy, which sends logs to Loki: is not at /usr/bin/alloy',
    ];
    expect(provision('--check')).toEqual([...looks, '3 are not as they should be.', 'exit 1']);
    const without = provision();
    expect(without.slice(0, 3)).toEqual(looks);
    expect(without.slice(3).join(' ')).toMatch(/Everything else is done\. Alloy .* run this again\. .*exit 1$/);
    expect(shell(`ls ${logs} /etc/systemd/system | grep -c -e alloy -e dhanman-logs; true`)).toBe('0');

    shell(`cat > /usr/bin/alloy <<'EOF'\n${alloy}EOF\nchmod 755 /usr/bin/alloy`);
    expect(provision().slice(-2)).toEqual(['3 were put right.', 'exit 0']);
    expect(provision('--check')).toEqual(right);
    const ready = `for i in $(seq 100); do grep -qs done ${kept}/seen && break; sleep 0.1; done; cat ${kept}/seen`;
    expect(shell(ready).split('\n')).toEqual([word, 'loki.source.journal "dhanman" {', 'a line', 'done']);
    const process = '/proc/$(systemctl show -p MainPID --value dhanman-logs)';
    expect(shell(`cat ${process}/cmdline ${process}/environ | tr '\\0' '\\n' | grep -c ${word}; true`)).toBe('0');
    expect(shell(`grep -c '^LOKI_URL=' ${process}/environ -za`)).toBe('1');

    shell(`echo >> ${logs}/config.alloy; systemctl stop dhanman-logs`);
    const changedLater = [`${logs}/config.alloy: says something else`, 'dhanman-logs: does not run'];
    expect(provision('--check')).toEqual([...changedLater, '2 are not as they should be.', 'exit 1']);
    expect(provision()).toEqual([...changedLater, '2 were put right.', 'exit 0']);
    expect(provision('--check')).toEqual(right);
    shell(`systemctl disable --now -q dhanman-logs; rm -r ${logs}`);
    expect(provision('--check')).toEqual(right);
  }, 240_000);

  test(`with ACME, a host name that came later is named, asked for and shown${why}`, () => {
    const acme = ['--certificates', 'acme', '--mail', 'ops@example.com'];
    shell('apt-get install -y -q --no-install-recommends certbot');
    shell(`cat > /usr/bin/certbot <<'EOF'\n${authority}EOF`);
    shell('certbot -d app.dhanman.com && cd /etc/nginx/tls/prod && ln -sf /etc/letsencrypt/live/dhanman-prod/*.pem .');
    expect(provision('--check', ...acme)).toContainEqual(
      expect.stringMatching(/^certificate of prod from Let's Encrypt: does not name .*sales\.dhanman\.com/),
    );
    expect(provision(...acme).at(-1)).toBe('exit 0');
    expect(machine.read('/run/asked')).toMatch(/--renew-with-new-domains .*-d \S*sales\.dhanman\.com/);
    const shown = 'openssl s_client -connect 127.0.0.1:443 -servername app.dhanman.com </dev/null 2>&1';
    expect(shell(`${shown} | openssl x509 -noout -ext subjectAltName`)).toContain('sales.dhanman.com');
    expect(provision('--check', ...acme)).toEqual(right);
    // Who forgets the option does not put a certificate of our own in the place of theirs.
    expect(provision('--check')).toEqual(right);
  }, 90_000);
});

/** In the place of Alloy, which no package source here has: it writes down what it is given and can read. */
const alloy = `#!/bin/sh
[ "$1" = run ] || exit 2
for last; do :; done
{ cat "$CREDENTIALS_DIRECTORY/LOKI_PASSWORD"; echo; grep -m1 source.journal "$last"
  journalctl -q -o cat -n 1 _COMM=systemd > /dev/null && echo 'a line'; echo done; } > "$STATE_DIRECTORY/seen" 2>&1
exec sleep infinity
`;

/** In the place of certbot and Let's Encrypt, which cannot be reached: it signs what it is asked for. */
const authority = `#!/bin/sh
set -e
echo "$@" > /run/asked
live=/etc/letsencrypt/live/dhanman-prod
mkdir -p $live
curve='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
while [ $# -gt 0 ]; do [ "$1" = -d ] && names="$names,DNS:$2"; shift; done
openssl req -x509 $curve -subj /CN=authority -keyout /run/ca.key -out /run/ca.pem
openssl req -x509 $curve -CA /run/ca.pem -CAkey /run/ca.key -days 90 -subj /CN=dhanman \\
  -addext "subjectAltName=\${names#,}" -keyout $live/privkey.pem -out $live/fullchain.pem
`;
