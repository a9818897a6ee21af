import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../../local/instance.ts';
import { dataFolder } from '../../local/servers/data-folder.ts';
import { anInstance, removeInstance } from './an-instance.ts';

let instance: Instance;

beforeAll(async () => {
  instance = await anInstance();
});

afterAll(async () => removeInstance(instance));

const fill = (content: string) => async (folder: { readonly path: string }) =>
  writeFileSync(join(folder.path, 'table'), content, { flag: 'wx' });

describe('a data folder', () => {
  test('is filled once and then left as it is', async () => {
    const { path } = await dataFolder(instance, 'once', fill('first'));
    await dataFolder(instance, 'once', fill('second'));
    expect(readFileSync(join(path, 'table'), 'utf8')).toBe('first');
  });

  test('whose making was interrupted is made again from nothing', async () => {
    const interrupted = dataFolder(instance, 'half', async (folder) => {
      writeFileSync(join(folder.path, 'table'), 'hal');
      throw new Error('power cut');
    });
    await expect(interrupted).rejects.toThrow('power cut');
    const { path } = await dataFolder(instance, 'half', fill('whole'));
    expect(readFileSync(join(path, 'table'), 'utf8')).toBe('whole');
  });

  test('with files of unknown origin is refused and not touched', async () => {
    const path = join(instance.folder, 'data/precious');
    mkdirSync(path);
    writeFileSync(join(path, 'ledger'), 'years of work');
    await expect(dataFolder(instance, 'precious', fill('new'))).rejects.toThrow(/left alone/);
    expect(readFileSync(join(path, 'ledger'), 'utf8')).toBe('years of work');
  });

  test('of another instance is refused, because its passwords are not known here', async () => {
    const { path } = await dataFolder(instance, 'moved', fill('theirs'));
    writeFileSync(join(path, 'dhanman.json'), JSON.stringify({ nonce: 'dhanman-other-0123' }));
    await expect(dataFolder(instance, 'moved', fill('ours'))).rejects.toThrow(/belong to another instance/);
    expect(existsSync(join(path, 'table'))).toBe(true);
  });
});
