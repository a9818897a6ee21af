import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../patterns/check-field.js';
import { Dialog } from '../patterns/dialog.js';
import { changePreferences, usePreferences } from '../preferences/preference-store.js';
import { useMay } from '../session/me.js';
import { KeyCaps } from './key-caps.js';
import { keysOnPage } from './on-page.js';
import { waysFor } from './ways.js';
import classes from './keys.module.css';

interface Line {
  readonly keys: string;
  readonly says: string;
}

/** All keys that work where one stands. */
export function KeySheet({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { keys } = usePreferences();
  const isOn = keys === 'on';
  const [onPage] = useState(keysOnPage);
  const here = onPage.map((one) => ({ keys: one.keys, says: one.name }));
  const ways = waysFor(useMay()).map((way) => ({ keys: way.keys, says: t(way.label) }));
  return (
    <Dialog title={t('keySheet.open')} close={close} isWide>
      <div className={classes.actions}>
        <CheckField
          name="keys"
          label={t('keyList.single')}
          checked={isOn}
          onChange={() => changePreferences({ keys: isOn ? 'off' : 'on' })}
        />
        <Button variant="default" onClick={close}>
          {t('keyList.close')}
        </Button>
      </div>
      <div className={classes.sheet}>
        <div>
          <Group title={t('keyList.here')} lines={here} />
          <Group title={t('keyList.begin')} lines={ways.filter((one) => one.keys.startsWith('c'))} />
          <Group title={t('keyList.lists')} lines={inLists.map(({ keys: k, says }) => lineOf(k, t(says)))} />
          <Group title={t('keyList.anywhere')} lines={anywhere.map((one) => lineOf(one.keys, t(one.says)))} />
        </div>
        <Group title={t('keyList.go')} lines={ways.filter((one) => one.keys.startsWith('g'))} />
      </div>
    </Dialog>
  );
}

const lineOf = (keys: string, says: string): Line => ({ keys, says });

const inLists = [
  { keys: 'j', says: 'keyList.next' },
  { keys: 'k', says: 'keyList.previous' },
  { keys: 'x', says: 'keyList.tick' },
  { keys: 'Enter', says: 'keyList.openRow' },
] as const;

const anywhere = [
  { keys: 'Control+K', says: 'palette.title' },
  { keys: 'Escape', says: 'keyList.escape' },
  { keys: '?', says: 'keySheet.open' },
] as const;

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ keys, says }) => (
          <div key={keys}>
            <dt>{says}</dt>
            <dd>
              <KeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
