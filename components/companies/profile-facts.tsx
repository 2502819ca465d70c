import { DefinitionList } from '@/components/ui/facts';
import { industryName } from '@/lib/companies/industries';
import type { Translate } from '@/lib/kernel/i18n';
import { formatWan } from '@/lib/kernel/money';

type Value = string | bigint | null | readonly string[];

export interface Profile {
  paidInCapitalFen: bigint | null;
  industryDivision: string | null;
  techField: string | null;
  founderTraits: readonly string[];
  taxpayerKind: string | null;
  registrationType: string | null;
}

interface Words {
  /** The `profile` namespace. */
  t: Translate;
  locale: string;
  missing: string;
}

/** A value of the profile or of the register as people read it. */
export function profileText({ t, locale, missing }: Words, key: string, value: Value): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return missing;
  if (Array.isArray(value)) return (value as readonly string[]).map((one) => t(`traits.${one}`)).join(t('separator'));
  switch (key) {
    case 'registeredCapitalFen':
    case 'paidInCapitalFen':
      return t('wan', { amount: formatWan(BigInt(value as string | bigint)) });
    case 'industryDivision':
      return industryName(String(value), locale) ?? String(value);
    case 'techField':
      return t(`techFields.${String(value)}`);
    case 'taxpayerKind':
      return t(`taxpayer.${String(value)}`);
    case 'registrationType':
      return `${String(value)} ${t(`registration.${String(value)}`)}`;
    default:
      return String(value);
  }
}

const keys = ['paidInCapitalFen', 'industryDivision', 'techField', 'founderTraits', 'taxpayerKind', 'registrationType'] as const;

/** True where a field of a company's file is one of its profile. */
export function isProfile(key: string): key is (typeof keys)[number] {
  return (keys as readonly string[]).includes(key);
}

export function ProfileFacts({ profile, ...words }: Words & { profile: Profile }) {
  return <DefinitionList columns={2} facts={keys.map((key) => ({ label: words.t(`field.${key}`), value: profileText(words, key, profile[key]) }))} />;
}

/** What would change: each field as it stands and as the company says it should read. */
export function ProposedChanges({ changes, ...words }: Words & { changes: Readonly<Record<string, { from: Value; to: Value }>> }) {
  return (
    <ul className="grid gap-1">
      {Object.entries(changes).map(([key, { from, to }]) => (
        <li key={key}>
          <span className="text-ink-2">{words.t(`field.${key}`)}</span> <s className="text-ink-3">{profileText(words, key, from)}</s> → <b>{profileText(words, key, to)}</b>
        </li>
      ))}
    </ul>
  );
}
