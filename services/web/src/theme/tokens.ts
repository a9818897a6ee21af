/** One colour of the design in both schemes; `ratio` of text to its ground is at least 4.5 (tokens.spec.ts). */
export interface Token {
  readonly light: string;
  readonly dark: string;
}

export const tokens = {
  canvas: { light: '#F7F8FA', dark: '#0E1116' },
  surface: { light: '#FFFFFF', dark: '#161A21' },
  sunken: { light: '#EFF1F5', dark: '#0A0D11' },
  text: { light: '#14181F', dark: '#E8EBF0' },
  muted: { light: '#4A5361', dark: '#AAB3C0' },
  subtle: { light: '#5F6876', dark: '#8F99A8' },
  hairline: { light: '#DDE1E8', dark: '#2A313C' },
  'control-border': { light: '#818B9A', dark: '#6E7989' },
  brand: { light: '#0B6B57', dark: '#3FBF9B' },
  'brand-hover': { light: '#095A49', dark: '#5CCDAE' },
  'brand-text': { light: '#FFFFFF', dark: '#06231B' },
  danger: { light: '#B3202F', dark: '#F2828C' },
  'danger-text': { light: '#FFFFFF', dark: '#2A0508' },
  link: { light: '#0A5F8F', dark: '#6FB7EA' },
  focus: { light: '#1D4ED8', dark: '#7FB0FF' },
  'neutral-text': { light: '#434C5A', dark: '#C3CAD5' },
  'neutral-tint': { light: '#EBEEF2', dark: '#252B35' },
  'progress-text': { light: '#1A4FA3', dark: '#9CC4FF' },
  'progress-tint': { light: '#E6EFFC', dark: '#16273F' },
  'good-text': { light: '#0A6640', dark: '#7FDDAE' },
  'good-tint': { light: '#E3F5EB', dark: '#10291E' },
  'warning-text': { light: '#7F4A00', dark: '#F3C173' },
  'warning-tint': { light: '#FDF0D9', dark: '#30240F' },
  'bad-text': { light: '#A31B2A', dark: '#FFA3AB' },
  'bad-tint': { light: '#FCE8EA', dark: '#381A1E' },
} as const satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof tokens;

/** How a state looks. The word and the icon say the same: colour is never the only signal. */
export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad';

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
