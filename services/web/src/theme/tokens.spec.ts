import { expect, it } from '@jest/globals';
import { contrast, tokens, type TokenName } from './tokens.js';

const readable = 4.5;
const visible = 3;

/** Colour, what it stands on, and how much it must differ from it. */
const pairs: readonly (readonly [TokenName, TokenName, number])[] = [
  ...(['canvas', 'surface', 'sunken'] as const).flatMap((ground) =>
    (['text', 'muted', 'subtle', 'link'] as const).map((text) => [text, ground, readable] as const),
  ),
  ...(['neutral', 'progress', 'good', 'warning', 'bad'] as const).flatMap((tone) => [
    [`${tone}-text`, `${tone}-tint`, readable] as const,
    [`${tone}-text`, 'surface', readable] as const,
  ]),
  ['brand-text', 'brand', readable],
  ['brand-text', 'brand-hover', readable],
  ['danger-text', 'danger', readable],
  ...(['canvas', 'surface'] as const).flatMap((ground) => [
    ['control-border', ground, visible] as const,
    ['focus', ground, visible] as const,
  ]),
];

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
});

it.each(pairs)('%s on %s can be seen in the light and in the dark (%d : 1)', (colour, ground, least) => {
  expect(contrast(tokens[colour].light, tokens[ground].light)).toBeGreaterThanOrEqual(least);
  expect(contrast(tokens[colour].dark, tokens[ground].dark)).toBeGreaterThanOrEqual(least);
});
