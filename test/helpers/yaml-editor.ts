import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** An editor as far as a language server can tell: it opens one file and asks. */
export interface Editor {
  /** Opens, or replaces, the text of the file; resolves with what is wrong in it. */
  show(text: string): Promise<Diagnostic[]>;
  /** What is offered at the mark `|` in the text, which is taken out. */
  offers(text: string): Promise<{ label: string; documentation: string }[]>;
  /** What is said of the word at the mark. */
  hover(text: string): Promise<string>;
  close(): void;
}

interface Answer {
  id?: number;
  method?: string;
  params?: { uri?: string; diagnostics?: Diagnostic[] };
  result?: unknown;
}

const require = createRequire(import.meta.url);
const server = join(
  dirname(require.resolve('yaml-language-server/package.json')),
  'bin/yaml-language-server',
);

/** Starts a YAML language server, the one of VS Code and others, on the file of that address (`file://…`). */
export async function openEditor(uri: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let diagnosed: ((found: Diagnostic[]) => void) | null = null;
  let asked = 0;
  let version = 0;

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((settle) => {
      asked += 1;
      waiting.set(asked, settle);
      send({ id: asked, method, params });
    });
  const take = (answer: Answer): void => {
    const { id, method, params, result } = answer;
    if (method === 'textDocument/publishDiagnostics') diagnosed?.(params?.diagnostics ?? []);
    // The server's own questions (its configuration, among others) have no answer here: the defaults do.
    else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) waiting.get(id)?.(result);
  };
  readMessages(child.stdout, take);

  await ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  send({ method: 'initialized', params: {} });
  const yaml = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } });

  const show = (text: string): Promise<Diagnostic[]> =>
    new Promise((settle) => {
      diagnosed = settle;
      version += 1;
      const textDocument = { uri, version, languageId: 'yaml', text };
      if (version === 1) send({ method: 'textDocument/didOpen', params: { textDocument } });
      else send({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text }] } });
    });
  const askAt = async (method: string, marked: string): Promise<unknown> => {
    const before = marked.split('|')[0] ?? '';
    await show(marked.replace('|', ''));
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return ask(method, { textDocument: { uri }, position });
  };
  return {
    show,
    async offers(marked) {
      const { items } = (await askAt('textDocument/completion', marked)) as { items: Offer[] };
      return items.map(({ label, documentation }) => ({
        label,
        documentation: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
      }));
    },
    async hover(marked) {
      const said = (await askAt('textDocument/hover', marked)) as { contents: { value: string } } | null;
      return said?.contents.value ?? '';
    },
    close: () => void child.kill(),
  };
}

interface Offer {
  label: string;
  documentation?: string | { value: string };
}

/** Messages of the protocol: a header with their length, then JSON. */
function readMessages(stream: NodeJS.ReadableStream, take: (message: Answer) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const [header, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.subarray(0, 64).toString()) ?? [];
      if (header === undefined) return;
      const end = header.length + Number(length);
      if (rest.length < end) return;
      take(JSON.parse(rest.subarray(header.length, end).toString()));
      rest = rest.subarray(end);
    }
  });
}
