export const accounts = {
  'accounts.none': '',
};
