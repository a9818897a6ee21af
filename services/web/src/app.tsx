import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { pageRequestId } from './api/page-request.js';
import { CrashBoundary } from './errors/crash-boundary.js';
import { directionOf, speak } from './language/language.js';
import { useAppearance, useRootAttributes } from './preferences/appearance.js';
import { usePreferences } from './preferences/preference-store.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme/theme.js';

// No hidden retries: what fails is shown, and whoever sees it decides.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });

export function App() {
  const { language } = usePreferences();
  const appearance = useAppearance();
  useRootAttributes(appearance);
  useEffect(() => void speak(language), [language]);
  const direction = directionOf(language);
  return (
    <DirectionProvider key={direction} initialDirection={direction}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme={appearance.colorScheme}
        getStyleNonce={() => pageRequestId() ?? ''}
      >
        <CrashBoundary>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </CrashBoundary>
      </MantineProvider>
    </DirectionProvider>
  );
}
