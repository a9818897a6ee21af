// `npm run dhanman -- <noun> <verb> …`: what an operator sees and decides, straight from the databases of the services,
// so that it works while a service does not.
import { Obstacle } from '../local/machine/obstacle.ts';
import type { Answer } from './answer.ts';
import { answers } from './answers.ts';
import { type Request, requestFrom, usage, UsageWrong } from './request.ts';

const [done, notDone, notUnderstood] = [0, 1, 2];

export async function operate(args: readonly string[]): Promise<number> {
  try {
    const request = requestFrom(args);
    const { isFound, json, text } = await answerTo(request);
    console.log(request.isJson ? JSON.stringify(json, undefined, 2) : text);
    return isFound ? done : notDone;
  } catch (error) {
    if (error instanceof UsageWrong) {
      console.error(`${error.message}\n${usage}`);
      return notUnderstood;
    }
    console.error(whyNot(error));
    return notDone;
  }
}

async function answerTo(request: Request): Promise<Answer> {
  const operations = await import('@dhanman/operations').catch((cause: unknown) => {
    throw new Obstacle(`Dhanman is not built: npm run build. (${String(cause)})`);
  });
  return answers[request.command](request, operations);
}

/** The sentence of the error and the ids it is about; neither a stack nor an address, which holds a password. */
function whyNot(error: unknown): string {
  const { message, code, details } = error as Error & {
    code?: string;
    details?: { ids?: readonly string[] };
  };
  // Node's error for a server that nobody listens for has a code and no sentence.
  const sentence = message === '' ? `The database cannot be reached (${String(code)}).` : message;
  return details?.ids === undefined ? sentence : `${sentence} (${details.ids.join(', ')})`;
}

if (import.meta.main) process.exitCode = await operate(process.argv.slice(2));
