import type { Metadata } from 'next';
import { formLabels, hiddenFields } from '@/app/_server/form';
import { desk } from '@/app/_server/gates';
import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { happenings } from '@/app/_server/timeline';
import { RevealForm } from '@/components/audit/reveal-form';
import { FileLayout } from '@/components/page/file-layout';
import { MetaLine, PageHead } from '@/components/page/page-head';
import { LinkToHandOn } from '@/components/people/link-to-hand-on';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { StatePill } from '@/components/ui/pill';
import { Timeline } from '@/components/ui/timeline';
import { timelineOf } from '@/lib/audit/queries';
import { departmentChoices } from '@/lib/centers/queries';
import { qrSvg } from '@/lib/documents/qr';
import { memberRoles, personOf } from '@/lib/kernel/actor';
import { formatDay, formatMoment } from '@/lib/kernel/date-text';
import { dayOf } from '@/lib/kernel/dates';
import { found } from '@/lib/kernel/errors';
import { isId } from '@/lib/kernel/ids';
import type { SearchParams } from '@/lib/kernel/list-params';
import { canErasePersons } from '@/lib/companies/policy';
import { canChangeRole, canEditMembership, canEndMembership, canEndSessionsOf, canLetBackIn } from '@/lib/people/policy';
import { getIssuedLink } from '@/lib/people/queries/links';
import { getMember } from '@/lib/people/queries/members';
import { revealPhoneAction } from '../actions';
import { EditCard, EndCard, LetBackInCard, SessionsCard } from './cards';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('members'))('person.title') };
}

interface Props {
  params: Promise<{ person: string }>;
  searchParams: Promise<SearchParams>;
}

/** One member: who they are, and what the reader may do about how they come in. */
export default async function PersonPage({ params, searchParams }: Props) {
  const [{ person: id }, { link: linkId }] = [await params, await searchParams];
  const { member, departments, timeline, issued, mine, may } = await read(desk, async (ctx) => {
    const member = found(isId(id) ? await getMember(ctx, id) : null);
    const { actor } = ctx;
    const open = member.endedAt === null;
    return {
      member,
      departments: await departmentChoices(ctx),
      timeline: await timelineOf(ctx, { subject: { type: 'membership', id } }),
      issued: typeof linkId === 'string' && isId(linkId) ? await getIssuedLink(ctx, linkId) : null,
      mine: personOf(actor) === member.personId,
      may: {
        edit: open && canEditMembership(actor, member),
        roles: memberRoles.filter((role) => role === member.role || canChangeRole(actor, member, role)),
        end: open && canEndMembership(actor, member),
        letBackIn: open && canLetBackIn(actor, member),
        endSessions: open && canEndSessionsOf(actor, member),
        erase: canErasePersons(actor),
      },
    };
  });
  const [t, shell, list, audit, privacy, locale] = [await getT('members'), await getT('shell'), await getT('list'), await getT('audit'), await getT('privacy'), await getLocale()];
  const missing = list('missing');
  const department = member.departmentName === null ? null : nameIn(locale, { name: member.departmentName, nameEn: member.departmentNameEn ?? '' });
  const started = formatDay(dayOf(member.startedAt), locale);
  return (
    <>
      <PageHead
        file
        title={member.name}
        crumbs={{ label: shell('crumbs'), items: [{ label: t('title'), href: '/desk/settings/people' }, { label: member.name }] }}
        state={member.endedAt === null ? <StatePill tone="ok">{t('current')}</StatePill> : <StatePill tone="neutral">{t('ended')}</StatePill>}
        meta={<MetaLine items={[shell(`roles.${member.role}`), member.companyName ?? department, member.title]} />}
        actions={may.erase && <LinkButton href={`/desk/settings/privacy/member/${member.id}`}>{privacy('person')}</LinkButton>}
      />
      {issued !== null && (
        <LinkToHandOn
          title={t('person.issuedTitle')}
          note={t('person.issuedNote')}
          url={issued.url}
          sentence={t('person.issuedCopy', { name: issued.name, purpose: t(`person.purposes.${issued.purpose}`), link: issued.url })}
          svg={await qrSvg(issued.url)}
          labels={{ link: t('person.issuedTitle'), copy: t('invitation.copy'), copied: t('invitation.copied'), failed: t('invitation.copyFailed'), qr: t('person.issuedTitle') }}
        />
      )}
      <FileLayout
        sideLabel={t('person.timeline')}
        side={
          <>
            {may.endSessions && <SessionsCard member={member} />}
            <Card title={t('person.timeline')} body="bare">
              <Timeline items={happenings(locale, timeline)} empty={t('person.timelineEmpty')} />
            </Card>
          </>
        }
      >
        {mine && <Notice>{t('person.yourself')}</Notice>}
        <Card title={t('person.facts')}>
          <DefinitionList
            columns={2}
            facts={[
              { label: t('role'), value: shell(`roles.${member.role}`) },
              { label: t('place'), value: member.companyName ?? department ?? missing },
              { label: t('phone'), value: <span className="num">{member.phone ?? missing}</span> },
              { label: t('person.email'), value: member.email ?? missing },
              { label: t('started'), value: <span className="num">{started}</span> },
              {
                label: t('state'),
                value: member.endedAt === null ? t('current') : t('person.endedOn', { day: formatMoment(member.endedAt, locale) }),
              },
            ]}
          />
          {member.phone !== null && !mine && (
            <RevealForm t={audit} action={revealPhoneAction} hidden={await hiddenFields()} labels={await formLabels(undefined, { leave: false })} subject={member.id} />
          )}
        </Card>
        {may.edit && <EditCard member={member} roles={may.roles} departments={departments} />}
        {may.letBackIn && <LetBackInCard member={member} />}
        {may.end && <EndCard member={member} />}
      </FileLayout>
    </>
  );
}
