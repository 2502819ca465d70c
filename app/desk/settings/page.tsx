import type { Metadata } from 'next';
import { businessAndAuditor, desk, trail } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { MissingYear } from '@/components/centers/missing-year';
import { PageHead } from '@/components/page/page-head';
import { Card } from '@/components/ui/card';
import { canEditCalendar } from '@/lib/centers/policy';
import { missingYearWarning } from '@/lib/centers/queries';
import { hasRole } from '@/lib/kernel/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('centers'))('settings.title') };
}

/** What the center has set up, and the way to each part of it. */
export default async function SettingsPage() {
  const { missing, mayEnter, open, mail, works } = await read(desk, async (ctx) => ({
    missing: await missingYearWarning(ctx),
    mayEnter: canEditCalendar(ctx.actor),
    open: hasRole(ctx.actor, ...trail),
    mail: hasRole(ctx.actor, 'administrator'),
    works: hasRole(ctx.actor, ...businessAndAuditor),
  }));
  const t = await getT('centers');
  const parts = [
    { key: 'people', href: '/desk/settings/people' },
    { key: 'departments', href: '/desk/settings/departments' },
    { key: 'roles', href: '/desk/settings/roles' },
    ...(works ? [{ key: 'admission', href: '/desk/settings/admission' }] : []),
    { key: 'calendar', href: '/desk/settings/calendar' },
    ...(works ? [{ key: 'answers', href: '/desk/settings/answers' }] : []),
    { key: 'center', href: '/desk/settings/center' },
    { key: 'fields', href: '/desk/settings/fields' },
    ...(works ? [{ key: 'privacy', href: '/desk/settings/privacy' }] : []),
    ...(open ? [{ key: 'trail', href: '/desk/settings/trail' }] : []),
    ...(mail ? [{ key: 'channels', href: '/desk/settings/channels' }, { key: 'outbox', href: '/desk/settings/outbox' }] : []),
  ];
  return (
    <>
      <PageHead title={t('settings.title')} />
      {missing !== null && <MissingYear t={t} year={missing} act={mayEnter} />}
      <Card body="rows">
        {parts.map((part) => (
          <a key={part.key} href={part.href} className="row">
            <span className="link">{t(`settings.${part.key}`)}</span>
            <span className="text-ink-2">{t(`settings.${part.key}Note`)}</span>
          </a>
        ))}
      </Card>
    </>
  );
}
