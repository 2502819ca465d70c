/** A form as a page holds it: what its hidden fields and its action would send. */
export type Fields = Record<string, string | File>;

export interface Answer {
  status: number;
  /** Where a redirect leads; null for a page. */
  location: string | null;
  text: string;
}

/** A browser without scripts, pictures or patience: it keeps cookies, reads forms and posts them as such browsers do. */
export class PlainBrowser {
  constructor(
    private readonly origin: string,
    readonly cookies = new Map<string, string>(),
  ) {}

  /** The same browser at another address of the same installation, with the same cookies. */
  at(origin: string): PlainBrowser {
    return new PlainBrowser(origin, this.cookies);
  }

  get(path: string): Promise<Answer> {
    return this.ask(path, { method: 'GET' });
  }

  post(path: string, fields: Fields): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return this.ask(path, { method: 'POST', body });
  }

  /** Reads the page and returns the fields of its form that holds `marker`. @throws when there is none */
  async form(path: string, marker: string): Promise<Record<string, string>> {
    const { text, status, location } = await this.get(path);
    const found = formsIn(text).find((form) => form.includes(marker));
    if (found === undefined) throw new Error(`no form with ${marker} on ${path}: ${status} ${location ?? ''}`);
    return hiddenIn(found);
  }

  /** Through the door, as people do. @returns whether it opened */
  async signIn(identifier: string, password: string): Promise<boolean> {
    const fields = await this.form('/sign-in', 'name="password"');
    const { status, location } = await this.post('/sign-in', { ...fields, identifier, password });
    return status === 303 && location !== null && !location.startsWith('/sign-in');
  }

  private async ask(path: string, init: RequestInit): Promise<Answer> {
    const headers: Record<string, string> = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    // What browsers say of a form on a page of ours.
    if (init.method === 'POST') Object.assign(headers, { origin: this.origin, referer: `${this.origin}${path}`, 'sec-fetch-site': 'same-origin' });
    const response = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const cut = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.cookies.delete(pair.slice(0, cut));
      else this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    const location = response.headers.get('location');
    return { status: response.status, location: location === null ? null : new URL(location, this.origin).pathname + new URL(location, this.origin).search, text };
  }
}

function formsIn(html: string): string[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
}

function hiddenIn(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1];
    const name = attribute('name');
    if (attribute('type') === 'hidden' && name !== undefined) fields[plain(name)] = plain(attribute('value') ?? '');
  }
  return fields;
}

const signs: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'" };

function plain(text: string): string {
  return text.replace(/&(amp|quot|lt|gt|#x27);/g, (whole, name: string) => signs[name] ?? whole);
}
