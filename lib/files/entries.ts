import { z } from 'zod';
import { defineEntry } from '@/lib/audit/entries';

const file = z.object({ name: z.string() });

// Files of a company's own matters stand in its timeline; those for the center alone don't.
export const fileAdded = defineEntry({ name: 'file.added', data: file, audience: ['center', 'company'] });
export const fileAddedInside = defineEntry({ name: 'file.addedInside', data: file, audience: ['center'] });
/** Of a draft nobody else learns, not even a file's name. */
export const fileAddedUnsent = defineEntry({ name: 'file.addedUnsent', data: file, audience: ['company'] });
export const fileRemoved = defineEntry({ name: 'file.removed', data: file, audience: ['center', 'company'] });
export const fileRemovedInside = defineEntry({ name: 'file.removedInside', data: file, audience: ['center'] });
export const fileRemovedUnsent = defineEntry({ name: 'file.removedUnsent', data: file, audience: ['company'] });
