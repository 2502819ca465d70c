import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { companies, companyContacts } from '@/db/schema/companies';
import { record } from '@/lib/audit/commands';
import { reveal } from '@/lib/audit/reveal';
import { centerOf, membershipOf } from '@/lib/kernel/actor';
import type { Ctx } from '@/lib/kernel/context';
import { allow, ensure, ensureVersion, found } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { contactRemoved, contactSaved } from '../entries';
import type { ContactFields, RemoveContact, RevealContact } from '../inputs';
import { canEditContacts, canReveal } from '../policy';

const MOST_CONTACTS = 30;

/** Adds a contact, under `fresh` if it is given, or changes the one named by `contact`. The first of a company is its main one. */
export async function saveContact(ctx: Ctx, input: z.output<typeof ContactFields>, fresh: string = newId()): Promise<{ company: string }> {
  const company = await companyOf(ctx, input.company);
  allow(canEditContacts(ctx.actor, company.id));
  const rows = await ctx.db.select().from(companyContacts).where(eq(companyContacts.companyId, company.id)).for('update');
  const old = input.contact === undefined ? null : found(rows.find((row) => row.id === input.contact));
  if (old !== null) ensureVersion(old, input.version);
  ensure(old !== null || rows.length < MOST_CONTACTS, 'tooMany', { params: { max: MOST_CONTACTS } });
  const values = {
    name: input.name,
    title: input.title,
    phone: input.phone === undefined ? (old?.phone ?? null) : input.phone,
    email: input.email,
    isPrimary: input.isPrimary || rows.length === 0 || (old?.isPrimary === true && rows.every((row) => row.id === old.id || !row.isPrimary)),
  };
  if (values.isPrimary) {
    await ctx.db
      .update(companyContacts)
      .set({ isPrimary: false, updatedAt: ctx.now })
      .where(and(eq(companyContacts.companyId, company.id), eq(companyContacts.isPrimary, true), ne(companyContacts.id, old?.id ?? company.id)));
  }
  const saved = { ...values, updatedAt: ctx.now, updatedBy: membershipOf(ctx.actor) };
  const id = old?.id ?? fresh;
  if (old === null) {
    await ctx.db.insert(companyContacts).values({
      centerId: centerOf(ctx.actor),
      id,
      companyId: company.id,
      position: rows.length,
      createdAt: ctx.now,
      createdBy: membershipOf(ctx.actor),
      ...saved,
    });
  } else await ctx.db.update(companyContacts).set({ ...saved, version: old.version + 1 }).where(eq(companyContacts.id, id));
  await record(ctx, contactSaved, {
    ...about(company, id),
    data: { ...about(company, id).data, isNew: old === null ? 'yes' : 'no' },
    before: old === null ? null : { name: old.name, title: old.title, phone: old.phone, email: old.email, isPrimary: old.isPrimary },
    after: values,
  });
  return { company: company.id };
}

/** Removes a contact; the next one becomes the main one if it was. */
export async function removeContact(ctx: Ctx, input: z.output<typeof RemoveContact>): Promise<{ company: string }> {
  const [loaded] = await ctx.db.select().from(companyContacts).where(eq(companyContacts.id, input.contact)).for('update');
  const row = found(loaded);
  const company = await companyOf(ctx, row.companyId);
  allow(canEditContacts(ctx.actor, company.id));
  await ctx.db.delete(companyContacts).where(eq(companyContacts.id, row.id));
  if (row.isPrimary) {
    const [next] = await ctx.db
      .select({ id: companyContacts.id })
      .from(companyContacts)
      .where(eq(companyContacts.companyId, company.id))
      .orderBy(companyContacts.position, companyContacts.id)
      .limit(1);
    if (next !== undefined) await ctx.db.update(companyContacts).set({ isPrimary: true }).where(eq(companyContacts.id, next.id));
  }
  await record(ctx, contactRemoved, {
    ...about(company, row.id),
    before: { name: row.name, title: row.title, phone: row.phone, email: row.email },
  });
  return { company: company.id };
}

/** Leaves on record who reads a contact's number in full, and why. The number itself is then shown to them for a while. */
export async function revealContact(ctx: Ctx, input: z.output<typeof RevealContact>): Promise<{ company: string; contact: string }> {
  allow(canReveal(ctx.actor));
  const [loaded] = await ctx.db.select().from(companyContacts).where(eq(companyContacts.id, input.contact));
  const row = found(loaded);
  const company = await companyOf(ctx, row.companyId);
  await reveal(ctx, {
    subject: { type: 'contact', id: row.id },
    companyId: company.id,
    field: 'contact',
    of: company.name,
    reason: input.reason,
    value: row.phone,
  });
  return { company: company.id, contact: row.id };
}

async function companyOf(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  const [row] = await ctx.db.select({ id: companies.id, name: companies.name }).from(companies).where(eq(companies.id, id));
  return found(row);
}

function about(company: { id: string; name: string }, contactId: string) {
  return {
    subject: { type: 'contact', id: contactId },
    companyId: company.id,
    data: { companyId: company.id, company: company.name, contactId },
  };
}
