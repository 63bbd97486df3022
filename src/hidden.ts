import { inspect } from 'node:util';

/** A secret: it prints as hidden wherever it is logged, put into JSON or interpolated. `reveal` is the only way out. */
export class Hidden<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[hidden]';
  }

  toJSON(): string {
    return '[hidden]';
  }

  [inspect.custom](): string {
    return '[hidden]';
  }
}
