import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dhanman-send-'));
  mkdirSync(join(folder, 'artefacts'));
  writeFileSync(join(folder, 'artefacts/dhanman-1.4.0.json'), '{}');
  for (const program of ['scp', 'ssh']) {
    const note = `#!/bin/sh\necho "${program} $*" >> ${folder}/said\n[ ! -e ${folder}/${program}-fails ]\n`;
    writeFileSync(join(folder, program), note, { mode: 0o755 });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function send(...args: readonly string[]) {
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  const { status } = spawnSync(join(import.meta.dirname, 'send'), args, { env, cwd: folder });
  const said = existsSync(join(folder, 'said')) ? readFileSync(join(folder, 'said'), 'utf8') : '';
  return { status, said: said.trim().split('\n').filter(Boolean) };
}

test('the file, its statement and its signature are carried over, then released', () => {
  const { status, said } = send('deploy@qa.example', 'qa', '1.4.0', 'artefacts');
  expect(status).toBe(0);
  expect(said).toEqual([
    ...['tar.zst', 'json', 'json.sig'].map(
      (end) =>
        `scp -q -o BatchMode=yes artefacts/dhanman-1.4.0.${end} deploy@qa.example:/var/lib/dhanman/artefacts/`,
    ),
    'ssh -o BatchMode=yes deploy@qa.example sudo /opt/dhanman/current/deploy/vps/release qa 1.4.0',
  ]);
});

test('what lies there already is released again', () => {
  const { status, said } = send('deploy@qa.example', 'qa', '1.3.0');
  expect(status).toBe(0);
  expect(said).toEqual([expect.stringMatching(/^ssh .+\/release qa 1\.3\.0$/)]);
});

test('what could not be carried over is not released', () => {
  writeFileSync(join(folder, 'scp-fails'), '');
  const { status, said } = send('deploy@qa.example', 'qa', '1.4.0');
  expect(status).not.toBe(0);
  expect(said.filter((line) => line.startsWith('ssh'))).toEqual([]);
});

test.each([[['host', 'qa']], [['host', 'qa', '1.0; reboot']], [['host', 'qa$(reboot)', '1.0']]])(
  '%j goes nowhere',
  (args) => {
    expect(send(...args)).toEqual({ status: 2, said: [] });
  },
);
