import type { Action } from '../host/types.ts';

/** An action as a command line: what is shown by plan, --explain and --verbose. Never the content of a file. */
export function describeAction(action: Action): string {
  switch (action.type) {
    case 'exec':
      return action.argv.join(' ');
    case 'write':
      return `write ${action.path} (${action.mode.toString(8).padStart(4, '0')}${action.owner === null ? '' : ` ${action.owner}:${action.group}`})`;
    case 'rename':
      return `mv ${action.from} ${action.to}`;
    case 'remove':
      return `rm ${action.path}`;
    case 'mkdir':
      return `mkdir -m ${action.mode.toString(8).padStart(4, '0')} ${action.path}`;
    case 'rmdir':
      return `rmdir ${action.path}`;
    case 'chmod':
      return `chmod ${action.mode.toString(8).padStart(4, '0')} ${action.path}`;
    case 'chown':
      return `chown ${action.owner}:${action.group} ${action.path}`;
    case 'service':
      return describeService(action);
  }
}

function describeService({ operation, service }: Extract<Action, { type: 'service' }>): string {
  if (service.init === 'systemd') {
    return operation === 'reload'
      ? `systemctl kill -s HUP --kill-who=main ${service.unit}`
      : `systemctl ${operation} ${service.unit}`;
  }
  if (service.init === 'sysv') return `service ${service.script} ${operation}`;
  const command = service.argv.join(' ');
  if (operation === 'start') return command;
  // As a person would say it in a shell: end the old process, then run the command again.
  const kill = `kill -${operation === 'reload' ? 'HUP' : 'TERM'} $(pgrep -f ${JSON.stringify(command)})`;
  return operation === 'restart' ? `${kill}; ${command}` : kill;
}
