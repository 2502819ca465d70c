'use server';

import { z } from 'zod';
import { removeFile } from '@/lib/files/commands';
import { getFile } from '@/lib/files/queries';
import type { Ctx } from '@/lib/kernel/context';
import { allow, found } from '@/lib/kernel/errors';
import { action } from './action';
import { fileSubject } from './file-subjects';
import { post } from './post';

/** The subject's owner says who may; a file whose subject the actor can't see isn't found. */
async function removeSubjectFile(ctx: Ctx, input: { id: string }): Promise<{ name: string }> {
  const file = found(await getFile(ctx, input.id));
  const subject = found(await fileSubject(ctx, { type: file.subjectType, id: file.subjectId }));
  allow(subject.mayRemove);
  await removeFile(ctx, input.id, { unsent: subject.unsent === true });
  return { name: file.name };
}

const remove = post(
  action(z.object({ id: z.uuid() }), removeSubjectFile, { words: 'files', done: ({ name }) => ({ message: { key: 'removed', values: { name } } }) }),
);

export async function removeFileAction(formData: FormData): Promise<void> {
  await remove(formData);
}
