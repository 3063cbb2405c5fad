import { FluentProvider, Link, Text, Title2, type Theme } from '@fluentui/react-components';
import { useEffect } from 'react';
import { pages } from '../../contract/paths.js';
import { hideSkeleton } from '../components/skeleton.js';
import type { Language } from '../i18n/Language.js';
import type { LaterMessages } from '../i18n/messages.js';

type OutsidePageProps = Pick<Language, 'tag' | 'direction'> & {
  readonly theme: Theme;
  readonly messages: LaterMessages;
};

/** Shown when no Microsoft 365 host frames the page. */
export function OutsidePage({ tag, direction, theme, messages: { outside } }: OutsidePageProps) {
  useEffect(() => hideSkeleton(), []);
  return (
    <FluentProvider theme={theme} dir={direction} style={{ minHeight: '100vh', textAlign: 'start' }}>
      <main style={{ maxWidth: 560, margin: '0 auto', padding: '15vh 24px', display: 'grid', gap: 12 }}>
        <Title2 as="h1" style={{ margin: 0 }}>
          {outside.title}
        </Title2>
        <Text>{outside.text}</Text>
        <Text>{outside.steps}</Text>
        <Link href={`${pages.home}?lang=${tag}`}>
          <bdi>Call Delegates</bdi>
        </Link>
      </main>
    </FluentProvider>
  );
}
