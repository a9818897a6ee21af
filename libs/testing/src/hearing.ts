import type { ChangedRecord } from '@dhanman/contracts';

/** Somebody who listens to what changes in a company, as the app does. */
export interface Hearing {
  readonly status: number;
  /** What was told so far, word by word. */
  readonly words: readonly string[];
  readonly changed: readonly ChangedRecord[];
  /** The service has ended the stream. */
  readonly isOver: boolean;
  leave(): void;
}

/** Listens from the moment this returns. */
export async function hearing(
  url: string,
  { companyId, token }: { readonly companyId: string; readonly token: string },
): Promise<Hearing> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/v1/companies/${companyId}/changes/stream`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  let [text, isOver] = ['', false];
  const listening = async (): Promise<void> => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    isOver = true;
  };
  listening().catch(() => undefined);
  const told = (): readonly RegExpExecArray[] => [...text.matchAll(/^event: (.*)\ndata: (.*)\n\n/gm)];
  return {
    status: answer.status,
    get words() {
      return told().map(([, event = '']) => event);
    },
    get changed() {
      const changes = told().filter(([, event]) => event === 'changed');
      return changes.map(([, , data = '']) => JSON.parse(data) as ChangedRecord);
    },
    get isOver() {
      return isOver;
    },
    leave: () => leaving.abort(),
  };
}
