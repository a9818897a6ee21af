// Decision records are numbered without gaps, half a page long, and say what was measured.
import type { Tree } from './tree.ts';

const folder = 'docs/adr/';
const longest = 50;
const headings = ['## Context', '## Measurement', '## Decision'];

export function decisionRecords(tree: Tree): readonly string[] {
  const records = tree.files.filter((file) => file.startsWith(folder)).sort();
  return records.flatMap((file, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!new RegExp(`^${folder}${number}-[a-z0-9-]+\\.md$`).test(file))
      return [`${file}: expected ${number}-title.md.`];
    const text = tree.read(file);
    const missing = headings
      .filter((heading) => !text.includes(`${heading}\n`))
      .map((heading) => `${file}: no "${heading}".`);
    const long = text.split('\n').length > longest ? [`${file}: longer than ${longest} lines.`] : [];
    return [...missing, ...long];
  });
}
