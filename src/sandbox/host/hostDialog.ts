import { dialog, element } from './controls.js';

let pending: Promise<boolean> | undefined;

/**
 * Shows a dialog of the host. Resolves with true if the user accepts. A second request joins the open dialog.
 */
export function askUser(title: string, text: string): Promise<boolean> {
  pending ??= new Promise<boolean>((resolve) => {
    element('ask-title').textContent = title;
    element('ask-text').textContent = text;
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener(
      'close',
      () => {
        pending = undefined;
        resolve(dialog.returnValue === 'accept');
      },
      { once: true },
    );
  });
  return pending;
}
