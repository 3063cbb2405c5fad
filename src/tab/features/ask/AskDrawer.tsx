import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Subtitle2,
  Text,
  tokens,
  useEventCallback,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import { rights, type Delegation, type ListName } from '../../../contract/delegation.js';
import { toPair } from '../../administrator/powerShell.js';
import { SendToAdministrator } from '../../administrator/SendToAdministrator.js';
import { DrawerContent, SideDrawer } from '../../components/SideDrawer.js';
import { knownName, nameOf } from '../../delegation/wording.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { AskMessage } from './AskMessage.js';
import { toCallSettingsSteps, toManageSteps, useAskLanguage } from './askTexts.js';
import { diffRights, type ChangeRequest, type RequestedChange, type WantedRights } from './ChangeRequest.js';

const useStyles = makeStyles({
  people: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  section: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  rights: { display: 'grid' },
  steps: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
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
  /** Path to the settings for unanswered calls, or one's own delegates. */
  | { readonly topic: 'callSettings' | 'delegates' };

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

function AskAbout({ ids, open, delegations, close, ...form }: AskAboutProps) {
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
    delegation === undefined ? attention.choosePerson : ask.title[form.list]({ name: knownName(delegation) });
  return (
    <DrawerContent title={title} close={close}>
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
        <ChangeForm {...form} delegation={delegation} />
      )}
    </DrawerContent>
  );
}

function HowTo({
  topic,
  close,
}: {
  readonly topic: 'callSettings' | 'delegates';
  readonly close: () => void;
}) {
  const { ask } = useLaterMessages();
  const language = useAskLanguage();
  const [title, steps] =
    topic === 'callSettings'
      ? [ask.howToCallSettings, toCallSettingsSteps(language)]
      : [ask.howTo, toManageSteps({ kind: 'list' }, null, language)];
  return (
    <DrawerContent title={title} close={close}>
      <Steps steps={steps} />
    </DrawerContent>
  );
}

type ChangeFormProps = Pick<AskAboutProps, 'list' | 'lastConfirmation' | 'remember'> & {
  readonly delegation: Delegation;
};

/** Form for a change to a delegation. A delegate then asks for it; a delegator gets the steps. */
function ChangeForm({ list, delegation, lastConfirmation, remember }: ChangeFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { ask } = useLaterMessages();
  const { context } = useSession();
  const language = useAskLanguage();
  const isInactive = delegation.isActive === false;
  const [kind, setKind] = useState<RequestedChange['kind']>(isInactive ? 'activate' : 'rights');
  const [wished, setWished] = useState<WantedRights>({});
  const { id, allowedActions } = delegation;
  const name = knownName(delegation);
  const about = { pairs: [toPair(list, id, context.userId ?? '')], names: name === null ? [] : [name] };
  const change: RequestedChange | undefined =
    kind === 'rights' ? diffRights(allowedActions, wished) : { kind };
  const rememberNow = useEventCallback(() => {
    if (change !== undefined) remember({ list, id, change, at: Date.now() });
  });
  // A delegator who reads the steps is about to change it. A delegate has asked only after choosing a way to send.
  const intention = list === 'delegates' && JSON.stringify(change);
  useEffect(() => {
    if (intention !== false) rememberNow();
  }, [intention, rememberNow]);
  return (
    <>
      <Field label={ask.whatToChange}>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as RequestedChange['kind'])}>
          <Radio value="rights" label={ask.kinds.rights} />
          {isInactive && <Radio value="activate" label={ask.kinds.activate} />}
          <Radio value="end" label={ask.kinds.end[list]} />
        </RadioGroup>
      </Field>
      {kind === 'rights' && (
        <div className={styles.rights} role="group" aria-label={ask.kinds.rights}>
          {rights.map((right) => (
            <Checkbox
              key={right}
              label={messages.rights[right]}
              checked={wished[right] ?? allowedActions[right] ?? 'mixed'}
              onChange={(_, { checked }) => setWished({ ...wished, [right]: checked === true })}
            />
          ))}
        </div>
      )}
      {change === undefined ? (
        <Text role="status" className={styles.quiet}>
          {ask.chooseFirst}
        </Text>
      ) : (
        <>
          {list === 'delegators' ? (
            <AskMessage
              delegation={delegation}
              change={change}
              lastConfirmation={lastConfirmation}
              whenAsked={rememberNow}
            />
          ) : (
            <section className={styles.section}>
              <Subtitle2 as="h3" className={styles.title}>
                {ask.stepsTitle}
              </Subtitle2>
              <Steps steps={toManageSteps(change, name, language)} />
            </section>
          )}
          <section className={styles.section}>
            <Text className={styles.quiet}>{ask.orAdministrator}</Text>
            <SendToAdministrator
              task={
                change.kind === 'rights'
                  ? { task: 'changeRights', wanted: change.wanted, ...about }
                  : { task: 'checkDelegations', ...about }
              }
            />
          </section>
        </>
      )}
    </>
  );
}

/** Numbered steps to follow in Teams. */
function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className={useStyles().steps}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
