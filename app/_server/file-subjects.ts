import { attachScan } from '@/lib/documents/commands';
import { canAttachScan } from '@/lib/documents/policy';
import { getDocument } from '@/lib/documents/queries';
import '@/lib/companies/jobs';
import { canEditCompanies, canImportCompanies } from '@/lib/companies/policy';
import { getCompany } from '@/lib/companies/queries/file';
import { getStep } from '@/lib/companies/queries/road';
import type { FileAudience } from '@/lib/files/commands';
import { takeoverParts } from '@/lib/companies/takeover';
import { startGroup, startImport } from '@/lib/imports/commands';
import { getGroup, getImport } from '@/lib/imports/queries';
import { getEvidence } from '@/lib/lifecycle/evidence';
import { canDo, canGiveEvidence } from '@/lib/lifecycle/policy';
import { getApplication } from '@/lib/lifecycle/queries/admission';
import type { Ctx } from '@/lib/kernel/context';
import { dayOf } from '@/lib/kernel/dates';
import { fileAddedToAnswer } from '@/lib/notices/commands/answer-notice';
import { canAnswerNotice, canEditNotice } from '@/lib/notices/policy';
import { getNotice } from '@/lib/notices/queries/desk';
import { recipientStanding } from '@/lib/notices/queries/own';
import { doorOf } from '@/lib/notices/rules';
import { canAct, canKeepCatalogue } from '@/lib/service-desk/policy';
import { laneSubject } from '@/lib/approvals/queries';
import { confirmByLetter } from '@/lib/service-desk/commands/confirm-request';
import { requestOfMaterial } from '@/lib/service-desk/queries/materials';
import { samplePlace } from '@/lib/service-desk/queries/samples';
import { standingOf } from '@/lib/service-desk/queries/standing';

/** What the owner of a subject says about files on it, for the one who asks. */
export interface FileSubject {
  companyId: string | null;
  audience: FileAudience;
  mayAdd: boolean;
  mayRemove: boolean;
  /** Its company hasn't sent it yet. */
  unsent?: boolean;
  /** What else an added file changes, in the same transaction. */
  added?: (ctx: Ctx, fileIds: readonly string[]) => Promise<void>;
}

/** Null when the actor can't see the subject: it answers as if there were none. */
export type FindFileSubject = (ctx: Ctx, id: string) => Promise<FileSubject | null>;

/** Everything files can be attached to. A capability adds its line; the route and the forms know no other way. */
const subjects: Readonly<Record<string, FindFileSubject>> = {
  document: documentScan,
  request: requestFiles,
  'request-material': materialFiles,
  'item-sample': sampleFiles,
  'request-letter': letterFile,
  'request-lane': laneFiles,
  company: companyFiles,
  road: roadPapers,
  'import-companies': sheetOf('companies'),
  'import-ip': sheetOf('ip'),
  'import-facts': sheetOf('facts'),
  'import-contacts': sheetOf('contacts'),
  'import-road': sheetOf('road'),
  notice: noticeFiles,
  'notice-answer': answerFiles,
  'import-takeover': takeoverWorkbook,
  application: applicationPapers,
  evidence: evidencePapers,
};

export async function fileSubject(ctx: Ctx, subject: { type: string; id: string }): Promise<FileSubject | null> {
  const find = Object.hasOwn(subjects, subject.type) ? subjects[subject.type] : undefined;
  return find === undefined ? null : find(ctx, subject.id);
}

/** The scan that carries the real seal. The first stays in the trail when another replaces it. */
async function documentScan(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const document = await getDocument(ctx, id);
  if (document === null) return null;
  return {
    companyId: document.companyId,
    audience: document.companyId === null ? 'center' : 'company',
    mayAdd: canAttachScan(ctx.actor),
    mayRemove: false,
    added: async (inner, [file]) => {
      if (file !== undefined) await attachScan(inner, { document: id, file });
    },
  };
}

/** What belongs to a request is seen by both sides. What the desk has received stays; only a draft's files can be taken away. */
async function requestFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const request = await standingOf(ctx, id);
  if (request === null) return null;
  return {
    companyId: request.companyId,
    audience: 'company',
    unsent: request.state === 'draft',
    mayAdd: canAct(ctx.actor, 'attach', request),
    mayRemove: (request.state === 'draft' || request.state === 'confirming') && canAct(ctx.actor, 'edit', request),
  };
}

/** One material of a request: it comes and goes with the request's own files. */
async function materialFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const request = await requestOfMaterial(ctx, id);
  return request === null ? null : requestFiles(ctx, request);
}

