import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../patterns/dialog.js';
import classes from './programs.module.css';

interface SecretOnceProps {
  readonly title: string;
  readonly intro: string;
  /** Each with its name, in the order in which a program asks for them. */
  readonly values: readonly (readonly [label: string, value: string])[];
  readonly close: () => void;
}

/** What is shown this one time. The dialog is left by saying so, not by a slip of the finger. */
export function SecretOnce({ title, intro, values, close }: SecretOnceProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title}>
      <p>{intro}</p>
      <dl className={classes.secret}>
        {values.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code>{value}</code> <Copy label={label} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <Button onClick={close}>{t('programs.kept')}</Button>
    </Dialog>
  );
}

function Copy({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button variant="default" size="xs" aria-label={t('programs.copyOf', { label })} onClick={copy}>
      {t(isCopied ? 'programs.copied' : 'programs.copy')}
    </Button>
  );
}
