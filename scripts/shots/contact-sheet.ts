import type { Language } from '@/e2e/fixtures/test';
import type { Visitor } from '@/e2e/routes';

export interface Shot {
  /** Below the folder of the sheet. */
  file: string;
  pattern: string;
  address: string;
  visitor: Visitor;
  language: Language;
  width: number;
  theme: 'light' | 'dark';
  status: number;
}

/** One HTML page with every picture, by page and role; what isn't a page (404, 500) is marked. */
export function contactSheet(shots: readonly Shot[]): string {
  const byPage = new Map<string, Shot[]>();
  for (const shot of shots) {
    const title = `${shot.pattern} · ${shot.visitor}`;
    byPage.set(title, [...(byPage.get(title) ?? []), shot]);
  }
  const sections = [...byPage].sort(([a], [b]) => a.localeCompare(b)).map(([title, own]) => {
    const figures = own.map(({ file, address, language, width, theme, status }) =>
      `<figure class="w${width}"><a href="${encodeURI(file)}"><img loading="lazy" src="${encodeURI(file)}" alt=""></a><figcaption${status === 200 ? '' : ' class="bad"'}>${status} ${asText(address)} · ${language} · ${width} · ${theme}</figcaption></figure>`);
    return `<h2>${asText(title)}</h2><div>${figures.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px system-ui;margin:24px}h2{font-size:15px;margin:32px 0 8px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}
figure{margin:0}img{border:1px solid #ccc;max-height:520px;object-fit:cover;object-position:top}.w1440 img{width:420px}.w390 img{width:150px}figcaption{font-size:11px;color:#555;max-width:420px}.bad{color:#b00}</style>
${sections.join('\n')}</html>\n`;
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
