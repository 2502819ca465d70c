'use client';

import type { ReactNode } from 'react';
import { Form, type FormLabels } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';

const fresh = () => import('@/lib/companies/inputs').then((module) => module.CreateCompany);
const edits = () => import('@/lib/companies/inputs').then((module) => module.CompanyEdits);

/** Checks what is typed by the same schema as the server, once somebody begins to type. */
export function CompanyForm(props: { action: FormHandler; hidden: HiddenFields; labels: FormLabels; extra?: ReactNode; editing?: boolean; children: ReactNode }) {
  const { editing = false, ...form } = props;
  return <Form wide schema={editing ? edits : fresh} {...form} />;
}
