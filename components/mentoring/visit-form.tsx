'use client';

import type { ReactNode } from 'react';
import { Form, type FormLabels } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';

const recording = () => import('@/lib/mentoring/inputs').then((module) => module.RecordVisit);
const correcting = () => import('@/lib/mentoring/inputs').then((module) => module.CorrectVisit);

/** The form of a visit: the same schema checks it in the browser and on the server. */
export function VisitForm(props: { action: FormHandler; hidden: HiddenFields; labels: FormLabels; correct?: boolean; footer: ReactNode; children: ReactNode }) {
  const { correct, ...rest } = props;
  return <Form {...rest} schema={correct ? correcting : recording} />;
}
