import { useRef, useState, type SyntheticEvent } from 'react';
import { RequestRefused } from '@dhanman/client';
import { wordsFor } from '../language/fields.js';

export type Values = Readonly<Record<string, string>>;

interface SubmissionOptions<Result> {
  readonly send: (values: Values, idempotencyKey: string) => Promise<Result>;
  readonly done?: (result: Result) => void;
}

export interface Submission {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly submit: (event: SyntheticEvent<HTMLFormElement>) => void;
  /** What the service said of one field. */
  readonly errorOf: (path: string) => string | undefined;
}

/** Sends a form: once however often it is submitted, and with what was refused shown where it was typed. */
export function useSubmission<Result>({ send, done }: SubmissionOptions<Result>): Submission {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const keyFor = useIdempotencyKey();
  const run = async (form: HTMLFormElement): Promise<void> => {
    const values = valuesOf(form);
    setBusy(true);
    setError(undefined);
    try {
      const result = await send(values, keyFor(values));
      setBusy(false);
      done?.(result);
    } catch (caught) {
      setBusy(false);
      setError(caught);
      focusFirstRefused(form, caught);
    }
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isBusy) void run(event.currentTarget);
  };
  return { isBusy, error, submit, errorOf: (path) => messageAt(error, path) };
}

/** The same key for the same content, so that a lost answer does not make a second one; another content is another act. */
function useIdempotencyKey(): (values: Values) => string {
  const last = useRef({ content: '', key: '' });
  return (values) => {
    const content = JSON.stringify(values);
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}

/** What stands in a form, by the names of its fields. */
export function valuesOf(form: HTMLFormElement): Values {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : '',
  ]);
  return Object.fromEntries(entries) as Values;
}

/** What a refusal says of one field, in the language of the app. */
export function messageAt(error: unknown, path: string): string | undefined {
  if (!(error instanceof RequestRefused)) return undefined;
  const complaint = error.problem.errors?.find((one) => one.path === path);
  return complaint && wordsFor(complaint);
}

/** Fields carry the path under which the service names them. */
function focusFirstRefused(form: HTMLFormElement, error: unknown): void {
  const refused = error instanceof RequestRefused ? (error.problem.errors ?? []) : [];
  const paths = new Set(refused.map(({ path }) => path));
  const field = [...form.elements].find((element) => paths.has(element.getAttribute('name') ?? ''));
  if (field instanceof HTMLElement) field.focus();
}
