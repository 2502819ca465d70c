import { getLocale, getT, nameIn } from '@/app/_server/i18n';
import { Materials } from '@/app/_server/materials';
import { PageHead } from '@/components/page/page-head';
import { Compare } from '@/components/service-desk/compare';
import { RequestContent } from '@/components/service-desk/content';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StatePill } from '@/components/ui/pill';
import { formatMoment } from '@/lib/kernel/date-text';
import { FilesCard } from './files-card';
import { MessagesCard } from './messages-card';
import type { View } from './view';
import { WithdrawForm } from './withdraw-form';
import { WrittenForm } from './written-form';

/** What the desk wrote for the company, beside what the company makes of it; one press confirms. */
export async function ConfirmView({ request, confirmation, code, files, materials, samples, messages, acts }: View) {
  const [t, locale] = [await getT('service-desk'), await getLocale()];
  const english = locale === 'en';
  const path = `/my/requests/${request.id}`;
  const typed = confirmation?.typed ?? { title: request.title, body: request.body, answers: request.answers };
  return (
    <>
      <PageHead
        file
        crumbs={{ label: t('file.crumbs'), items: [{ label: t('file.my'), href: '/my/requests' }, { label: request.number ?? '' }] }}
        title={request.title}
        state={<StatePill tone="due">{t('states.confirming')}</StatePill>}
        meta={nameIn(locale, request.item)}
        actions={
          <LinkButton href="#confirm" variant="primary" size="lg">
            {t('home.confirmNow')}
          </LinkButton>
        }
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card
          title={t('compare.typed')}
          note={confirmation === null ? undefined : t('file.typedBy', { who: confirmation.typedBy, day: formatMoment(confirmation.typedAt, locale) })}
          className="!mt-0"
        >
          <RequestContent t={t} english={english} request={{ ...typed, item: request.item }} />
          <Compare t={t} english={english} fields={request.item.fields} typed={typed} now={request} />
          {code !== null && (
            <div className="mt-4 rounded-md bg-accent-weak p-3">
              <span className="text-sm text-ink-2">{t('act.code')}</span>
              <b className="num block text-xl tracking-widest">{code}</b>
              <span className="text-sm text-ink-2">{t('act.codeNote')}</span>
            </div>
          )}
        </Card>
        <Card title={t('act.confirmTitle')} note={t('act.confirmNote')} id="confirm" now="due" className="!mt-0">
          <WrittenForm t={t} english={english} request={request} words={{ submit: t('act.confirm'), pending: t('act.confirming') }} />
        </Card>
      </div>
      <Materials t={t} english={english} item={request.item} handed={materials} samples={samples} mayAdd={acts.has('attach')} mayRemove={acts.has('edit')} path={path} />
      <FilesCard request={request.id} files={files} title={t('file.otherFiles')} note={t('draft.filesOptional')} mayAdd={acts.has('attach')} mayRemove={acts.has('edit')} saveFirst />
      <MessagesCard request={request.id} messages={messages} files={files} mayWrite={acts.has('message')} mayAttach={acts.has('attach')} />
      {acts.has('withdraw') && (
        <details className="mt-4">
          <summary className="cursor-pointer text-ink-2">{t('act.withdraw')}</summary>
          <WithdrawForm t={t} request={request.id} back={path} />
        </details>
      )}
    </>
  );
}
