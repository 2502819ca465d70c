'use client';

import type { ReactNode } from 'react';
import { Form, type FormLabels } from '@/components/form/form';
import type { FormHandler, HiddenFields } from '@/components/form/form-state';

const schema = () => import('@/lib/companies/inputs').then((module) => module.CompanyFields);

/** Checks what is typed by the same schema as the server, once somebody begins to type. */
export function CompanyForm(props: { action: FormHandler; hidden: HiddenFields; labels: FormLabels; extra?: ReactNode; children: ReactNode }) {
  return <Form wide schema={schema} {...props} />;
}
