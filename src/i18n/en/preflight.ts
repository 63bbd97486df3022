export const preflight = {
  'preflight.none': '',
};
