import { Message } from '@/app/_server/message';

export default function Foreign() {
  return <Message kind="foreign" main />;
}
