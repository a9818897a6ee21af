import type { ProblemField } from '@dhanman/contracts';

export type Complaint = ProblemField;

/** An issue of the Standard Schema interface; zod's own say a little more. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
}

/** Turns what a schema found wrong into one sentence per field, named as the client wrote it. */
export function complaintsOf(
  issues: readonly Issue[],
  value: unknown,
  parameter: string | undefined,
): readonly Complaint[] {
  return issues.flatMap((issue) => {
    const segments = (issue.path ?? []).map((segment) =>
      typeof segment === 'object' ? segment.key : segment,
    );
    const path = [...(parameter === undefined ? [] : [parameter]), ...segments].map(String);
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({
        path: [...path, key].join('.'),
        message: 'is not known here',
      }));
    }
    const isMissing = issue.code?.startsWith('invalid_') === true && at(value, segments) === undefined;
    return [{ path: path.join('.'), message: isMissing ? 'is required' : issue.message }];
  });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** The database knows no text with a zero in it, so that whoever sends one is told before a statement is. */
export function unstorableIn(value: unknown, name: string | undefined): readonly Complaint[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ path: name ?? '', message: 'must not contain a NUL character' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    unstorableIn(inner, name === undefined ? field : `${name}.${field}`),
  );
}
