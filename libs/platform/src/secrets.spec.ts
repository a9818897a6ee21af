import { mkdirSync, mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSecret } from './secrets.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'credentials-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function withFile(mode: number, text = 'from the file\n') {
  const path = join(directory, 'AMQP_URL');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return readSecret('AMQP_URL', { CREDENTIALS_DIRECTORY: directory, AMQP_URL: 'from the variable' });
}

describe('a secret', () => {
  test('comes from its credential file, without the line break at its end', () => {
    expect(withFile(0o400)).toEqual({ value: 'from the file' });
    expect(withFile(0o600)).toEqual({ value: 'from the file' });
  });

  test('may lie in a file that only its group can read as well, as systemd shows its access lists', () => {
    expect(withFile(0o440)).toEqual({ value: 'from the file' });
  });

  test.each([0o404, 0o444, 0o644, 0o460, 0o402])(
    'is refused from a file that is open to others: %o',
    (mode) => {
      expect(withFile(mode)).toEqual({
        complaint: expect.stringContaining('AMQP_URL lies in a credential file'),
      });
    },
  );

  test('comes from the variable where there is no such file, or no such directory named', () => {
    const environment = { CREDENTIALS_DIRECTORY: directory, AMQP_URL: 'from the variable' };
    expect(readSecret('AMQP_URL', environment)).toEqual({ value: 'from the variable' });
    expect(readSecret('AMQP_URL', { AMQP_URL: 'from the variable' })).toEqual({ value: 'from the variable' });
    expect(readSecret('AMQP_URL', {})).toEqual({ value: undefined });
  });

  test('is refused from what cannot be read as a file', () => {
    mkdirSync(join(directory, 'AMQP_URL'), { mode: 0o500 });
    const environment = { CREDENTIALS_DIRECTORY: directory };
    expect(readSecret('AMQP_URL', environment)).toEqual({
      complaint: 'AMQP_URL lies in a credential file that cannot be read',
    });
  });
});
