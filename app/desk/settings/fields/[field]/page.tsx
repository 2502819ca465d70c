import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { house } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { CheckboxField } from '@/components/form/choice-fields';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { canKeepFields } from '@/lib/companies/policy';
import { getField } from '@/lib/companies/queries/fields';
import { allow, found } from '@/lib/kernel/errors';
import { editFieldAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('fields'))('title') };
}

export default async function FieldPage({ params }: { params: Promise<{ field: string }> }) {
  const { field: id } = await params;
  const field = await read(house, async (ctx) => {
    allow(canKeepFields(ctx.actor));
    return found(await getField(ctx, id));
  });
  const [t, shell] = [await getT('fields'), await getT('shell')];
  const title = t('edit', { name: field.name });
  return (
    <>
      <PageHead title={title} crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/settings/fields' }, { label: title }] }} />
      <Card>
        <Form
          action={editFieldAction}
          hidden={await hiddenFields(field.version)}
          labels={await formLabels()}
          extra={
            <LinkButton variant="quiet" href="/desk/settings/fields">
              {shell('form.cancel')}
            </LinkButton>
          }
        >
          <HiddenInputs more={{ field: field.id }} />
          <TextField name="name" label={t('name')} required maxLength={30} value={field.name} />
          {field.kind === 'choice' && <TextField name="choices" label={t('choices')} hint={t('choicesHint')} required maxLength={500} value={field.choices.join('、')} />}
          <CheckboxField name="inList" label={t('inList')} hint={t('inListHint')} checked={field.inList} />
        </Form>
      </Card>
    </>
  );
}
