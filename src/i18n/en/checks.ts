export const checks = {
  'checks.none': '',
};
