import type { Role } from '@/lib/kernel/actor';

/** The demo's logins, one per role. Refused when APP_URL isn't local. */
export const demoPassword = 'Dianxiaoer-2026';

export interface DemoLogin {
  role: Role;
  name: string;
  phone: string;
}

export function demoLogins(): DemoLogin[] {
  return [
    { role: 'director', name: '陈立新', phone: '13900000001' },
    { role: 'manager', name: '孙倩', phone: '13900000002' },
    { role: 'liaison', name: '李晓梅', phone: '13900000003' },
    { role: 'counsellor', name: '赵建国', phone: '13900000004' },
    { role: 'finance', name: '何静', phone: '13900000005' },
    { role: 'administrator', name: '周海涛', phone: '13900000006' },
    { role: 'auditor', name: '马文婷', phone: '13900000007' },
    { role: 'company_owner', name: '王海霞', phone: '13900000008' },
    { role: 'company_member', name: '马丽', phone: '13900000009' },
    { role: 'mentor', name: '周明', phone: '13900000010' },
    { role: 'applicant', name: '高原', phone: '13900000012' },
    { role: 'operator', name: '平台值班', phone: '13900000011' },
  ];
}
