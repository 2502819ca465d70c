import { allRoles, companyRoles, type Role, staffRoles } from '@/lib/kernel/actor';

/**
 * Who may enter what, said a second time and by hand: the pages' own gates are tested against this table.
 * A page or an address of the API that isn't named here fails the test.
 */
export type Rule =
  /** Anybody, signed in or not. */
  | 'anybody'
  /** Anybody signed in, whatever their role. */
  | 'signed-in'
  /** Leads on to somewhere else. */
  | 'passage'
  | readonly Role[];

const business = ['director', 'manager', 'liaison', 'counsellor', 'finance'] as const;
const readers = [...business, 'auditor'] as const;
const editors = ['director', 'manager', 'liaison', 'counsellor'] as const;
const leaders = ['director', 'manager'] as const;
const mentor = ['mentor'] as const;
const operator = ['operator'] as const;

export const access: Readonly<Record<string, Rule>> = {
  '/': 'passage',
  '/bare': 'anybody',
  '/choose': 'signed-in',
  '/forgot': 'anybody',
  '/invitation/[token]': 'anybody',
  '/link/[token]': 'anybody',
  '/setup': 'passage',
  '/sign-in': 'anybody',
  '/sign-in/verify': 'passage',
  '/sign-out': 'anybody',
  '/verify': 'anybody',
  '/verify/[code]': 'anybody',

  '/[center]': 'anybody',
  '/[center]/register': 'anybody',
  '/apply': ['applicant'],
  '/apply/[application]': ['applicant'],

  '/account': 'signed-in',
  '/account/notifications': 'signed-in',
  '/account/password': 'signed-in',
  '/account/preferences': 'signed-in',
  '/account/second-factor': 'signed-in',
  '/account/sessions': 'signed-in',

  '/admin': operator,
  '/admin/centers/[center]': operator,
  '/admin/centers/new': operator,
  '/admin/people': operator,
  '/admin/trail': operator,
  '/admin/trail/[entry]': operator,

  '/desk': staffRoles,
  '/desk/catalogue': readers,
  '/desk/catalogue/[item]': readers,
  '/desk/catalogue/[item]/edit': leaders,
  '/desk/admission': readers,
  '/desk/admission/[application]': readers,
  '/desk/admission/[application]/edit': editors,
  '/desk/companies': readers,
  '/desk/companies/[company]': readers,
  '/desk/companies/[company]/contacts/[contact]': readers,
  '/desk/companies/[company]/contacts/[contact]/personal': editors,
  '/desk/companies/[company]/contacts/new': editors,
  '/desk/companies/[company]/edit': editors,
  '/desk/companies/[company]/facts': readers,
  '/desk/companies/[company]/facts/[year]': readers,
  '/desk/companies/[company]/files': readers,
  '/desk/companies/[company]/history': readers,
  '/desk/companies/[company]/ip': readers,
  '/desk/companies/[company]/ip/[right]': editors,
  '/desk/companies/[company]/merge': leaders,
  '/desk/companies/[company]/people': readers,
  '/desk/companies/[company]/graduate': readers,
  '/desk/companies/[company]/leave': leaders,
  '/desk/companies/[company]/road': readers,
  '/desk/companies/[company]/road/[step]': readers,
  '/desk/companies/[company]/profile': readers,
  '/desk/companies/[company]/profile/accounts/[account]': readers,
  '/desk/companies/[company]/visits': readers,
  '/desk/companies/assign': leaders,
  '/desk/companies/bulk': editors,
  '/desk/companies/carriers': readers,
  '/desk/companies/invite': editors,
  '/desk/companies/collection': readers,
  '/desk/companies/collection/[round]': readers,
  '/desk/companies/ip': readers,
  '/desk/companies/new': editors,
  '/desk/companies/segments': readers,
  '/desk/documents/[document]': readers,
  '/desk/figures': readers,
  '/desk/figures/[indicator]': readers,
  '/desk/imports': editors,
  '/desk/imports/[batch]': editors,
  '/desk/imports/new': editors,
  '/desk/imports/takeover': editors,
  '/desk/imports/takeover/[group]': editors,
  '/desk/mentoring': readers,
  '/desk/mentoring/mentors': readers,
  '/desk/mentoring/mentors/[mentor]': readers,
  '/desk/mentoring/visits/[visit]': readers,
  '/desk/notices': readers,
  '/desk/notices/[notice]': readers,
  '/desk/notices/[notice]/answers/[company]': readers,
  '/desk/notices/[notice]/recipients': business,
  '/desk/notifications': staffRoles,
  '/desk/requests': readers,
  '/desk/requests/[request]': readers,
  '/desk/requests/board': readers,
  '/desk/requests/lanes': readers,
  '/desk/requests/new': editors,
  '/desk/requests/spot': editors,
  '/desk/settings': staffRoles,
  '/desk/settings/answers': readers,
  '/desk/settings/admission': readers,
  '/desk/settings/calendar': staffRoles,
  '/desk/settings/calendar/[year]': staffRoles,
  '/desk/settings/calendar/[year]/edit': [...leaders, 'administrator'],
  '/desk/settings/calendar/new': [...leaders, 'administrator'],
  '/desk/settings/center': staffRoles,
  '/desk/settings/channels': ['administrator'],
  '/desk/settings/channels/[channel]': ['administrator'],
  '/desk/settings/channels/new': ['administrator'],
  '/desk/settings/departments': staffRoles,
  '/desk/settings/departments/[department]': ['director', 'administrator'],
  '/desk/settings/fields': staffRoles,
  '/desk/settings/fields/[field]': ['director', 'administrator'],
  '/desk/settings/outbox': ['administrator'],
  '/desk/settings/people': staffRoles,
  '/desk/settings/people/[person]': staffRoles,
  '/desk/settings/people/invitations': staffRoles,
  '/desk/settings/people/invite': [...leaders, 'administrator'],
  '/desk/settings/privacy': readers,
  '/desk/settings/privacy/[kind]/[person]': leaders,
  '/desk/settings/roles': staffRoles,
  '/desk/settings/trail': ['director', 'administrator', 'auditor'],
  '/desk/settings/trail/[entry]': ['director', 'administrator', 'auditor'],

  '/mentor': mentor,
  '/mentor/companies/[company]': mentor,
  '/mentor/notifications': mentor,
  '/mentor/visits': mentor,
  '/mentor/visits/[visit]': mentor,
  '/mentor/visits/[visit]/correct': mentor,
  '/mentor/visits/new': mentor,

  '/my': companyRoles,
  '/my/collection/[round]': companyRoles,
  '/my/company': companyRoles,
  '/my/company/contacts/[contact]': companyRoles,
  '/my/company/contacts/new': companyRoles,
  '/my/company/facts': companyRoles,
  '/my/company/facts/[year]': companyRoles,
  '/my/company/ip': companyRoles,
  '/my/company/ip/[right]': companyRoles,
  '/my/company/profile': companyRoles,
  '/my/documents/[document]': companyRoles,
  '/my/notices': companyRoles,
  '/my/notices/[notice]': companyRoles,
  '/my/notifications': companyRoles,
  '/my/people': companyRoles,
  '/my/people/[membership]/end': ['company_owner'],
  '/my/people/invite': ['company_owner'],
  '/my/requests': companyRoles,
  '/my/requests/[request]': companyRoles,
  '/my/requests/new': companyRoles,
  '/my/requests/new/[item]': companyRoles,
  '/my/visits': companyRoles,
  '/my/visits/[visit]': companyRoles,
};

