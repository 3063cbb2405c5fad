/** What people call the host; hosts call themselves by more than one name. */
export function toHostName(name: string): string {
  if (name.startsWith('Outlook')) return 'Outlook';
  if (name === 'Office' || name.startsWith('Microsoft365')) return 'Microsoft 365';
  return 'Microsoft Teams';
}
