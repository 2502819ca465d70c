import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { PostButton } from '@/components/form/plain-form';
import { TextField } from '@/components/form/text-fields';
import { type Column, DataTable } from '@/components/list/data-table';
import { PageHead } from '@/components/page/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { canEditDepartments } from '@/lib/centers/policy';
import { type Department, listDepartments } from '@/lib/centers/queries';
import { closeDepartmentAction, createDepartmentAction, moveDepartmentAction, reopenDepartmentAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('departments.title') };
}

export default async function DepartmentsPage() {
  const { departments, mayEdit } = await read(desk, async (ctx) => ({
    departments: await listDepartments(ctx),
    mayEdit: canEditDepartments(ctx.actor),
  }));
  const [t, shell, locale, hidden] = [await getT('centers'), await getT('shell'), await getLocale(), await hiddenFields()];
  const open = departments.filter((row) => row.closedAt === null);
  // Each button is a form of its own, so each needs a key of its own.
  const keys = new Map<string, Awaited<ReturnType<typeof hiddenFields>>[]>();
  for (const row of departments) keys.set(row.id, [await hiddenFields(), await hiddenFields(), await hiddenFields()]);

  const acts = (row: Department) => {
    const [up, down, state] = keys.get(row.id) ?? [];
    if (row.closedAt !== null) {
      return (
        <PostButton action={reopenDepartmentAction} hidden={state} values={{ id: row.id }} size="sm">
          {t('departments.reopen')}
        </PostButton>
      );
    }
    return (
      <div className="flex flex-wrap gap-1">
        {row.id !== open[0]?.id && (
          <PostButton action={moveDepartmentAction} hidden={up} values={{ id: row.id, direction: 'up' }} size="sm">
            {t('departments.up')}
          </PostButton>
        )}
        {row.id !== open.at(-1)?.id && (
          <PostButton action={moveDepartmentAction} hidden={down} values={{ id: row.id, direction: 'down' }} size="sm">
            {t('departments.down')}
          </PostButton>
        )}
        <LinkButton href={`/desk/settings/departments/${row.id}`} size="sm">
          {t('departments.edit')}
        </LinkButton>
        {row.people === 0 && (
          <ConfirmButton
            action={closeDepartmentAction}
            hidden={state}
            values={{ id: row.id }}
            variant="danger"
            size="sm"
            question={{
              title: t('departments.closeAsk', { name: nameIn(locale, row) }),
              text: t('departments.closeText'),
              yes: t('departments.close'),
              no: t('departments.no'),
            }}
          >
            {t('departments.close')}
          </ConfirmButton>
        )}
      </div>
    );
  };
  const columns: Column<Department>[] = [
    { key: 'name', head: t('departments.name'), cell: (row) => nameIn(locale, row) },
    {
      key: 'people',
      head: t('departments.people'),
      align: 'right',
      cell: (row) =>
        row.people > 0 ? (
          <a className="link num" href={`/desk/settings/people?department=${row.id}`}>
            {row.people}
          </a>
        ) : (
          <span className="num">0</span>
        ),
    },
    {
      key: 'state',
      head: t('departments.state'),
      cell: (row) =>
        row.closedAt === null ? <StatePill tone="ok">{t('departments.open')}</StatePill> : <StatePill tone="neutral">{t('departments.closed')}</StatePill>,
    },
    ...(mayEdit ? [{ key: 'acts', head: t('departments.order'), cell: acts, phone: 'bare' as const }] : []),
  ];
  return (
    <>
      <PageHead title={t('departments.title')} crumbs={{ label: shell('crumbs'), items: [{ label: t('settings.title'), href: '/desk/settings' }, { label: t('departments.title') }] }} />
      <DataTable
        caption={t('departments.title')}
        columns={columns}
        rows={departments}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('departments.empty')}>{t('departments.emptyText')}</EmptyState>}
      />
      {mayEdit && (
        <div className="mt-6">
          <Card title={t('departments.create')} id="create">
            <Form action={createDepartmentAction} hidden={hidden} labels={await formLabels(t('departments.create'))} resetOnDone>
              <div className="form-row">
                <TextField name="name" label={t('departments.name')} required maxLength={40} />
                <TextField name="nameEn" label={t('departments.nameEn')} hint={t('departments.nameEnHint')} optional={shell('form.optional')} maxLength={60} />
              </div>
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}
