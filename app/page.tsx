import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/kernel/actor';
import { enter } from './_server/context';

/** Everybody arrives at the door of the role they act in. */
export default async function Arrival() {
  const session = await enter('signed-in');
  // The auditor's day begins with what happened.
  if (session.role === 'auditor') redirect('/desk/settings/trail');
  redirect(session.role === null ? '/choose' : homeOf(session.role));
}
