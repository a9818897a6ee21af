import type { common } from '@dhanman/client';

/** One value that is not what it was, and the way to it: `lines`, `2`, `price`. */
export interface ChangedValue {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** The trail keeps lists and groups whole; people want to see what in them is another. */
export function changedValues(changes: readonly common.AuditChange[]): readonly ChangedValue[] {
  return changes.flatMap(({ field, before, after }) => between([field], before, after));
}

function between(path: readonly string[], before: unknown, after: unknown): readonly ChangedValue[] {
  if (!isGroup(before) && !isGroup(after)) return isSame(before, after) ? [] : [{ path, before, after }];
  const [was, is] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.flatMap((name) => between([...path, name], was[name], is[name]));
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** People count from one. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, index) => [String(index + 1), one]));
  return isGroup(value) ? (value as Record<string, unknown>) : {};
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (isNothing(one) && isNothing(other));
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
