'use server';

import { action } from '@/app/_server/action';
import { house } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { closeDepartment, createDepartment, moveDepartment, renameDepartment, reopenDepartment } from '@/lib/centers/commands/departments';
import { CloseDepartment, CreateDepartment, MoveDepartment, RenameDepartment } from '@/lib/centers/inputs';

const said = (key: string) => ({ name }: { name: string }) => ({ message: { key: `departments.${key}`, values: { name } } });
const room = { words: 'centers', gate: house };

export const createDepartmentAction = action(CreateDepartment, createDepartment, { ...room, done: said('created') });
export const renameDepartmentAction = action(RenameDepartment, renameDepartment, {
  ...room,
  done: (result) => ({ ...said('renamed')(result), redirect: '/desk/settings/departments' }),
});
export const moveDepartmentAction = post(action(MoveDepartment, moveDepartment, { ...room, done: said('moved') }));
export const closeDepartmentAction = post(action(CloseDepartment, closeDepartment, { ...room, done: said('closedDone') }));
export const reopenDepartmentAction = post(action(CloseDepartment, reopenDepartment, { ...room, done: said('reopened') }));
