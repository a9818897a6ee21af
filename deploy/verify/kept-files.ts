import { clientOf, listed, type StoreLogin } from '../backup/s3.ts';
import type { World } from './invariant.ts';

/** Listed when the first check asks, and once. */
export function filesIn(store: StoreLogin & { readonly bucket: string }): NonNullable<World['keptFiles']> {
  let names: Promise<ReadonlySet<string>> | undefined;
  const list = async (): Promise<ReadonlySet<string>> => {
    const client = clientOf(store);
    if (!(await client.bucketExists(store.bucket))) return new Set();
    return new Set((await listed(client, store.bucket)).map(({ name }) => name));
  };
  return async () => (names ??= list());
}
