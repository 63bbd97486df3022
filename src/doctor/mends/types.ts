/** Something that `doctor --fix` can do, from a closed set. Plain data: it becomes steps of a plan, or a command. */
export type Mend =
  /** Owner and mode of a file that is there. */
  | { kind: 'mode'; path: string; owner: string; group: string; mode: number }
  | { kind: 'folder'; path: string; owner: string; group: string; mode: number }
  /** For a password or ACL file that is named and not there: nobody gets in, nobody may do anything, but it starts. */
  | { kind: 'empty-file'; path: string; owner: string; group: string; mode: number }
  /** Puts a `#` in front of a line; nothing of it is lost. */
  | { kind: 'comment-out'; path: string; line: number }
  /** Another value behind the option of a line. */
  | { kind: 'set-value'; path: string; line: number; value: string }
  /** One more line at the end. */
  | { kind: 'append-line'; path: string; text: string }
  /** Renames it to a name that nothing loads; nothing of it is lost. `reload`: systemd has to be told. */
  | { kind: 'aside'; path: string; reload?: true }
  /** A regular file in the place of a symbolic link, with the content that it leads to; the link is set aside. */
  | { kind: 'copy-of-link'; path: string; owner: string; group: string; mode: number }
  | { kind: 'service'; operation: 'start' | 'restart' | 'enable' | 'unmask' }
  /** systemd reads its unit files again. */
  | { kind: 'daemon-reload' }
  /** dpkg finishes what was interrupted. */
  | { kind: 'configure-packages' }
  /** `apply --overwrite-drift`: the broker as broker.yaml says. */
  | { kind: 'converge' };
