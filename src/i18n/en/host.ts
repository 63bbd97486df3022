export const host = {
  'host.none': '',
};
