import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saying } from '../language/language.js';
import { useSession } from '../session/use-session.js';

const fetchPalette = saying('accounts', async () => import('./palette.js'));
const Palette = lazy(async () => ({ default: (await fetchPalette()).Palette }));

/** The way to the palette, by key and by pointer; the palette itself is fetched when somebody wants it. */
export function PaletteOpener() {
  const { t } = useTranslation();
  const isSignedIn = useSession() === 'signed-in';
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOurs = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isOurs || !isSignedIn) return;
      event.preventDefault();
      // What another dialog asks comes first.
      if (document.querySelector('dialog[open]') === null) setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isSignedIn]);
  if (!isSignedIn) return null;
  return (
    <>
      <Tooltip label={t('palette.open')} withinPortal={false}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('palette.title')}
          aria-keyshortcuts="Control+K Meta+K"
          onPointerEnter={() => void fetchPalette().catch(() => undefined)}
          onClick={() => setOpen(true)}
        >
          <IconSearch size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen && (
        <Suspense>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
