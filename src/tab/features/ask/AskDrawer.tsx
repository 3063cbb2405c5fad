import { Button, DrawerBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { SideDrawer, SideDrawerHead } from '../../components/SideDrawer.js';
import { knownName, nameOf } from '../../delegation/wording.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ChangeForm, Steps } from './ChangeForm.js';
import type { ChangeRequest } from './ChangeRequest.js';
import { toCallSettingsSteps, toManageSteps, useAskLanguage } from './askTexts.js';

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    paddingBottom: tokens.spacingVerticalXXL,
  },
  people: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Topic of the drawer. With several people, the user chooses one of them first. */
export type AskTopic =
  | {
      readonly topic: 'people';
      readonly list: ListName;
      readonly ids: readonly string[];
      /** Called with the chosen id. Defaults to asking for a change. */
      readonly open?: ((id: string) => void) | undefined;
    }
  /** Shows how to reach the settings for unanswered calls. */
  | { readonly topic: 'callSettings' }
  /** Shows how to reach one's own delegates, with no specific person. */
  | { readonly topic: 'delegates' };

export type AskDrawerProps = {
  readonly isOpen: boolean;
  readonly about: AskTopic;
  readonly delegations: readonly Delegation[];
  /** Undefined when the list was never confirmed, or when the last confirmation could not be read. */
  readonly lastConfirmation: Confirmation | undefined;
  readonly remember: (request: ChangeRequest) => void;
  readonly close: () => void;
};

/** Drawer with a request for a change, or with the steps to make the change in Teams. */
export function AskDrawer({ isOpen, about, close, ...rest }: AskDrawerProps) {
  return (
    <SideDrawer isOpen={isOpen} close={close} about={about.topic === 'people' ? about.ids[0] : undefined}>
      {about.topic === 'people' ? (
        <AskAbout key={about.ids.join()} {...rest} {...about} close={close} />
      ) : (
        <HowTo topic={about.topic} close={close} />
      )}
    </SideDrawer>
  );
}

type AskAboutProps = Omit<AskDrawerProps, 'isOpen' | 'about'> &
  Pick<Extract<AskTopic, { topic: 'people' }>, 'list' | 'ids' | 'open'>;

function AskAbout({ list, ids, open, delegations, lastConfirmation, remember, close }: AskAboutProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { ask, attention } = useLaterMessages();
  const [chosen, setChosen] = useState(ids.length === 1 ? ids[0] : undefined);
  const delegation = delegations.find(({ id }) => id === chosen);
  const choose = (id: string) => {
    if (open === undefined) {
      setChosen(id);
      return;
    }
    close();
    open(id);
  };
  const title =
    delegation === undefined ? attention.choosePerson : ask.title[list]({ name: knownName(delegation) });
  return (
    <>
      <SideDrawerHead title={title} close={close} />
      <DrawerBody className={styles.body}>
        {delegation === undefined ? (
          <ul className={styles.people}>
            {delegations
              .filter(({ id }) => ids.includes(id))
              .map((each) => (
                <li key={each.id}>
                  <Button onClick={() => choose(each.id)}>
                    <bdi>{nameOf(each, messages)}</bdi>
                  </Button>
                </li>
              ))}
          </ul>
        ) : (
          <ChangeForm
            list={list}
            delegation={delegation}
            lastConfirmation={lastConfirmation}
            remember={remember}
          />
        )}
      </DrawerBody>
    </>
  );
}

function HowTo({
  topic,
  close,
}: {
  readonly topic: 'callSettings' | 'delegates';
  readonly close: () => void;
}) {
  const styles = useStyles();
  const { ask } = useLaterMessages();
  const language = useAskLanguage();
  const [title, steps] =
    topic === 'callSettings'
      ? [ask.howToCallSettings, toCallSettingsSteps(language)]
      : [ask.howTo, toManageSteps({ kind: 'list' }, null, language)];
  return (
    <>
      <SideDrawerHead title={title} close={close} />
      <DrawerBody className={styles.body}>
        <Steps steps={steps} />
      </DrawerBody>
    </>
  );
}
