import QRCode from 'qrcode';
import { env } from '@/lib/kernel/env';

/** Where anybody who holds the paper can ask about it. */
export function verifyUrl(code = ''): string {
  return new URL(code === '' ? '/verify' : `/verify/${code}`, env().APP_URL).href;
}

/** A QR code as an SVG that scales; medium correction survives a stamp at its edge. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 });
}
