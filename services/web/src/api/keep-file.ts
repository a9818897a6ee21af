import type { Download } from '@dhanman/client';

/** Lays a file where the browser lays what people download. */
export function keepFile({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
