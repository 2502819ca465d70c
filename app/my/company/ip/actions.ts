'use server';

import { action } from '@/app/_server/action';
import { company } from '@/app/_server/gates';
import { removeIp, saveIp } from '@/lib/companies/commands/keep-ip';
import { RemoveIp, SaveIp } from '@/lib/companies/inputs/ip';

export const saveMyIpAction = action(SaveIp, saveIp, { words: 'ip', gate: company, done: () => ({ message: { key: 'done.saved' }, redirect: '/my/company/ip' }) });
export const removeMyIpAction = action(RemoveIp, removeIp, { words: 'ip', gate: company, done: () => ({ message: { key: 'done.removed' }, redirect: '/my/company/ip' }) });