/** 样表 of a material: added and taken away while its version is being worded; what is in force stays as it was published. */
async function sampleFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const place = await samplePlace(ctx, id);
  if (place === null) return null;
  const mayKeep = canKeepCatalogue(ctx.actor) && place.state === 'draft';
  return { companyId: null, audience: 'company', mayAdd: mayKeep, mayRemove: mayKeep };
}

/** The letter by which a company confirms what the desk wrote: with its arrival it has confirmed. */
async function letterFile(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const request = await standingOf(ctx, id);
  if (request === null) return null;
  return {
    companyId: request.companyId,
    audience: 'company',
    mayAdd: canAct(ctx.actor, 'confirmFor', request),
    mayRemove: false,
    added: async (inner, [letter]) => {
      if (letter !== undefined) await confirmByLetter(inner, { request: id, letter });
    },
  };
}

/** Papers of one lane stay among those who work on it. */
async function laneFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const subject = await laneSubject(ctx, id);
  const request = subject === null ? null : await standingOf(ctx, subject.id);
  if (request === null) return null;
  return { companyId: request.companyId, audience: 'center', mayAdd: canAct(ctx.actor, 'lane', request), mayRemove: false };
}

/** Licence, agreements, certificates: the company sees them, the desk keeps them. */
async function companyFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const company = await getCompany(ctx, id);
  if (company === null) return null;
  const mayKeep = canEditCompanies(ctx.actor);
  return { companyId: company.id, audience: 'company', mayAdd: mayKeep, mayRemove: mayKeep };
}

/** Papers of one step of a company's road: what was agreed and decided stays. */
async function roadPapers(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const step = await getStep(ctx, id);
  return step === null ? null : { companyId: step.companyId, audience: 'company', mayAdd: canEditCompanies(ctx.actor), mayRemove: false };
}

/** The paper behind a piece of evidence for graduation. */
async function evidencePapers(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const evidence = await getEvidence(ctx, id);
  return evidence === null ? null : { companyId: evidence.companyId, audience: 'company', mayAdd: canGiveEvidence(ctx.actor), mayRemove: false };
}

/** Papers of an application: whoever may still write it may add and take away. */
async function applicationPapers(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const application = await getApplication(ctx, id);
  if (application === null) return null;
  const mayEdit = canDo(ctx.actor, 'edit', application);
  return { companyId: null, audience: 'center', mayAdd: mayEdit, mayRemove: mayEdit };
}

/** A sheet to import. The page makes the id up; the first file that comes under it begins the import. */
function sheetOf(kind: string): FindFileSubject {
  return async (ctx, id) => {
    if (!canImportCompanies(ctx.actor)) return null;
    const isNew = (await getImport(ctx, id)) === null;
    return {
      companyId: null,
      audience: 'center',
      mayAdd: true,
      mayRemove: false,
      added: async (inner, [file]) => {
        if (isNew && file !== undefined) await startImport(inner, { kind, file, id });
      },
    };
  };
}

/** What hangs on a notice is for every company it goes to; once sent it stays as it was. */
async function noticeFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const notice = await getNotice(ctx, id);
  if (notice === null) return null;
  const mayEdit = canEditNotice(ctx.actor, notice);
  return { companyId: null, audience: 'company', mayAdd: mayEdit, mayRemove: mayEdit };
}

/** What a company sends in. An answer that was sent keeps its files; more may come until the last day. */
async function answerFiles(ctx: Ctx, id: string): Promise<FileSubject | null> {
  const standing = await recipientStanding(ctx, id);
  if (standing === null) return null;
  const mayWrite = canAnswerNotice(ctx.actor, standing) && doorOf(standing, standing, dayOf(ctx.now)) === 'open';
  return {
    companyId: standing.companyId,
    audience: 'company',
    mayAdd: mayWrite,
    mayRemove: mayWrite && standing.answeredAt === null,
    added: (inner) => fileAddedToAnswer(inner, id),
  };
}

/** A workbook of several sheets; the first file that comes under the group's id begins its checks. */
async function takeoverWorkbook(ctx: Ctx, id: string): Promise<FileSubject | null> {
  if (!canImportCompanies(ctx.actor)) return null;
  const isNew = (await getGroup(ctx, id)).length === 0;
  return {
    companyId: null,
    audience: 'center',
    mayAdd: true,
    mayRemove: false,
    added: async (inner, [file]) => {
      if (isNew && file !== undefined) await startGroup(inner, { group: id, file, parts: takeoverParts.map(({ kind, only }) => ({ kind, only: [...only] })) });
    },
  };
}
