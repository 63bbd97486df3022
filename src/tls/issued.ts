/** One certificate that our CA has signed. The register is what revocation, and `tls status`, go by. */
export interface Issued {
  /** Upper-case hexadecimal. */
  serial: string;
  kind: 'authority' | 'server' | 'client';
  name: string;
  /** ISO 8601, whole seconds. */
  notAfter: string;
  /** When it was revoked. */
  revoked?: string;
}

/** One JSON object a line; a line that is none is passed over: losing it loses the word of one certificate only. */
export function parseIssued(text: string): Issued[] {
  return text.split('\n').flatMap((line): Issued[] => {
    try {
      const one = JSON.parse(line) as Partial<Issued>;
      const { serial, kind, name, notAfter, revoked } = one;
      if (typeof serial !== 'string' || !/^[0-9A-F]{1,40}$/.test(serial)) return [];
      if (kind !== 'authority' && kind !== 'server' && kind !== 'client') return [];
      if (typeof name !== 'string' || typeof notAfter !== 'string' || Number.isNaN(Date.parse(notAfter)))
        return [];
      return [{ serial, kind, name, notAfter, ...(typeof revoked === 'string' ? { revoked } : {}) }];
    } catch {
      return [];
    }
  });
}

export function printIssued(all: readonly Issued[]): string {
  return all.map((one) => `${JSON.stringify(one)}\n`).join('');
}
