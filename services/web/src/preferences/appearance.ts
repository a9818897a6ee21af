import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { usePreferences } from './preference-store.js';

export interface Appearance {
  readonly colorScheme: 'light' | 'dark';
  readonly contrast: 'normal' | 'more';
  readonly density: 'comfortable' | 'compact' | 'touch';
}

/** Preferences met with what the device is: a finger needs large targets whatever was chosen. */
export function useAppearance(): Appearance {
  const { colorScheme, contrast, density } = usePreferences();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const more = useMedia('(prefers-contrast: more)');
  const coarse = useMedia('(pointer: coarse)');
  const wide = useMedia('(width >= 1280px)');
  return {
    colorScheme: colorScheme === 'auto' ? (dark ? 'dark' : 'light') : colorScheme,
    contrast: contrast === 'more' || more ? 'more' : 'normal',
    density: coarse ? 'touch' : density === 'auto' ? (wide ? 'compact' : 'comfortable') : density,
  };
}

/** Stylesheets read the appearance from attributes of the root element; the kit sets the colour scheme's itself. */
export function useRootAttributes({ contrast, density }: Appearance): void {
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { contrast, density });
  }, [contrast, density]);
}

export function useMedia(query: string): boolean {
  return useMediaQuery(query, undefined, { getInitialValueInEffect: false });
}
