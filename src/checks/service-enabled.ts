import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';

export const serviceEnabled: Check = {
  id: 'service.enabled',
  group: 'service',
  severity: 'high',
  title: msg('checks.service-enabled.title'),
  needs: ['machine'],
  async run({ facts }) {
    const service = facts?.service;
    if (service === undefined || service.enabled === null) {
      return { status: 'skip', message: msg('checks.service-enabled.no-init') };
    }
    if (service.masked) {
      return {
        status: 'fail',
        message: msg('checks.service-enabled.masked'),
        fix: msg('checks.service-enabled.unmask'),
      };
    }
    if (service.enabled) return { status: 'pass', message: msg('checks.service-enabled.pass') };
    return {
      status: 'fail',
      message: msg('checks.service-enabled.fail'),
      fix: msg('checks.service-enabled.fix'),
    };
  },
};
