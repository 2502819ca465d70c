import { Message } from '../_server/message';

export default function Forbidden() {
  return <Message kind="forbidden" />;
}
