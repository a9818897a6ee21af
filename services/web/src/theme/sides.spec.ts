import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const source = join(import.meta.dirname, '..');

/** Left and right are sides of the screen; a page that begins at the right needs its start and end. */
const sides = [
  /(?:^|[\s;{-])(?:left|right)(?:-(?:color|width|style|radius))?\s*:/,
  /:\s*(?:left|right)\s*[;}]/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  // Four lengths of which the second and the fourth differ.
  /(?:padding|margin|inset)\s*:\s*\S+ (\S+) \S+ (?!\1;)[^\s;]+;/,
];

/** What stands at a side of the screen for a reason, which is said beside it. */
const exceptions = ['base.css: --dh-figures: right;'];

const linesOf = (ending: string): readonly (readonly [string, string])[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .flatMap((file) =>
      readFileSync(join(source, file), 'utf8')
        .split('\n')
        .map((line) => [file.split('/').at(-1) ?? file, line.trim()] as const),
    );

it('no stylesheet names a side of the screen', () => {
  const named = linesOf('.css').filter(([, line]) => sides.some((side) => side.test(line)));
  expect(named.map(([file, line]) => `${file}: ${line}`)).toEqual(exceptions);
});

it('no style in a component does either', () => {
  const named = linesOf('.tsx').filter(([, line]) =>
    /(?:margin|padding|border)(?:Left|Right)|textAlign: '(?:left|right)'/.test(line),
  );
  expect(named).toEqual([]);
});
