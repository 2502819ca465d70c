'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { revokeDocument } from '@/lib/documents/commands';
import { RevokeDocument } from '@/lib/documents/inputs';

export const revokeDocumentAction = action(RevokeDocument, revokeDocument, {
  words: 'documents',
  gate: business,
  done: () => ({ message: { key: 'revoked' } }),
});
