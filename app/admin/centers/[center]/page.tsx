import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { operator } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { Form } from '@/components/form/form';
import { HiddenInputs } from '@/components/form/plain-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { PageHead } from '@/components/page/page-head';
import { LinkToHandOn } from '@/components/people/link-to-hand-on';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { StatePill } from '@/components/ui/pill';
import { getCenter, inCenter } from '@/lib/centers/queries';
import { qrSvg } from '@/lib/documents/qr';
import { formatDay } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import { peopleList } from '@/lib/people/inputs';
import { listOpenInvitations } from '@/lib/people/queries/company-people';
import { listPeople } from '@/lib/people/queries/members';
import { closeCenterAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('admin.center') };
}

/** One center as the operator sees it: names, people's number, and the invitation of whoever begins in it. */
export default async function CenterPage({ params }: { params: Promise<{ center: string }> }) {
  const { center: id } = await params;
  const { center, people, invitations } = await read(operator, async (ctx) => {
    const center = found(isId(id) ? await getCenter(ctx, id) : null);
    const inside = await inCenter(ctx, id);
    return { center, people: await listPeople(inside, peopleList.parse({})), invitations: await listOpenInvitations(inside) };
  });
  const [t, members, shell, list, locale] = [await getT('centers'), await getT('members'), await getT('shell'), await getT('list'), await getLocale()];
  const missing = list('missing');
  const first = people.total === 0 ? invitations.find((row) => row.role === 'administrator' && row.url !== null) : undefined;
  const name = nameIn(locale, center);
  return (
    <>
      <PageHead
        title={name}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('admin.title'), href: '/admin' }, { label: name }] }}
        state={center.closedAt === null ? <StatePill tone="ok">{t('admin.open')}</StatePill> : <StatePill tone="neutral">{t('admin.closed')}</StatePill>}
        actions={
          <>
            <LinkButton href={`/admin/people?center=${center.id}`}>{t('admin.peopleTitle')}</LinkButton>
            <LinkButton href={`/admin/trail?center=${center.id}`}>{t('admin.trailTitle')}</LinkButton>
          </>
        }
      />
      {first !== undefined && first.url !== null && (
        <LinkToHandOn
          title={members('invitation.sentTitle')}
          note={t('admin.firstNote')}
          url={first.url}
          sentence={members('invitation.wechat', { name: first.name, center: name, role: shell(`roles.${first.role}`), link: first.url })}
          svg={await qrSvg(first.url)}
          labels={{
            link: members('invitation.link'),
            copy: members('invitation.copy'),
            copied: members('invitation.copied'),
            failed: members('invitation.copyFailed'),
            qr: members('invitation.qr'),
          }}
        />
      )}
      <Card>
        <DefinitionList
          columns={2}
          facts={[
            { label: t('center.name'), value: center.name },
            { label: t('center.nameEn'), value: center.nameEn },
            { label: t('admin.slug'), value: center.slug },
            { label: t('admin.openedOn'), value: <span className="num">{formatDay(dayOf(center.createdAt), locale)}</span> },
            { label: t('center.address'), value: center.address ?? missing },
            { label: t('center.phone'), value: center.phone ?? missing },
            { label: t('admin.people'), value: <span className="num">{list(people.over ? 'totalOver' : 'total', { count: people.total })}</span> },
            { label: t('admin.invitations'), value: <span className="num">{list('total', { count: invitations.length })}</span> },
          ]}
        />
      </Card>
      {center.closedAt === null && (
        <div className="mt-6">
          <Card title={t('admin.close')} note={t('admin.closeNote')} id="close">
            <Form
              action={closeCenterAction}
              hidden={await hiddenFields()}
              labels={await formLabels(t('admin.close'), { leave: false })}
              footer={
                <div>
                  <SubmitButton variant="danger">{t('admin.close')}</SubmitButton>
                </div>
              }
            >
              <HiddenInputs more={{ id: center.id }} />
              <TextField name="name" label={t('admin.closeName')} hint={center.name} required maxLength={60} autoComplete="off" />
            </Form>
          </Card>
        </div>
      )}
    </>
  );
}
