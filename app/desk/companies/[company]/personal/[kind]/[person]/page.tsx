import type { Metadata } from 'next';
import { clerks } from '@/app/_server/gates';
import { getT } from '@/app/_server/i18n';
import { read } from '@/app/_server/read';
import { PageHead } from '@/components/page/page-head';
import { consentKinds, type PersonKind } from '@/lib/companies/personal';
import { canEditContacts, canErasePersons } from '@/lib/companies/policy';
import { getPersonal } from '@/lib/companies/queries/personal';
import { allow, found } from '@/lib/kernel/errors';
import { PersonalActions, PersonalFile, PersonMeta } from '../../../../../settings/privacy/personal-file';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('privacy'))('person') };
}

/** What is held about somebody of a company, what they agreed to, and the way to take it along or have it deleted. */
export default async function PersonalPage({ params }: { params: Promise<{ company: string; kind: string; person: string }> }) {
  const { company: companyId, kind, person: id } = await params;
  const { held, mayErase } = await read(clerks, async (ctx) => {
    const known = consentKinds.find((one) => one === kind);
    const one = found(known === undefined ? null : await getPersonal(ctx, known, id));
    found(one.person.companyId === companyId ? one : null);
    allow(canEditContacts(ctx.actor, companyId));
    return { held: one, mayErase: canErasePersons(ctx.actor) };
  });
  const [t, shell, companies] = [await getT('privacy'), await getT('shell'), await getT('companies')];
  const { person } = held;
  const file = `/desk/companies/${person.companyId ?? ''}`;
  return (
    <>
      <PageHead
        title={person.name}
        meta={<PersonMeta person={person} />}
        crumbs={{ label: shell('crumbs'), items: [{ label: companies('title'), href: '/desk/companies' }, { label: person.company ?? '', href: file }, { label: person.name, href: file + placeOf(person) }, { label: t('person') }] }}
        actions={<PersonalActions person={person} mayTake={mayErase} />}
      />
      <PersonalFile held={held} mayErase={mayErase} />
    </>
  );
}

/** Where in the company's file the person stands. */
function placeOf({ kind, id }: { kind: PersonKind; id: string }): string {
  switch (kind) {
    case 'contact':
      return `/contacts/${id}`;
    case 'key':
      return '/profile#person';
    case 'member':
    case 'applicant':
      return '/people';
  }
}
