import type { Download } from '@dhanman/client';

/** Puts a file where the browser puts what it downloads. */
export function keep({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
