'use server';

import { action } from '@/app/_server/action';
import { clerks } from '@/app/_server/gates';
import { removeIp, saveIp } from '@/lib/companies/commands/keep-ip';
import { RemoveIp, SaveIp } from '@/lib/companies/inputs/ip';

const page = ({ company }: { company: string }) => `/desk/companies/${company}/ip`;

export const saveIpAction = action(SaveIp, saveIp, { words: 'ip', gate: clerks, done: (made) => ({ message: { key: 'done.saved' }, redirect: page(made) }) });
export const removeIpAction = action(RemoveIp, removeIp, { words: 'ip', gate: clerks, done: (made) => ({ message: { key: 'done.removed' }, redirect: page(made) }) });
