import type { HostReader } from '../../host/types.ts';
import type { BridgeTls } from '../../spec/types.ts';

/** Whom a bridge trusts and how it shows who it is, as PEM; what is not declared, or cannot be read, is left out. */
export async function bridgePem(
  host: HostReader,
  { ca, certificate, key }: Pick<BridgeTls, 'ca' | 'certificate' | 'key'>,
): Promise<{ ca?: string; cert?: string; key?: string }> {
  const read = async (path: string | null): Promise<string | undefined> => {
    const found = path === null ? null : await host.read(path, { followLinks: true });
    return found?.ok === true ? found.data.toString('utf8') : undefined;
  };
  const [trusted, cert, secret] = await Promise.all([read(ca), read(certificate), read(key)]);
  return {
    ...(trusted === undefined ? {} : { ca: trusted }),
    ...(cert === undefined || secret === undefined ? {} : { cert, key: secret }),
  };
}
