import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.service.js';

const patienceMs = 10_000;
const shownBytes = 1_000;

export type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Which addresses may be reached. */
export interface Reach {
  readonly allowsPrivate: boolean;
  readonly resolve?: Resolve;
}

export class TargetPrivate extends Error {
  override readonly name = 'TargetPrivate';
  readonly code = 'PRIVATE_ADDRESS';
}

export interface Answer {
  readonly status: number;
  /** How the body begins. */
  readonly response: string;
}

/**
 * One POST to an address that somebody else chose. The name is resolved here and the connection goes to exactly what was
 * checked, so that a name which means another machine a moment later leads nowhere. Redirects are answers, not ways on.
 */
export async function post(
  url: URL,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  reach: Reach,
): Promise<Answer> {
  refusePrivateLiteral(url, reach);
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    lookup: checkedLookup(reach),
    signal: AbortSignal.timeout(patienceMs),
  };
  const request = url.protocol === 'https:' ? secureRequest(url, options) : plainRequest(url, options);
  request.end(body);
  const answer = await answerTo(request);
  return { status: answer.statusCode ?? 0, response: await beginningOf(answer) };
}

/** Where the name leads today, for telling whoever writes it down; what counts is looked up at each connection. */
export async function checkTarget(url: URL, reach: Reach): Promise<void> {
  refusePrivateLiteral(url, reach);
  if (isIP(hostOf(url)) !== 0) return;
  const found = Promise.withResolvers<undefined>();
  checkedLookup(reach)(hostOf(url), { all: true }, (error) => {
    if (error) found.reject(error);
    else found.resolve(undefined);
  });
  await found.promise;
}

function checkedLookup({ allowsPrivate, resolve = systemLookup }: Reach): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) {
        done(error, []);
        return;
      }
      const [first] = addresses;
      const isInside = addresses.some(({ address }) => !isPublicAddress(address));
      if (!first) done(new Error('the name leads nowhere'), []);
      else if (isInside && !allowsPrivate) done(new TargetPrivate('the name leads to a private address'), []);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** An address that is written out is not looked up by anybody. */
function refusePrivateLiteral(url: URL, { allowsPrivate }: Reach): void {
  const host = hostOf(url);
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host))
    throw new TargetPrivate('a private address');
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const answered = Promise.withResolvers<IncomingMessage>();
  request.once('response', answered.resolve);
  request.on('error', answered.reject);
  return answered.promise;
}

/** No more is read than is kept, however much is sent. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.byteLength;
      if (size >= shownBytes) break;
    }
  } catch {
    // The status has arrived: a body that breaks off changes nothing.
  }
  answer.destroy();
  const text = Buffer.concat(pieces).subarray(0, shownBytes).toString('utf8');
  return text.replaceAll('\0', '');
}
