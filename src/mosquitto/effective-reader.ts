import { entersListener, opensListener } from './default-listener.ts';
import { type ConfLine, confBoolean, firstWord } from './formats/conf.ts';
import { readableConf } from './nul.ts';
import { valueIn } from './options/by-version.ts';
import { type Option, options } from './options.ts';
import type { Version } from './version.ts';

export interface ConfFile {
  path: string;
  text: string;
  /** The include_dir value that brings it in; where it is left out, every include_dir line does. */
  folder?: string;
}

/** A value and the line that decides it. */
export interface Setting<T> {
  value: T;
  by: ConfLine;
}

/** A second line of an option that may stand only once: the broker does not start. */
export interface Duplicate {
  keyword: string;
  first: ConfLine;
  second: ConfLine;
}

export interface Security {
  allowAnonymous: Setting<boolean> | null;
  passwordFile: Setting<string> | null;
  aclFile: Setting<string> | null;
}

/** A listener as it is being read; the broker's default one too, which has no `listener` line. */
export interface Holder {
  by: ConfLine | null;
  port: Setting<string> | null;
  address: string | null;
  protocol: Setting<string> | null;
  socketDomain: boolean;
  security: Security;
}

/** Goes through the lines in the broker's order and notes who is given what. */
export class ConfReader {
  readonly listeners: Holder[] = [];
  readonly defaultListener: Holder = holder(null);
  readonly global: Security = security();
  readonly plugins: ConfLine[] = [];
  readonly duplicates: Duplicate[] = [];
  readonly lines: ConfLine[] = [];
  perListenerSettings: Setting<boolean> | null = null;
  readonly #seen = new Map<Security | Holder, Map<string, ConfLine>>();
  readonly #version: Version | null;

  constructor(version: Version | null) {
    this.#version = version;
  }

  readAll(main: ConfFile, included: readonly ConfFile[]): this {
    // A listener's block ends with its file; the main file goes on with its own after the include_dir line.
    let current: Holder | null = null;
    for (const line of this.#lines(main)) {
      current = this.#read(line, current);
      if (line.keyword !== 'include_dir') continue;
      for (const file of included) {
        if (file.folder !== undefined && file.folder !== line.value) continue;
        let inner: Holder | null = null;
        for (const innerLine of this.#lines(file)) inner = this.#read(innerLine, inner);
      }
    }
    return this;
  }

  #lines({ text, path }: ConfFile): ConfLine[] {
    return readableConf(text, path, this.#version);
  }

  #read(line: ConfLine, current: Holder | null): Holder | null {
    this.lines.push(line);
    if (line.keyword === 'listener') return this.#listener(line);
    const option = options.get(line.keyword);
    if (option === undefined) return current;
    const target = entersListener(option, current !== null, this.#version) ? this.defaultListener : current;
    if (option.scope === 'broker') this.#broker(line, option);
    else if (option.scope === 'security') this.#security(line, option, target);
    else if (option.scope === 'listener') this.#listenerOption(line, option, target);
    else if (option.scope === 'default-listener') this.#listenerOption(line, option, null);
    return target;
  }

  #listener(line: ConfLine): Holder {
    const listener = holder(line);
    const address = line.value.split(/ +/)[1];
    listener.port = { value: firstWord(line.value), by: line };
    listener.address = address === undefined || address.startsWith('#') ? null : address;
    this.listeners.push(listener);
    return listener;
  }

  #broker(line: ConfLine, option: Option): void {
    if (line.keyword === 'per_listener_settings') this.#perListener(line, option);
    const isLogFile = line.keyword === 'log_dest' && firstWord(line.value) === 'file';
    this.#once(this.global, line, isLogFile ? { ...option, again: 'fatal' } : option);
  }

  #perListener(line: ConfLine, { again }: Option): void {
    const stays = this.perListenerSettings?.value === true && valueIn(again, this.#version) === 'true-stays';
    if (!stays) this.perListenerSettings = boolean(line) ?? this.perListenerSettings;
  }

  #security(line: ConfLine, option: Option, current: Holder | null): void {
    const isOwn = this.perListenerSettings?.value === true;
    const owner = current ?? this.defaultListener;
    // Facts §0 K: a security option above the first listener then makes a listener of its own.
    if (isOwn && opensListener(line, option, this.#version)) owner.by ??= line;
    const target = isOwn ? owner.security : this.global;
    this.#once(target, line, option);
    if (line.keyword === 'allow_anonymous') target.allowAnonymous = boolean(line) ?? target.allowAnonymous;
    if (line.keyword === 'password_file') target.passwordFile = { value: line.value, by: line };
    if (line.keyword === 'acl_file') target.aclFile = { value: line.value, by: line };
    if (line.keyword === 'plugin' || line.keyword === 'auth_plugin') this.plugins.push(line);
  }

  #listenerOption(line: ConfLine, option: Option, current: Holder | null): void {
    const owner = current ?? this.defaultListener;
    if (opensListener(line, option, this.#version)) owner.by ??= line;
    this.#once(owner, line, option);
    if (line.keyword === 'port') owner.port = { value: firstWord(line.value), by: line };
    if (line.keyword === 'bind_address') owner.address = line.value;
    if (line.keyword === 'protocol') owner.protocol = { value: firstWord(line.value), by: line };
    if (line.keyword === 'socket_domain') owner.socketDomain = true;
  }

  /** Notes a repeated option that the broker does not bear. */
  #once(owner: Security | Holder, line: ConfLine, { again }: Option): void {
    if (valueIn(again, this.#version) !== 'fatal') return;
    const seen = this.#seen.get(owner) ?? new Map<string, ConfLine>();
    this.#seen.set(owner, seen);
    const first = seen.get(line.keyword);
    if (first === undefined) seen.set(line.keyword, line);
    else this.duplicates.push({ keyword: line.keyword, first, second: line });
  }
}

function boolean(line: ConfLine): Setting<boolean> | null {
  const value = confBoolean(line.value);
  return value === null ? null : { value, by: line };
}

function holder(by: ConfLine | null): Holder {
  return { by, port: null, address: null, protocol: null, socketDomain: false, security: security() };
}

function security(): Security {
  return { allowAnonymous: null, passwordFile: null, aclFile: null };
}
