import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { nameOf } from '../language/language.js';
import { languages } from '../preferences/preferences.js';
import { changePreferences, usePreferences } from '../preferences/preference-store.js';
import classes from './language-switch.module.css';

/** Offers the other language in its own words, so that whoever landed in the wrong one finds the way out. */
export function LanguageSwitch() {
  const { language } = usePreferences();
  const others = languages.filter((other) => other !== language);
  return others.map((other) => (
    <Button
      key={other}
      variant="subtle"
      color="gray"
      lang={other}
      leftSection={<IconLanguage size={20} stroke={1.75} aria-hidden />}
      className={classes.language}
      onClick={() => changePreferences({ language: other })}
    >
      {nameOf[other]}
    </Button>
  ));
}
