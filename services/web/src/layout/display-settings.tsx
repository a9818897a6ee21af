import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../keys/key-caps.js';
import { showKeySheet } from '../keys/sheet-state.js';
import { choices } from '../preferences/preferences.js';
import { changePreferences, usePreferences } from '../preferences/preference-store.js';
import { useAppearance } from '../preferences/appearance.js';
import classes from './display-settings.module.css';

export function DisplaySettings() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { density } = useAppearance();
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('display.open')} disabled={isOpen} withinPortal={false}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.opener}
            aria-label={t('display.open')}
            onClick={() => setOpen((open) => !open)}
          >
            <IconAdjustmentsHorizontal size={20} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.settings} aria-label={t('display.title')}>
        <Setting name="colorScheme" />
        <Setting name="contrast" />
        {density === 'touch' ? (
          <p className={classes.note}>{t('display.touch')}</p>
        ) : (
          <Setting name="density" />
        )}
        <Setting name="keys" />
        <button
          type="button"
          className={classes.sheet}
          onClick={() => {
            setOpen(false);
            showKeySheet();
          }}
        >
          {t('keySheet.open')} <KeyCaps keys="?" />
        </button>
        <p className={classes.note}>{t('display.kept')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Setting({ name }: { readonly name: 'colorScheme' | 'contrast' | 'density' | 'keys' }) {
  const { t } = useTranslation();
  const current = usePreferences()[name];
  const words: Readonly<Record<string, string>> = t(`display.${name}`, { returnObjects: true });
  return (
    <fieldset className={classes.setting}>
      <legend>{words['label']}</legend>
      <div className={classes.choices}>
        {choices[name].map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              checked={choice === current}
              onChange={() => changePreferences({ [name]: choice })}
            />
            {words[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
