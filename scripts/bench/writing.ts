import { as, reading } from '@/db/testing/factories';
import '@/lib/companies/jobs';
import { storeGenerated } from '@/lib/files/commands';
import { confirmImport, startImport } from '@/lib/imports/commands';
import { applyImport, checkImport } from '@/lib/imports/jobs';
import { getImport } from '@/lib/imports/queries';
import type { Task } from '@/lib/jobs/registry';
import type { MemberActor } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { creditCodeDigit, organisationDigit } from '@/lib/kernel/credit-code';
import { newId } from '@/lib/kernel/ids';
import type { Visitor } from './targets';

type Fields = Record<string, string>;

/**
 * Files requests the way a browser without a script does: begins a draft, writes it, submits it; each form with a key of its
 * own. The answered work files one request and throws unless the desk has it.
 */
export async function requestWriter(origin: string, visitor: Visitor): Promise<() => Promise<void>> {
  const start = await formOf(`${origin}/my/requests/new`, visitor, 'item');
  const first = await post(`${origin}/my/requests/new`, visitor, { ...start, _form: newId() });
  const submit = await formOf(first, visitor, 'body');
  return async () => {
    const draft = await post(`${origin}/my/requests/new`, visitor, { ...start, _form: newId() });
    const id = draft.slice(draft.lastIndexOf('/') + 1);
    await post(draft, visitor, { ...submit, _form: newId(), _version: '1', request: id, title: '咨询研发费用加计扣除', body: '请问本年度加计扣除的口径和所需材料。', intent: 'submit' });
  };
}

/** The hidden fields of the form that has a field of this name, and something typed into every other. */
async function formOf(url: string, { cookie }: Visitor, field: string): Promise<Fields> {
  const page = await (await fetch(url, { headers: { cookie, accept: 'text/html' } })).text();
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${field}"`));
  if (form === undefined) throw new Error(`no form with ${field} on ${url}`);
  const fields: Fields = {};
  for (const [input] of form.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const name = at('name');
    if (name !== undefined) fields[name] = at('value') || (at('type') === 'hidden' ? '' : at('type') === 'tel' ? '13812345678' : '见正文');
  }
  return fields;
}

/** Where the answer leads; anything but a redirect is a refusal. */
async function post(url: string, { cookie }: Visitor, fields: Fields): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: new URL(url).origin, referer: url, accept: 'text/html' } });
  const to = answer.headers.get('location');
  await answer.arrayBuffer();
  if (answer.status !== 303 || to === null) throw new Error(`a request was refused: ${answer.status} at ${url}`);
  return new URL(to, url).toString();
}

/** Seconds from the uploaded register of new companies to the last row written: read, compared, confirmed, applied as the jobs do it. */
export async function importSeconds(manager: MemberActor, rows: number): Promise<number> {
  const write = <T>(work: (ctx: Ctx<MemberActor>) => Promise<T>) => as(manager, work, new Date());
  const task: Task = { id: newId(), centerId: manager.centerId, now: () => new Date(), read: (load) => reading(manager, load, new Date()), write, progress: async () => undefined };
  const bytes = Buffer.from(register(rows));
  const begun = performance.now();
  const id = await write(async (ctx) => {
    const file = await storeGenerated(ctx, { name: '企业台账.csv', type: 'text/csv', bytes }, { subject: { type: 'import-companies', id: task.id }, audience: 'center' });
    return (await startImport(ctx, { kind: 'companies', file, id: task.id })).id;
  });
  await checkImport(task, id);
  await write((ctx) => confirmImport(ctx, { batch: id }));
  await applyImport(task, id);
  const seconds = (performance.now() - begun) / 1_000;
  const batch = await reading(manager, (ctx) => getImport(ctx, id), new Date());
  if (batch?.state !== 'applied' || batch.counts?.new !== rows) throw new Error(`the import ended as ${batch?.state} with ${JSON.stringify(batch?.counts)}`);
  return seconds;
}

function register(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => `甘肃量程第${n}号环保科技有限公司,${code(n)},王刚${n},100,2019-03-05,2020-01-02,86.5,马丽${n},138${String(n).padStart(8, '0')}`);
  return `企业名称,信用代码,法人,注册资本(万元),成立日期,入孵时间,面积,联系人,联系电话\n${lines.join('\n')}\n`;
}

function code(serial: number): string {
  const organisation = `MC${String(serial).padStart(6, '0')}`;
  const first17 = `91620199${organisation}${organisationDigit(organisation)}`;
  return first17 + creditCodeDigit(first17);
}
