/**
 * The number under which nginx logged the request for this page. It comes as the page's nonce, fresh with every load:
 * the content security policy admits style elements that carry it, and no others.
 */
export function pageRequestId(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}
