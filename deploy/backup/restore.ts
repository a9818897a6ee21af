// A cluster from the newest copy before a moment, and an order to bring it to that moment when it is started.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Obstacle } from '../local/machine/obstacle.ts';
import { type ClusterCopy, listBases, tarOf } from './bases.ts';
import type { Vault } from './vault.ts';

export interface Restoring {
  readonly to: string;
  /** The moment, or undefined for everything that was archived. */
  readonly at: Date | undefined;
  /** A copy to look at: it does not write to the archive. */
  readonly isScratch: boolean;
  /** The command with which the cluster asks for the log. */
  readonly fetch: string;
}

export async function restore(vault: Vault, restoring: Restoring): Promise<ClusterCopy> {
  const { to, at } = restoring;
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new Obstacle(`${to} is not empty. Move what is there aside first: nothing is overwritten.`);
  const base = (await listBases(vault)).findLast(
    ({ finishedAt }) => at === undefined || finishedAt <= at.toISOString(),
  );
  if (base === undefined) throw new Obstacle('There is no backup from before that moment.');
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o700);
  await unpack(vault, base, to);
  writeFileSync(join(to, 'recovery.signal'), '');
  appendFileSync(join(to, 'postgresql.auto.conf'), orders(restoring));
  return base;
}

async function unpack(vault: Vault, { name, sha256 }: ClusterCopy, to: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '-C', to], { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaints = '';
  tar.stderr.on('data', (part: Buffer) => (complaints += part.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    tar.once('error', reject);
    tar.once('close', (code) =>
      code === 0 ? resolve() : reject(new Obstacle(`tar failed: ${complaints.trim()}`)),
    );
  });
  const hash = createHash('sha256');
  const unpacked = vault.get(tarOf(name), async (plain) => {
    const hashed = async function* () {
      for await (const part of plain) {
        hash.update(part);
        yield part;
      }
    };
    // tar may end before Node has noted its own last byte as written: its exit code and the hash judge, not the pipeline.
    await pipeline(hashed, tar.stdin).catch((error: unknown) => {
      if (!isEndedEarly(error)) throw error;
    });
  });
  await Promise.all([unpacked, ended]).finally(() => tar.kill());
  if (hash.digest('hex') !== sha256) throw new Obstacle('The copy is not the one that was taken.');
}

function isEndedEarly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Later lines of the file win over earlier ones, so each is said: a copy of a restored cluster still has the orders of then. */
function orders({ at, isScratch, fetch }: Restoring): string {
  const target = at === undefined ? '' : at.toISOString().replace('T', ' ').replace('Z', '+00');
  const lines = [
    `restore_command = '${fetch.replaceAll("'", "''")}'`,
    `recovery_target_action = 'promote'`,
    `recovery_target_time = '${target}'`,
  ];
  if (isScratch) lines.push(`archive_mode = 'off'`);
  return `\n# Restored by npm run backup.\n${lines.join('\n')}\n`;
}