/** What answers GET besides pages. Those for everybody answer by their own rules. */
export const endpoints: Readonly<Record<string, Rule>> = {
  '/api/auth/[...nextauth]': 'anybody',
  '/api/exports/companies': readers,
  '/api/exports/imports/[batch]': editors,
  '/api/exports/ip': readers,
  '/api/exports/people': staffRoles,
  '/api/exports/personal/[kind]/[person]': leaders,
  '/api/exports/requests': readers,
  '/api/exports/sheets/[kind]': editors,
  '/api/exports/takeover': editors,
  '/api/exports/templates/[kind]': editors,
  '/api/exports/trail': ['director', 'auditor'],
  '/api/exports/visits': readers,
  '/api/files': 'anybody',
  '/api/files/[file]': 'anybody',
  '/api/health': 'anybody',
  '/api/jump': 'anybody',
  '/api/metrics': 'anybody',
  '/api/notices/[notice]/answers': readers,
  '/api/notices/[notice]/sheet': readers,
  '/api/notifications': 'anybody',
  '/api/ready': 'anybody',
  '/api/tasks/[task]': 'anybody',
};

/** Everybody the table decides about. */
export const visitors = allRoles;

export function mayEnter(rule: Rule, role: Role): boolean {
  return typeof rule === 'string' ? rule !== 'passage' : rule.includes(role);
}
