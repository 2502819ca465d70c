import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { companies } from '@/db/schema/companies';
import { companyBankAccounts, companyNotes, companyPeople, companyProducts, companyRelations } from '@/db/schema/companies-file';
import { record } from '@/lib/audit/commands';
import { reveal } from '@/lib/audit/reveal';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { noteKept, partKept, relationKept } from '../entries/profile';
import type { AddAccount, AddNote, AddPerson, AddProduct, AddRelation, PartKind, RemovePart, RevealAccount } from '../inputs/profile';
import { canKeepPart, canReveal } from '../policy';
import { companyCalled } from '../queries/profile';

const MOST = 50;
const tables = { person: companyPeople, product: companyProducts, account: companyBankAccounts, note: companyNotes, relation: companyRelations } as const;

type Kept = { company: string };

export async function addPerson(ctx: Ctx, { company: id, ...person }: z.output<typeof AddPerson>): Promise<Kept> {
  const company = await begin(ctx, 'person', id);
  await ctx.db.insert(companyPeople).values({ ...stamped(ctx, id), ...person });
  await note(ctx, company, 'person', 'added', { ...person });
  return { company: id };
}

export async function addProduct(ctx: Ctx, { company: id, ...product }: z.output<typeof AddProduct>): Promise<Kept> {
  const company = await begin(ctx, 'product', id);
  await ctx.db.insert(companyProducts).values({ ...stamped(ctx, id), ...product });
  await note(ctx, company, 'product', 'added', { product: product.name, highTech: product.highTech });
  return { company: id };
}

export async function addAccount(ctx: Ctx, { company: id, ...account }: z.output<typeof AddAccount>): Promise<Kept> {
  const company = await begin(ctx, 'account', id);
  const same = await ctx.db.select({ number: companyBankAccounts.number }).from(companyBankAccounts).where(eq(companyBankAccounts.companyId, id));
  ensure(same.every((one) => one.number !== account.number), 'alreadyExists', { field: 'number' });
  await ctx.db.insert(companyBankAccounts).values({ ...stamped(ctx, id), ...account });
  await note(ctx, company, 'account', 'added', { ...account });
  return { company: id };
}

/** Staff's words for staff: the company doesn't read that there is one. */
export async function addNote(ctx: Ctx, { company: id, body }: z.output<typeof AddNote>): Promise<Kept> {
  const company = await begin(ctx, 'note', id);
  const { updatedAt: _at, updatedBy: _by, ...row } = stamped(ctx, id);
  await ctx.db.insert(companyNotes).values({ ...row, body });
  await note(ctx, company, 'note', 'added', {});
  return { company: id };
}

/** A company of ours is found by its name and linked; any other stays a name. */
export async function addRelation(ctx: Ctx, { company: id, ...relation }: z.output<typeof AddRelation>): Promise<Kept> {
  const company = await begin(ctx, 'relation', id);
  const other = await companyCalled(ctx, relation.otherName);
  ensure(other?.id !== id, 'profile.itself', { field: 'otherName' });
  const { updatedAt: _at, updatedBy: _by, ...row } = stamped(ctx, id);
  await ctx.db.insert(companyRelations).values({ ...row, ...relation, otherId: other?.id ?? null });
  await record(ctx, relationKept, { ...about(company), data: { ...about(company).data, kind: relation.kind, other: relation.otherName } });
  return { company: id };
}

export async function removePart(ctx: Ctx, { company: id, part, row: rowId }: z.output<typeof RemovePart>): Promise<Kept> {
  const company = await begin(ctx, part, id);
  const table = tables[part];
  const [row] = await ctx.db.delete(table).where(eq(table.id, rowId)).returning();
  const gone = found(row);
  ensure(gone.companyId === id, 'notFound');
  const { centerId: _c, id: _i, companyId: _o, createdAt: _a, createdBy: _b, ...before } = gone;
  await note(ctx, company, part, 'removed', before);
  return { company: id };
}

/** Leaves on record who reads an account in full, and why; it then shows to them for a while. */
export async function revealAccount(ctx: Ctx, input: z.output<typeof RevealAccount>): Promise<Kept> {
  allow(canReveal(ctx.actor));
  const [row] = await ctx.db.select().from(companyBankAccounts).where(eq(companyBankAccounts.id, input.row));
  const account = found(row);
  ensure(account.companyId === input.company, 'notFound');
  const company = await load(ctx, account.companyId);
  await reveal(ctx, { subject: { type: 'account', id: account.id }, companyId: company.id, field: 'account', of: company.name, reason: input.reason, value: account.number });
  return { company: company.id };
}

async function begin(ctx: Ctx, part: PartKind, companyId: string) {
  const company = await load(ctx, companyId);
  allow(canKeepPart(ctx.actor, part, companyId));
  const table = tables[part];
  ensure((await ctx.db.$count(table, eq(table.companyId, companyId))) < MOST || part === 'note', 'tooMany', { params: { max: MOST } });
  return company;
}

async function load(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, id));
  return found(row);
}

function stamped(ctx: Ctx, companyId: string) {
  const by = membershipOf(ctx.actor);
  return { centerId: centerOf(ctx.actor), id: newId(), companyId, createdAt: ctx.now, createdBy: by, updatedAt: ctx.now, updatedBy: by };
}

function about(company: { id: string; name: string }) {
  return { subject: { type: 'company', id: company.id }, companyId: company.id, data: { companyId: company.id, company: company.name } };
}

async function note(ctx: Ctx, company: { id: string; name: string }, part: PartKind, act: 'added' | 'removed', values: Record<string, unknown>): Promise<void> {
  const said = { ...about(company), ...(act === 'added' ? { after: values } : { before: values }) };
  if (part === 'note') await record(ctx, noteKept, { ...said, data: { ...said.data, act } });
  else await record(ctx, partKept, { ...said, data: { ...said.data, part, act } });
}
