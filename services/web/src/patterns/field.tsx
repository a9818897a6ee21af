import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** In the service's words, which are English. */
  readonly error?: string | undefined;
}

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { readonly name: string };
type LongTextFieldProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly name: string };
type ChoiceFieldProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { readonly name: string };

export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const { id, ...described } = useDescription(hint, error);
  return (
    <FieldFrame {...{ id, label, hint, error }} isRequired={input.required === true}>
      <input id={id} className={classes.input} {...described} {...input} />
    </FieldFrame>
  );
}

/** For what has several lines. */
export function LongTextField({ label, hint, error, ...area }: LongTextFieldProps) {
  const { id, ...described } = useDescription(hint, error);
  return (
    <FieldFrame {...{ id, label, hint, error }} isRequired={area.required === true}>
      <textarea id={id} rows={3} className={classes.input} {...described} {...area} />
    </FieldFrame>
  );
}

export function ChoiceField({ label, hint, error, children, ...select }: ChoiceFieldProps) {
  const { id, ...described } = useDescription(hint, error);
  return (
    <FieldFrame {...{ id, label, hint, error }} isRequired={select.required === true}>
      <select id={id} className={classes.input} {...described} {...select}>
        {children}
      </select>
    </FieldFrame>
  );
}

function useDescription(hint: string | undefined, error: string | undefined) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return {
    id,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
  };
}

interface FieldFrameProps extends FieldProps {
  readonly id: string;
  readonly isRequired: boolean;
  readonly children: ReactNode;
}

function FieldFrame({ id, label, hint, error, isRequired, children }: FieldFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>
        {label}
        {!isRequired && <span className={classes.optional}>{t('form.optional')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
