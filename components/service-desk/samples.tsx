import { Icon } from '@/components/ui/icon';
import type { Translate } from '@/lib/kernel/i18n';

export interface SampleFile {
  id: string;
  name: string;
}

/** 样表 of one material, to download. */
export function Samples({ t, samples = [] }: { t: Translate; samples?: readonly SampleFile[] | undefined }) {
  if (samples.length === 0) return null;
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm">
      {samples.map((sample) => (
        <a key={sample.id} className="link inline-flex items-center gap-1 break-words" href={`/api/files/${sample.id}`} download>
          <Icon name="download" size={14} />
          {t('catalogue.sample', { name: sample.name })}
        </a>
      ))}
    </span>
  );
}
