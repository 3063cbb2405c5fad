import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: 'Envoyer à mon administrateur',
  mail: 'E-mail',
  copyMessage: 'Copier le message',
  pasteHere: 'Collez le message ici : il se trouve dans le Presse-papiers.',
  copiedToPaste: 'Copié. Collez-le dans l’e-mail.',

  subject: {
    consent: 'Demande d’accord pour l’application Call Delegates',
    removeDelegations: 'Délégations d’appels à supprimer dans Microsoft Teams',
    changeRights: 'Délégations d’appels à modifier dans Microsoft Teams',
    checkDelegations: 'Délégations d’appels à vérifier dans Microsoft Teams',
    assignTeamsPhone: 'Vérification de ma licence Teams Phone',
    allowDelegation: 'Demande d’activation de la délégation d’appels dans Microsoft Teams',
    allowNotices: 'Demande d’autorisation des notifications de Call Delegates dans Microsoft Teams',
    lookAtSignIn: 'Je ne peux pas me connecter à Call Delegates dans Microsoft Teams',
    lookAtApp: 'Call Delegates ne fonctionne pas pour moi dans Microsoft Teams',
  },
  greeting: 'Bonjour,',
  whatToDo: {
    consent:
      'J’aimerais utiliser Call Delegates dans Microsoft Teams. L’application montre qui peut agir pour qui dans les appels et ne modifie rien. Elle a besoin d’autorisations de Microsoft Graph que seul un administrateur peut accorder. Vous pouvez les accorder pour tout le monde ici :',
    removeGone:
      'Il reste dans Microsoft Teams des délégations d’appels liées à des comptes qui n’existent plus. Personne ne peut les utiliser et personne ne devrait les conserver. Merci de les supprimer.',
    removeGoneDelegator:
      'Microsoft Teams me compte encore parmi les délégués de comptes qui n’existent plus. Aucune commande ne peut y remédier tant que ces comptes sont supprimés. S’ils l’ont été il y a moins de 30 jours, merci de les restaurer, de supprimer les délégations, puis de supprimer de nouveau ces comptes. Sinon, merci d’ouvrir un ticket de support auprès de Microsoft.',
    removeDisabled:
      'Il reste dans Microsoft Teams des délégations d’appels liées à des comptes bloqués. Si ces comptes doivent rester bloqués, merci de supprimer les délégations.',
    changeRights: 'Merci de modifier ce que le délégué peut faire dans ces délégations d’appels.',
    checkDelegations:
      'Certaines délégations d’appels dans Microsoft Teams ne sont pas comme elles devraient l’être : elles sont inactives, ou leurs autorisations sont incorrectes, et nous ne pouvons pas y remédier nous-mêmes. Merci de les examiner.',
    assignTeamsPhone:
      'La délégation d’appels dans Microsoft Teams exige Teams Phone, et il semble que je n’aie pas de licence valide. Merci de vérifier ma licence et mon droit de passer des appels. Un changement peut prendre jusqu’à 24 heures.',
    allowDelegation:
      'Microsoft Teams ne me permet pas d’utiliser la délégation d’appels. Merci de vérifier que je dispose de Teams Phone et qu’AllowDelegation est activé dans ma stratégie d’appel.',
    allowNotices:
      'J’ai demandé à Call Delegates de m’avertir dans Microsoft Teams quand une délégation d’appels change, mais ses notifications ne me parviennent pas. Merci de vérifier que la version installée de l’application demande TeamsActivity.Send.User, qu’elle n’est installée qu’une fois et que les utilisateurs peuvent installer de telles applications\u00a0; ou de lui accorder l’autorisation d’application TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID refuse ma connexion à l’application Call Delegates (${code}).`,
    lookAtSignIn: {
      location:
        'Une stratégie d’accès conditionnel évalue la connexion selon son emplacement. Le serveur de l’application se connecte en mon nom : son adresse sortante compte donc aussi. Veuillez ajouter cette adresse à un emplacement nommé approuvé par la stratégie, ou exclure l’application de la stratégie.',
      device:
        'Une stratégie d’accès conditionnel exige un appareil géré ou conforme. Veuillez vérifier mon appareil, ou exclure l’application de la stratégie.',
      assignment:
        'L’application nécessite une affectation. Veuillez m’affecter dans le centre d’administration Microsoft Entra, sous Applications d’entreprise > Call Delegates > Utilisateurs et groupes.',
      account:
        'Mon compte est inconnu ou désactivé dans l’organisation à laquelle l’application se connecte. Veuillez le vérifier. Un invité doit y être convié.',
      policy:
        'Veuillez consulter les journaux de connexion dans le centre d’administration Microsoft Entra : la connexion refusée à Call Delegates indique la stratégie qui s’applique à moi.',
    },
    lookAtApp: ({ code }) =>
      `L’application Call Delegates affiche une erreur (${code}). Son journal donne plus de détails : cherchez-y le code d’assistance.`,
  },
  people: ({ names }) => `Personnes concernées : ${names}.`,
  accounts: ({ ids }) => `ID d’objet de ces comptes : ${ids}`,
  commands: {
    remove:
      'Dans PowerShell, avec le module MicrosoftTeams et après Connect-MicrosoftTeams, ces lignes les suppriment, puis affichent les paramètres :',
    removeMayNotShow:
      'Si la dernière ligne échoue, il reste probablement un compte supprimé parmi les délégués.',
    change:
      'Dans PowerShell, avec le module MicrosoftTeams et après Connect-MicrosoftTeams, ces lignes font le nécessaire et affichent les paramètres avant et après :',
    look: 'Dans PowerShell, avec le module MicrosoftTeams et après Connect-MicrosoftTeams, ces lignes affichent la configuration :',
  },
  asked: ({ from, at }) => `Message de ${from}. Constaté à ce moment : ${at}.`,
  askedByNobody: ({ at }) => `Constaté à ce moment : ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `Motif indiqué : ${reason}`,
  supportCode: ({ code }) => `Code d’assistance : ${code}`,
  thanks: 'Merci !',
};
