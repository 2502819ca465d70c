import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { QrImage } from '@/components/ui/facts';

/** A link to give to somebody: as an address, as a sentence for the chat, and as a code to scan. */
export function LinkToHandOn({
  title,
  note,
  url,
  sentence,
  svg,
  labels,
}: {
  title: string;
  note: string;
  url: string;
  sentence: string;
  svg: string;
  labels: { link: string; copy: string; copied: string; failed: string; qr: string };
}) {
  return (
    <div className="mb-6">
      <Card title={title} note={note} now>
        <div className="flex flex-wrap items-start gap-6">
          <QrImage svg={svg} label={labels.qr} size={168} />
          <div className="min-w-0 flex-1">
            <p className="text-ink-2">{labels.link}</p>
            <p className="num mb-3 break-all">{url}</p>
            <p className="mb-3 whitespace-pre-wrap">{sentence}</p>
            <CopyButton text={sentence} copied={labels.copied} failed={labels.failed} variant="primary">
              {labels.copy}
            </CopyButton>
          </div>
        </div>
      </Card>
    </div>
  );
}
