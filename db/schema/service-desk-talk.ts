import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, centerId, created, id, } from './_columns';
import { businessRead, businessWrite, centered } from './_policies';
import { centers } from './centers';
import { companies } from './companies';
import { memberships } from './people';
import { requests } from './service-desk';

const seenMessage = 'exists (select from request_messages m where m.center_id = request_message_reads.center_id and m.id = request_message_reads.message_id)';
const ownEnd = (column: string) => `exists (select from requests r where r.center_id = request_links.center_id and r.id = request_links.${column} and r.company_id = app_company())`;

/** Both ways between company and desk; `internal` ones stay at the desk. */
export const requestMessages = pgTable(
  'request_messages',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    requestId: uuid('request_id').notNull(),
    companyId: uuid('company_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    fromCompany: boolean('from_company').notNull(),
    internal: boolean('internal').notNull().default(false),
    body: text('body').notNull(),
    ...created,
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.companyId], foreignColumns: [companies.centerId, companies.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    index('request_messages_request').on(table.centerId, table.requestId, table.id),
    ...centered({
      read: { ...businessRead, company: sql`company_id = app_company() and not internal` },
      write: { ...businessWrite, company: sql`company_id = app_company() and not internal and from_company` },
    }),
  ],
);

/** Who read a message of the other side, or a colleague's note, and when first. Its message's own walls stand around it. */
export const requestMessageReads = pgTable(
  'request_message_reads',
  {
    centerId: centerId().references(() => centers.id),
    messageId: uuid('message_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    /** On which side the reader stood. */
    byCompany: boolean('by_company').notNull(),
    readAt: at('read_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.messageId, table.membershipId] }),
    foreignKey({ columns: [table.centerId, table.messageId], foreignColumns: [requestMessages.centerId, requestMessages.id] }),
    foreignKey({ columns: [table.centerId, table.membershipId], foreignColumns: [memberships.centerId, memberships.id] }),
    ...centered({
      read: { ...businessRead, company: sql.raw(seenMessage) },
      write: { staff: sql`membership_id = app_membership() and not by_company`, company: sql.raw(`membership_id = app_membership() and by_company and ${seenMessage}`) },
    }),
  ],
);

/** 相关办件: two requests that belong together, the same whichever of them is looked at. A company knows of it where both are its own. */
export const requestLinks = pgTable(
  'request_links',
  {
    centerId: centerId().references(() => centers.id),
    id: id(),
    /** The smaller id stands first, so that a pair is linked once. */
    requestId: uuid('request_id').notNull(),
    otherId: uuid('other_id').notNull(),
    reason: text('reason').notNull(),
    linkedBy: uuid('linked_by').notNull(),
    linkedAt: at('linked_at').notNull(),
    removedBy: uuid('removed_by'),
    removedAt: at('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.centerId, table.id] }),
    foreignKey({ columns: [table.centerId, table.requestId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.otherId], foreignColumns: [requests.centerId, requests.id] }),
    foreignKey({ columns: [table.centerId, table.linkedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    foreignKey({ columns: [table.centerId, table.removedBy], foreignColumns: [memberships.centerId, memberships.id] }),
    uniqueIndex('request_links_pair').on(table.centerId, table.requestId, table.otherId).where(sql`removed_at is null`),
    index('request_links_other').on(table.centerId, table.otherId),
    check('request_links_order', sql`${table.requestId} < ${table.otherId}`),
    check('request_links_removed', sql`(${table.removedAt} is null) = (${table.removedBy} is null)`),
    ...centered({ read: { ...businessRead, company: sql.raw(`${ownEnd('request_id')} and ${ownEnd('other_id')}`) }, write: businessWrite }),
  ],
);
