import type { Theme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './App.js';
import { OutsidePage } from './components/OutsidePage.js';
import { prepareFormats } from './i18n/formatDate.js';

const render = (content: ReactNode): void => {
  const element = document.getElementById('root');
  if (element !== null) createRoot(element).render(content);
};

export const showPage = (props: AppProps): void => {
  render(<App {...props} />);
  prepareFormats(props.language.locale);
};

export const showOutside = (theme: Theme): void => {
  render(<OutsidePage theme={theme} />);
};
