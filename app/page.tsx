import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/kernel/actor';
import { enter } from './_server/context';

/** Everybody arrives at the door of the role they act in. */
export default async function Arrival() {
  const session = await enter('signed-in');
  redirect(session.role === null ? '/choose' : homeOf(session.role));
}
