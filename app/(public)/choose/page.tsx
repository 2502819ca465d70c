import type { Metadata } from 'next';
import { enter, readAs } from '@/app/_server/context';
import { getLocale, getT } from '@/app/_server/i18n';
import { signOut, switchMembership } from '@/app/_server/preferences';
import { PostButton } from '@/components/form/plain-form';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Pill } from '@/components/ui/pill';
import { membershipOf } from '@/lib/kernel/actor';
import { listMembershipsOf } from '@/lib/people/queries/access';
import { Door } from '../_door/door';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('people'))('choose.title') };
}

export default async function ChoosePage() {
  const session = await enter('signed-in');
  const [t, shell, locale] = [await getT('people'), await getT('shell'), await getLocale()];
  const held = await readAs(session.actor, (ctx) => listMembershipsOf(ctx, session.personId));
  const current = membershipOf(session.actor);
  const choices = held.map((one) => ({
    id: one.membershipId,
    title: one.companyName ?? (locale === 'en' ? one.centerNameEn : one.centerName),
    note: [
      shell(`roles.${one.role}`),
      one.companyName === null ? (locale === 'en' && one.departmentNameEn ? one.departmentNameEn : one.departmentName) : locale === 'en' ? one.centerNameEn : one.centerName,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  if (session.isOperator) choices.push({ id: 'operator', title: t('choose.operator'), note: t('choose.operatorNote') });

  const ways = (
    <div className="mt-5 flex flex-wrap gap-2">
      <LinkButton href="/account">{t('choose.account')}</LinkButton>
      <PostButton action={signOut}>{t('choose.signOut')}</PostButton>
    </div>
  );
  if (choices.length === 0) {
    return (
      <Door title={t('choose.noneTitle')} note={t('choose.none')}>
        {ways}
      </Door>
    );
  }
  return (
    <Door title={t('choose.title')} note={t('choose.note')}>
      <ul className="grid list-none gap-2 p-0">
        {choices.map((choice) => (
          <li key={choice.id}>
            <Card body="bare">
              <form action={switchMembership}>
                <input type="hidden" name="membership" value={choice.id} />
                <button type="submit" className="flex w-full cursor-pointer items-center justify-between gap-3 p-4 text-left">
                  <span>
                    <span className="block font-semibold">{choice.title}</span>
                    <span className="block text-sm text-ink-2">{choice.note}</span>
                  </span>
                  {(choice.id === current || (choice.id === 'operator' && session.role === 'operator')) && <Pill>{t('choose.current')}</Pill>}
                </button>
              </form>
            </Card>
          </li>
        ))}
      </ul>
      {ways}
    </Door>
  );
}
