// What a machine shall be like, piece by piece: each piece can say in what it differs, and put that right. Looking changes
// nothing, so that `--check` is the same list, only looked at.
import { explain, Obstacle } from '../../local/machine/obstacle.ts';

export interface Wish {
  readonly what: string;
  /** In words, or nothing when all is as wished. */
  readonly differs: () => string | undefined | Promise<string | undefined>;
  readonly fulfil: () => void | Promise<void>;
}

export interface Difference {
  readonly what: string;
  readonly difference: string;
}

/** In order, since what comes later stands on what came before. Returns what was not as wished. */
export async function bringAbout(
  wishes: readonly Wish[],
  { isCheck, say }: { readonly isCheck: boolean; readonly say: (difference: Difference) => void },
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const { what, differs, fulfil } of wishes) {
    const difference = await seen(differs, isCheck);
    if (difference === undefined) continue;
    found.push({ what, difference });
    say({ what, difference });
    if (isCheck) continue;
    await fulfil();
    const left = await differs();
    if (left !== undefined) throw new Obstacle(`${what}: ${left}, after it was put right.`);
  }
  return found;
}

/** On a machine where nothing stands yet, what cannot even be looked at differs as well. */
async function seen(differs: Wish['differs'], isCheck: boolean): Promise<string | undefined> {
  try {
    return await differs();
  } catch (error) {
    if (!isCheck) throw error;
    return `cannot be looked at: ${explain(error).split('\n')[0] ?? ''}`;
  }
}
