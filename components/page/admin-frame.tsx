import { DeskFrame, type DeskFrameProps } from './desk-frame';

/** The operator's rooms: the desk's shape without its jump-to. */
export function AdminFrame(props: Omit<DeskFrameProps, 'search'>) {
  return <DeskFrame {...props} />;
}
