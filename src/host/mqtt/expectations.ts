/** What is taken from a value, or undefined where it is not the one waited for. */
type Take<In, Out> = (value: In) => Out | undefined;

interface Waiting<In> {
  /** True when the value was the one waited for. */
  offer(value: In): boolean;
  abandon(error: Error): void;
}

/**
 * Promises for values that are still to come. Each ends: with the value, by its time limit, or because no more
 * will come. A promise that nobody looks at never becomes an unhandled rejection.
 */
export class Expectations<In> {
  #waiting: Waiting<In>[] = [];
  #over: Error | null = null;

  /** Waits for the first value of which `take` makes something; after `timeoutMs` it settles as `late` says. */
  expect<Out>(take: Take<In, Out>, timeoutMs: number, late: () => NoInfer<Out> | Error): Promise<Out> {
    const promise = new Promise<Out>((resolve, reject) => {
      if (this.#over !== null) return reject(this.#over);
      const settle = (result: Out | Error): void => {
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        if (result instanceof Error) reject(result);
        else resolve(result);
      };
      const timer = setTimeout(() => settle(late()), timeoutMs);
      const waiting: Waiting<In> = {
        offer(value) {
          const taken = take(value);
          if (taken !== undefined) settle(taken);
          return taken !== undefined;
        },
        abandon: settle,
      };
      this.#waiting.push(waiting);
    });
    promise.catch(() => {});
    return promise;
  }

  /** Hands a value to everybody who waits for it. */
  offer(value: In): void {
    for (const one of this.#waiting) one.offer(value);
  }

  /** No more values will come. */
  abandon(error: Error): void {
    this.#over = error;
    for (const one of this.#waiting) one.abandon(error);
  }
}
