import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import { today } from './receipt-queries.js';
import { receiptModes } from './receipt-search.js';
import classes from './receipts.module.css';

export interface TypedMeans {
  readonly on: string;
  readonly mode: (typeof receiptModes)[number];
  readonly reference: string;
}

export const blankMeans = (): TypedMeans => ({ on: today(), mode: 'bank', reference: '' });

interface MeansProps {
  readonly means: TypedMeans;
  readonly change: (part: Partial<TypedMeans>) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** On which day money moved and how; a cheque and UPI are known by a number. */
export function Means({ means: { on, mode, reference }, change, errorOf }: MeansProps) {
  const { t } = useTranslation();
  const isNeeded = mode === 'cheque' || mode === 'upi';
  return (
    <div className={classes.means}>
      <TextField
        name="on"
        type="date"
        required
        label={t('receipts.on')}
        value={on}
        error={errorOf('on')}
        onChange={({ currentTarget }) => change({ on: currentTarget.value })}
      />
      <ChoiceField
        name="mode"
        required
        label={t('receipts.mode')}
        value={mode}
        onChange={({ currentTarget: { value } }) =>
          change({ mode: receiptModes.find((one) => one === value) ?? 'bank' })
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
        value={reference}
        error={errorOf('reference')}
        onChange={({ currentTarget }) => change({ reference: currentTarget.value })}
      />
    </div>
  );
}
