import { type ProblemField, sentenceCodes, type ShapeCode } from '@dhanman/contracts';

export type Complaint = ProblemField;

/** An issue of the Standard Schema interface; zod's own say a little more. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
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
      return (issue.keys ?? []).map((key) =>
        complaint([...path, key].join('.'), 'not-known', 'is not known here'),
      );
    }
    const isMissing = issue.code?.startsWith('invalid_') === true && at(value, segments) === undefined;
    return [isMissing ? complaint(path.join('.'), 'required', 'is required') : said(path.join('.'), issue)];
  });
}

function said(path: string, issue: Issue): Complaint {
  const code = sentenceCodes[issue.message] ?? shapeCodeOf(issue);
  return { ...complaint(path, code, issue.message), ...limitOf(issue) };
}

const complaint = (path: string, code: string, message: string): Complaint => ({ path, code, message });

function shapeCodeOf({ code = '', origin = '', format = '' }: Issue): ShapeCode {
  const shape = shapes[code];
  if (shape) return shape[origin] ?? shape.default;
  return formats[format] ?? 'format-wrong';
}

/** By the code of the library, and by what it was found of. */
const shapes: Readonly<
  Record<string, Readonly<Record<string, ShapeCode>> & { readonly default: ShapeCode }>
> = {
  too_small: { string: 'text-too-short', array: 'list-too-short', default: 'number-too-small' },
  too_big: { string: 'text-too-long', array: 'list-too-long', default: 'number-too-large' },
  invalid_type: { default: 'type-wrong' },
  invalid_value: { default: 'choice-unknown' },
  invalid_union: { default: 'choice-unknown' },
};
const formats: Readonly<Record<string, ShapeCode>> = {
  date: 'not-a-date',
  datetime: 'not-an-instant',
  email: 'not-an-email',
  url: 'not-an-address',
};

function limitOf({ minimum, maximum }: Issue): Pick<Complaint, 'details'> {
  if (minimum !== undefined) return { details: { minimum: Number(minimum) } };
  return maximum === undefined ? {} : { details: { maximum: Number(maximum) } };
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
    return value.includes('\0')
      ? [complaint(name ?? '', 'not-storable', 'must not contain a NUL character')]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    unstorableIn(inner, name === undefined ? field : `${name}.${field}`),
  );
}
