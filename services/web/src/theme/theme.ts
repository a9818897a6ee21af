import {
  Button,
  createTheme,
  Popover,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { tokens } from './tokens.js';

const brand: MantineColorsTuple = [
  '#E6F4F0',
  '#C4E6DC',
  '#86D5BC',
  '#3FBF9B',
  '#22A583',
  '#128768',
  '#0B6B57',
  '#095A49',
  '#07483B',
  '#043027',
];

// The kit's two grey scales, bent to our own surfaces, so that parts we do not style still belong.
const gray: MantineColorsTuple = [
  '#F7F8FA',
  '#EFF1F5',
  '#DDE1E8',
  '#C5CBD5',
  '#A5ADBB',
  '#818B9A',
  '#5F6876',
  '#4A5361',
  '#2B323D',
  '#14181F',
];
const dark: MantineColorsTuple = [
  '#E8EBF0',
  '#C3CAD5',
  '#AAB3C0',
  '#8F99A8',
  '#2A313C',
  '#252B35',
  '#161A21',
  '#0E1116',
  '#0A0D11',
  '#06080B',
];

export const theme = createTheme({
  colors: { brand, gray, dark },
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 3 },
  fontFamily: "Inter, Rupee, 'Noto Sans Devanagari', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  breakpoints: { xs: '22.5em', sm: '37.5em', md: '56.25em', lg: '80em', xl: '120em' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_, { variant = 'filled' }) => ({
        root: {
          '--button-height': 'var(--dh-control-height)',
          ...(variant === 'filled' && {
            '--button-bg': 'var(--dh-brand)',
            '--button-hover': 'var(--dh-brand-hover)',
            '--button-color': 'var(--dh-brand-text)',
          }),
        },
      }),
    }),
    Popover: Popover.extend({
      defaultProps: { radius: 'md', shadow: 'md', transitionProps: { duration: 120 } },
    }),
  },
});

/** The design's colours as `--dh-*`, and the kit's own variables pointed at them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--dh-canvas)',
    '--mantine-color-text': 'var(--dh-text)',
    '--mantine-color-dimmed': 'var(--dh-muted)',
    '--mantine-color-placeholder': 'var(--dh-subtle)',
    '--mantine-color-anchor': 'var(--dh-link)',
    '--mantine-color-error': 'var(--dh-danger)',
    '--mantine-color-default': 'var(--dh-surface)',
    '--mantine-color-default-hover': 'var(--dh-sunken)',
    '--mantine-color-default-color': 'var(--dh-text)',
    '--mantine-color-default-border': 'var(--dh-control-border)',
  },
  light: named('light'),
  dark: named('dark'),
});

function named(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [`--dh-${name}`, token[scheme]]));
}
