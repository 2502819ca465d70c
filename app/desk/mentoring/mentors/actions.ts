'use server';

import { action } from '@/app/_server/action';
import { business } from '@/app/_server/gates';
import { post } from '@/app/_server/post';
import { appointMentor, endAppointment } from '@/lib/mentoring/commands/appoint-mentor';
import { AppointMentor, EndAppointment } from '@/lib/mentoring/inputs';

const file = ({ mentor }: { mentor: string }) => `/desk/mentoring/mentors/${mentor}`;

export const appointMentorAction = action(AppointMentor, appointMentor, {
  words: 'mentoring',
  gate: business,
  done: (result) => ({ message: { key: 'appoint.done' }, redirect: file(result) }),
});

const endOne = action(EndAppointment, endAppointment, {
  words: 'mentoring',
  gate: business,
  done: (result) => ({ message: { key: 'appoint.ended' }, redirect: file(result) }),
});

export const endAppointmentAction = post(endOne);
