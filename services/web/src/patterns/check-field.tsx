import { useId, type InputHTMLAttributes } from 'react';
import classes from './check-field.module.css';

interface CheckFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string;
  readonly label: string;
  readonly error?: string | undefined;
}

/** Yes or no, with the whole sentence to press on. */
export function CheckField({ label, error, ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={classes.check}>
        <input type="checkbox" aria-describedby={error === undefined ? undefined : id} {...input} />
        {label}
      </label>
      {error !== undefined && (
        <p id={id} className={classes.refused}>
          {error}
        </p>
      )}
    </div>
  );
}
