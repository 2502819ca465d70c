import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { house } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { canEditDepartments } from '@/lib/centers/policy';
import { getDepartment } from '@/lib/centers/queries';
import { allow, found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { renameDepartmentAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('departments.edit') };
}

export default async function DepartmentPage({ params }: { params: Promise<{ department: string }> }) {
  const { department: id } = await params;
  const department = await read(house, async (ctx) => {
    const row = found(isId(id) ? await getDepartment(ctx, id) : null);
    allow(canEditDepartments(ctx.actor));
    return row;
  });
  const [t, shell] = [await getT('centers'), await getT('shell')];
  const back = '/desk/settings/departments';
  return (
    <>
      <PageHead title={department.name} crumbs={{ label: shell('crumbs'), items: [{ label: t('departments.title'), href: back }, { label: department.name }] }} />
      <Card>
        <Form
          action={renameDepartmentAction}
          hidden={await hiddenFields(department.version)}
          labels={await formLabels()}
          extra={
            <LinkButton href={back} variant="quiet">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <HiddenInputs more={{ id: department.id }} />
          <TextField name="name" label={t('departments.name')} value={department.name} required maxLength={40} />
          <TextField name="nameEn" label={t('departments.nameEn')} hint={t('departments.nameEnHint')} value={department.nameEn} optional={shell('form.optional')} maxLength={60} />
        </Form>
      </Card>
    </>
  );
}
