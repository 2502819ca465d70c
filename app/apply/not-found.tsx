import { Message } from '../_server/message';

export default function NotFound() {
  return <Message kind="notFound" />;
}
