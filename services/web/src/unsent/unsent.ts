/** What was typed and not saved, as this device keeps it. */
export interface Unsent {
  /** When a key was pressed last. */
  readonly at: number;
  readonly typed: unknown;
  /** What was sent last and under which key: an answer that was lost on the way is asked for again, not a second one. */
  readonly sent?: Sent;
}

interface Sent {
  readonly content: string;
  readonly key: string;
}

/** Of one person in one organization and company, and of one document there. */
export interface Place {
  readonly personId: string;
  readonly organizationId: string;
  readonly companyId: string;
  readonly document: string;
}

export const everyUnsent = 'dhanman.unsent.';

export function nameOf({ personId, organizationId, companyId, document }: Place): string {
  return everyUnsent + [personId, organizationId, companyId, document].join('.');
}

/** What another version of the app wrote, or somebody by hand, is as if it were not there. */
export function unsentIn(text: string | null): Unsent | undefined {
  const kept = parsed(text);
  if (!isRecord(kept) || typeof kept['at'] !== 'number') return undefined;
  const { at, typed, sent } = kept;
  return { at, typed, ...(isSent(sent) && { sent }) };
}

/** The key under which this content was sent before, or a new one for another content. */
export function sentAs(content: string, before: Sent | undefined, newKey: () => string): Sent {
  return before?.content === content ? before : { content, key: newKey() };
}

function isSent(value: unknown): value is Sent {
  return isRecord(value) && typeof value['content'] === 'string' && typeof value['key'] === 'string';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
