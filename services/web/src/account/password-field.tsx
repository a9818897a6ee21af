import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import classes from './account.module.css';

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly error: string | undefined;
}

/** Hidden until one asks to see it; it can be pasted, and a password manager finds it. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <div className={classes.password}>
      <TextField
        {...props}
        required
        type={isShown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
      />
      <label className={classes.show}>
        <input type="checkbox" checked={isShown} onChange={() => setShown((shown) => !shown)} />
        {t('account.showPassword')}
      </label>
    </div>
  );
}
