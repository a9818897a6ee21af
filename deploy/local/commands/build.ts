import { buildAll } from '../build.ts';
import { terminalProgress } from '../terminal/show.ts';

/** `npm run build` */
export async function build(): Promise<number> {
  await buildAll(terminalProgress());
  return 0;
}
