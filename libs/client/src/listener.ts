import {
  addressOf,
  type CallOptions,
  type ClientOptions,
  NoAnswer,
  type Operation,
  type Parts,
  read,
  type RequestOf,
  unlessAborted,
} from './client.js';

/** One word of a stream. */
export interface Said {
  readonly event: string;
  readonly data: unknown;
}

const streamType = 'text/event-stream';

/**
 * The same operations, where they can also answer with a stream of events; it ends when the service ends it. The browser's
 * own EventSource cannot say in whose name it asks.
 */
export function createListener({ baseUrl, headers, onAnswer, fetch: send = fetch }: ClientOptions) {
  return async function* listen<Data, Body>(
    operation: Operation<Data, Body>,
    request: RequestOf<Data>,
    { signal }: Pick<CallOptions, 'signal'> = {},
  ): AsyncGenerator<Said, void> {
    const answer = await send(addressOf(operation, request as Parts, baseUrl), {
      headers: { accept: streamType, ...headers?.() },
      ...(signal && { signal }),
    }).catch(unlessAborted);
    onAnswer?.(answer);
    if (!answer.body || answer.headers.get('content-type') !== streamType) {
      await read(answer);
      throw new NoAnswer('The service tells nothing.');
    }
    yield* wordsIn(answer.body);
  };
}

async function* wordsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Said, void> {
  // Not every browser can iterate a stream.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unlessAborted);
      if (done) return;
      const words = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = words.pop() ?? '';
      for (const word of words) yield said(word);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function said(word: string): Said {
  const fields = new Map(word.split('\n').map((line) => [nameOf(line), line.slice(nameOf(line).length + 2)]));
  return { event: fields.get('event') ?? 'message', data: JSON.parse(fields.get('data') ?? 'null') };
}

const nameOf = (line: string): string => line.slice(0, line.indexOf(':'));
