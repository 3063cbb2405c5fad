/** View from the page's address or the host's context. Either can be out of date. */
export type View = { readonly theme: string; readonly subPageId?: string | undefined };

/** Reads the manifest's placeholders from the address. Teams leaves `subPageId` empty without a deep link. */
export function readAddress({ searchParams }: URL): Partial<View> {
  const theme = searchParams.get('theme') ?? '';
  const subPageId = searchParams.get('subPageId') ?? '';
  return { ...(theme !== '' && { theme }), ...(subPageId !== '' && { subPageId }) };
}
