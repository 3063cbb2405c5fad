/** Product name of the host. Hosts report several names for one product. */
export function toHostName(name: string): string {
  if (name.startsWith('Outlook')) return 'Outlook';
  if (name === 'Office' || name.startsWith('Microsoft365')) return 'Microsoft 365';
  return 'Microsoft Teams';
}
