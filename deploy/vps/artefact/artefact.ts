// One file per version, with a signed statement beside it of what is in it. Made once; what runs anywhere is this.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { readIfThere, writeWhole } from '../../local/machine/files.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { mustRun, run } from '../../local/machine/run.ts';
import { isSigned, signatureOf } from './signature.ts';

export interface Statement {
  readonly version: string;
  readonly commit: string;
  readonly node: string;
  /** Of the file, and of the list of the sums of all that is in it. */
  readonly sha256: string;
  readonly sumsSha256: string;
}

const sums = 'SHA256SUMS';
const statementIn = (folder: string): string => join(folder, 'release.json');
const names = (version: string) => ({
  archive: `dhanman-${version}.tar.zst`,
  statement: `dhanman-${version}.json`,
  signature: `dhanman-${version}.json.sig`,
});

export function isVersion(text: string): boolean {
  return /^[0-9a-z][0-9a-z.+-]{0,63}$/i.test(text);
}

export interface Sealing {
  readonly version: string;
  readonly commit: { readonly id: string; readonly seconds: number };
  readonly keyFile: string;
  readonly out: string;
}

/** The same tree gives the same bytes, whoever packs it and when. */
export async function seal(tree: string, { version, commit, keyFile, out }: Sealing): Promise<Statement> {
  const { archive, statement, signature } = names(version);
  mkdirSync(out, { recursive: true });
  const list = await sumsOf(tree);
  writeFileSync(join(tree, sums), list);
  const order = [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--mtime=@${String(commit.seconds)}`,
  ];
  const mode = ['--mode=u+rwX,go+rX,go-w', '--format=posix', '--pax-option=delete=atime,delete=ctime'];
  const tar = spawn('tar', [...order, ...mode, '-C', tree, '-cf', '-', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(tar, 'close') as Promise<[number]>;
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
  await pipeline(tar.stdout, createZstdCompress(level), createWriteStream(join(out, archive)));
  const [code] = await ended;
  if (code !== 0) throw new Obstacle(`tar failed (${String(code)}).`);
  const said: Statement = {
    ...{ version, commit: commit.id, node: process.versions.node },
    ...{ sha256: await digestOf(join(out, archive)), sumsSha256: digest(list) },
  };
  const text = JSON.stringify(said, undefined, 1);
  writeWhole(join(out, statement), text);
  writeWhole(join(out, signature), signatureOf(text, keyFile));
  return said;
}

/** Unpacks what is signed and whole into `into`, which must not exist; everything else is refused before it is read. */
export async function open(
  version: string,
  { from, trusted, into }: { readonly from: string; readonly trusted: string; readonly into: string },
): Promise<void> {
  const { archive, statement, signature } = names(version);
  const text = readIfThere(join(from, statement));
  if (text === undefined) throw new Obstacle(`There is no ${statement} in ${from}.`);
  const said = statementOf(version, text, readIfThere(join(from, signature)) ?? '', trusted);
  if ((await digestOf(join(from, archive))) !== said.sha256)
    throw new Obstacle(`${archive} is not what was signed. Nothing was installed.`);
  mkdirSync(into, { recursive: true });
  try {
    await unpack(join(from, archive), into);
    writeWhole(statementIn(into), text);
    writeWhole(`${statementIn(into)}.sig`, readIfThere(join(from, signature)) ?? '');
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw error;
  }
}

/** Whether an installed release is still what was signed. */
export async function requireUnchanged(
  version: string,
  { tree, trusted }: { readonly tree: string; readonly trusted: string },
): Promise<void> {
  const [text, signature] = ['', '.sig'].map((end) => readIfThere(`${statementIn(tree)}${end}`));
  const said = statementOf(version, text ?? '', signature ?? '', trusted);
  if (digest(readFileSync(join(tree, sums), 'utf8')) !== said.sumsSha256)
    throw new Obstacle(`${join(tree, sums)} is not what was signed.`);
  const { code, output } = await run('sha256sum', ['--check', '--quiet', '--strict', sums], { cwd: tree });
  if (code !== 0)
    throw new Obstacle(
      `${tree} was changed after it was signed:\n${output.split('\n').slice(0, 5).join('\n')}`,
    );
}

function statementOf(version: string, text: string, signature: string, trusted: string): Statement {
  if (!isSigned(text, signature, trusted))
    throw new Obstacle(`Version ${version} is not signed by the key in ${trusted}. Nothing was installed.`);
  const said = JSON.parse(text) as Statement;
  // Or an old version, well signed, could be installed under the name of the newest.
  if (said.version !== version) throw new Obstacle(`That is version ${said.version}, not ${version}.`);
  return said;
}

async function unpack(archive: string, into: string): Promise<void> {
  const options = ['--no-same-owner', '--same-permissions', '-C', into, '-xf', '-'];
  const tar = spawn('tar', options, { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(tar, 'close') as Promise<[number]>;
  // tar may have ended before Node has noted its own last byte as written, which a pipeline calls a failure: tar judges.
  await pipeline(createReadStream(archive), createZstdDecompress(), tar.stdin).catch(() => undefined);
  const [code] = await ended;
  if (code !== 0) throw new Obstacle(`${archive} could not be unpacked: is the disk full?`);
}

async function sumsOf(tree: string): Promise<string> {
  const files = globSync('**/*', { cwd: tree, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1))
    .filter((path) => path !== sums)
    .sort();
  const input = files.join('\0');
  return `${await mustRun('xargs', ['-0', 'sha256sum', '--'], { cwd: tree, input })}\n`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash).catch(() => {
    throw new Obstacle(`${path} cannot be read.`);
  });
  return hash.digest('hex');
}
