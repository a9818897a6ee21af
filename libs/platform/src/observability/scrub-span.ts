import type { Attributes } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { hidden, safeText } from './redacted-text.js';

/** What a caller typed, and who the caller is. The route template and the ids of our own rows say what happened. */
const personal: ReadonlySet<string> = new Set([
  'url.query',
  'client.address',
  'network.peer.address',
  'network.peer.port',
  'user_agent.original',
  'db.user',
]);

/** Traces leave the machine, so they obey the rules of logs: no secret, no personal number, no query value. */
export const scrubSpan: SpanProcessor = {
  onStart: () => undefined,
  onEnding: (span) => {
    const { attributes, events, status } = span;
    span.setAttributes(scrubbed(attributes));
    for (const event of events) Object.assign(event.attributes ?? {}, scrubbed(event.attributes ?? {}));
    if (status.message !== undefined) span.setStatus({ ...status, message: safeText(status.message) });
  },
  onEnd: () => undefined,
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

function scrubbed(attributes: Attributes): Attributes {
  const texts = Object.entries(attributes).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(
    texts.map(([name, text]) => [name, personal.has(name) ? hidden : safeText(withoutQuery(text))]),
  );
}

/** Of an address only the part before the question mark is ours. */
function withoutQuery(text: string): string {
  return /^(https?:\/\/|\/)/.test(text) ? (text.split('?')[0] ?? '') : text;
}
