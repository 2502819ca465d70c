import { companyRoles, staffRoles } from '@/lib/kernel/actor';

/** Which roles a room is open to. A page names one of these; what may be done inside is each capability's policy. */
export const desk = staffRoles;
export const business = ['director', 'manager', 'liaison', 'counsellor', 'finance'] as const;
/** Those who write companies down; finance doesn't. */
export const clerks = ['director', 'manager', 'liaison', 'counsellor'] as const;
/** Business rooms the auditor may read. */
export const businessAndAuditor = [...business, 'auditor'] as const;
/** People and settings. */
export const house = ['director', 'manager', 'administrator', 'auditor'] as const;
/** The whole center's trail. */
export const trail = ['director', 'administrator', 'auditor'] as const;
export const applicant = ['applicant'] as const;
export const company = companyRoles;
export const mentor = ['mentor'] as const;
export const operator = ['operator'] as const;
