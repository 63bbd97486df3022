/** Files by name; DIR in a text stands for their folder. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** A configuration that some broker might be started with. */
export interface CorpusCase {
  name: string;
  /** What is looked at once it runs: 'conf' its doors, 'acl' rights by delivery, 'passwd' who gets in. */
  kind: 'conf' | 'acl' | 'passwd';
  files: CaseFiles;
}
