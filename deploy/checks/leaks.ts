// What must never be committed: a secret, and the path of somebody's machine.
import { findLines, textFiles, type Tree } from './tree.ts';

const secretShapes = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(\s*$|\\n[A-Za-z0-9+/]{40})/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bsk_live_[A-Za-z0-9]{16,}/,
  /\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/,
  /(password|passwd|secret|token|api_?key)["']?\s*[:=]\s*["'][A-Za-z0-9+/=_-]{24,}["']/i,
];
const secret = new RegExp(secretShapes.map(({ source }) => source).join('|'), 'i');

/** Folders of a root, a person's home, or a build machine; those of a server (/srv, /etc, /var) are our own choice. */
const machinePath = /(?<![\w.])\/(work|root|farm|home\/[a-z][a-z0-9-]*|Users\/[A-Za-z]+)\//;
const serverPaths = /^(systemd|nginx|deploy\/k8s)\//;

export function secrets(tree: Tree): readonly string[] {
  return findLines(
    tree,
    textFiles(tree),
    secret,
    'this looks like a secret; secrets are generated or given, never committed.',
  );
}

export function machinePaths(tree: Tree): readonly string[] {
  const files = textFiles(tree).filter((file) => !serverPaths.test(file));
  return findLines(
    tree,
    files,
    machinePath,
    'the path of one machine; compute it, or write it relative to the repository.',
  );
}
