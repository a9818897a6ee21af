import { createHash, randomBytes } from 'node:crypto';
import { app, issuer, type IssuingCommon, password as usualPassword } from './issuing-common.js';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Record<string, unknown>;
  readonly retryAfter: string | null;
}

/** A person's browser with the app in it: keeps cookies, follows the issuer's redirects, proves its codes. */
export class Browser {
  private cookies: Cookie[] = [];
  private verifier = '';

  constructor(
    private readonly common: Pick<IssuingCommon, 'url' | 'issuerUrl'>,
    private readonly userAgent = 'Mozilla/5.0 (test)',
  ) {}

  /** The app sends the browser to the issuer; the answer is the id of the sign-in, or the code when it is known. */
  async begin(
    extra: Readonly<Record<string, string>> = {},
  ): Promise<{ uid?: string; code?: string; error?: string }> {
    this.verifier = randomBytes(32).toString('base64url');
    const url = new URL(`${issuer}/auth`);
    url.search = new URLSearchParams({
      client_id: 'web',
      response_type: 'code',
      scope: 'openid api',
      redirect_uri: `${app}/signed-in`,
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'state',
      ...extra,
    }).toString();
    return this.follow(url.href);
  }

  async follow(address: string): Promise<{ uid?: string; code?: string; error?: string }> {
    let next: string | undefined = address;
    for (let hops = 0; hops < 5 && next?.startsWith(issuer); hops += 1) next = (await this.go(next)).location;
    const { pathname, searchParams } = new URL(next ?? app);
    const [, uid] = /^\/sign-in\/(.+)$/.exec(pathname) ?? [];
    const [code, error] = ['code', 'error'].map((name) => searchParams.get(name) ?? undefined);
    const found = Object.entries({ uid, code, error }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(found);
  }

  /** Step of the sign-in page: `password` or `second-factor`, or none to look where it stands. */
  async step(uid: string, name?: string, body?: object, origin = app): Promise<Answer> {
    const path = `/api/v1/identity/sign-ins/${uid}${name === undefined ? '' : `/${name}`}`;
    const method = name === undefined ? 'GET' : 'POST';
    const headers = { 'content-type': 'application/json', origin, ...this.headersFor('/') };
    const init = body ? { body: JSON.stringify(body) } : {};
    return this.read(await fetch(this.common.url + path, { method, headers, ...init }));
  }

  async exchange(code: string, extra: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const grant = { grant_type: 'authorization_code', code, redirect_uri: `${app}/signed-in` };
    return this.token({ ...grant, code_verifier: this.verifier, ...extra });
  }

  async refresh(token: string): Promise<Answer> {
    return this.token({ grant_type: 'refresh_token', refresh_token: token });
  }

  async token(parameters: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams({ client_id: 'web', ...parameters });
    return this.read(
      await fetch(this.real(`${issuer}/token`), { method: 'POST', body, headers: this.always }),
    );
  }

  /** The whole way, for tests about what comes after it. */
  async signIn(email: string, password = usualPassword): Promise<Tokens> {
    const { uid } = await this.begin();
    const { body, status } = await this.step(uid ?? '', 'password', { email, password });
    if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
    const { code } = await this.follow(String(body['continueAt']));
    const answer = await this.exchange(code ?? '');
    if (answer.status !== 200) throw new Error(`no token: ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as Tokens;
  }

  private async go(address: string): Promise<Answer> {
    const { pathname } = new URL(address);
    const headers = { ...this.always, ...this.headersFor(pathname) };
    return this.read(await fetch(this.real(address), { redirect: 'manual', headers }));
  }

  private async read(response: Response): Promise<Answer> {
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    const location = response.headers.get('location') ?? undefined;
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, location: location && new URL(location, app).href, body, retryAfter };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path };
    this.cookies = this.cookies.filter((one) => one.name !== cookie.name || one.path !== path);
    if (cookie.value !== '' && !/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.push(cookie);
  }

  private headersFor(path: string): Record<string, string> {
    const fitting = this.cookies.filter((cookie) => path.startsWith(cookie.path));
    return { cookie: fitting.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  private get always(): Record<string, string> {
    const { host } = new URL(app);
    return { 'x-forwarded-host': host, 'x-forwarded-proto': 'http', 'user-agent': this.userAgent };
  }

  private real(address: string): string {
    return address.replace(app, this.common.issuerUrl);
  }
}
