import type { Metadata } from 'next';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { personKinds } from '@/lib/companies/personal';
import { canErasePersons } from '@/lib/companies/policy';
import { getPersonal } from '@/lib/companies/queries/personal';
import { allow, found } from '@/lib/kernel/errors';
import { PersonalActions, PersonalFile, PersonMeta } from '../../personal-file';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('privacy'))('person') };
}

const leaders = ['director', 'manager'] as const;

/** What is held about anybody the center knows, from wherever they are known. */
export default async function PersonPage({ params }: { params: Promise<{ kind: string; person: string }> }) {
  const { kind, person: id } = await params;
  const held = await read(leaders, async (ctx) => {
    allow(canErasePersons(ctx.actor));
    const known = personKinds.find((one) => one === kind);
    return found(known === undefined ? null : await getPersonal(ctx, known, id));
  });
  const [t, shell, centers] = [await getT('privacy'), await getT('shell'), await getT('centers')];
  const { person } = held;
  return (
    <>
      <PageHead
        title={person.name}
        meta={<PersonMeta person={person} />}
        crumbs={{ label: shell('crumbs'), items: [{ label: centers('settings.title'), href: '/desk/settings' }, { label: t('title'), href: '/desk/settings/privacy' }, { label: person.name }] }}
        actions={<PersonalActions person={person} mayTake />}
      />
      <PersonalFile held={held} mayErase />
    </>
  );
}
