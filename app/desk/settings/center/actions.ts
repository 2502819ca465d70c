'use server';

import { action } from '@/app/_server/action';
import { house } from '@/app/_server/gates';
import { nameCenter, secureCenter } from '@/lib/centers/commands/center';
import { NameCenter, SecureCenter } from '@/lib/centers/inputs';

const saved = (key: string) => (result: { version: number }) => ({ message: { key: `center.${key}` }, version: result.version });

export const nameCenterAction = action(NameCenter, nameCenter, { words: 'centers', gate: house, done: saved('namesSaved') });
export const secureCenterAction = action(SecureCenter, secureCenter, { words: 'centers', gate: house, done: saved('securitySaved') });
