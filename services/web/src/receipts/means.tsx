import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import { today } from './receipt-queries.js';
import { receiptModes } from './receipt-search.js';
import classes from './receipts.module.css';

interface MeansProps {
  readonly errorOf: (path: string) => string | undefined;
}

/** On which day money moved and how; a cheque and UPI are known by a number. */
export function Means({ errorOf }: MeansProps) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<(typeof receiptModes)[number]>('bank');
  const isNeeded = mode === 'cheque' || mode === 'upi';
  return (
    <div className={classes.means}>
      <TextField
        name="on"
        type="date"
        required
        label={t('receipts.on')}
        defaultValue={today()}
        error={errorOf('on')}
      />
      <ChoiceField
        name="mode"
        required
        label={t('receipts.mode')}
        value={mode}
        onChange={({ currentTarget: { value } }) =>
          setMode(receiptModes.find((one) => one === value) ?? 'bank')
        }
      >
        {receiptModes.map((one) => (
          <option key={one} value={one}>
            {t(`receipts.modes.${one}`)}
          </option>
        ))}
      </ChoiceField>
      <TextField
        name="reference"
        required={isNeeded}
        label={t(mode === 'cheque' ? 'receipts.chequeNumber' : 'receipts.reference')}
        autoComplete="off"
        maxLength={60}
        error={errorOf('reference')}
      />
    </div>
  );
}
