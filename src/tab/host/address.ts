/** What a host keeps in the page's address and in its context. Either may be out of date. */
export type View = { readonly theme: string; readonly subPageId: string | undefined };

/** What the manifest puts into the page's address. Teams leaves `subPageId` empty when no deep link was opened. */
export function readAddress({ searchParams }: URL): Partial<View> {
  const theme = searchParams.get('theme') ?? '';
  const subPageId = searchParams.get('subPageId') ?? '';
  return { ...(theme !== '' && { theme }), ...(subPageId !== '' && { subPageId }) };
}
