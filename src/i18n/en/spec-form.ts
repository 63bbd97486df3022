interface Span {
  min: string;
  max: string;
}

/** What a field of broker.yaml may look like, by the name of its form. */
export const specForm = {
  size: ({ min, max }: Span) =>
    `a size: bytes, or a number with kB, MB, GB, KiB, MiB or GiB, as in 2 MB; ${min} to ${max}`,
  duration: ({ min, max }: Span) =>
    `a time: a number with s, min, h, d (days) or w (weeks), as in 30 s; ${min} to ${max}`,
  hours: ({ min, max }: Span) =>
    `a time in whole hours: a number with h, d (days) or w (weeks); ${min} to ${max}`,
  line: 'one line of text, no blank at either end',
  path: 'an absolute path',
  socket: 'an absolute path of at most 107 bytes, without blanks',
  address: 'an IPv4 or IPv6 address of this machine, not a link-local one',
  filter: 'a topic filter',
};
