import { expect, it } from 'vitest';
import { persons } from '@/db/schema/people';
import { owner } from '@/db/testing/factories';
import { newId } from './ids';
import { withoutValues } from './logger';

it('a failed query is logged without what was in it', async () => {
  const phone = '13912345678';
  const twice = [newId(), newId()].map((id) => ({ id, name: '王海霞', phone }));
  const error = await owner()
    .insert(persons)
    .values(twice)
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  const line = JSON.stringify(withoutValues(error));
  expect(line).not.toContain(phone);
  expect(line).not.toContain('王海霞');
  expect(line).toContain('persons_phone_unique');
  expect(line).toContain('23505');
});

it('any other error keeps its message and its cause', () => {
  const line = JSON.stringify(withoutValues(new Error('the disk is full', { cause: new Error('no space') })));
  expect(line).toContain('the disk is full');
  expect(line).toContain('no space');
});
