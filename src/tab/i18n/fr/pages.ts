import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: 'Pages',
    languages: 'Langues',
    home: 'À propos',
    privacy: 'Confidentialité',
    terms: 'Conditions d’utilisation',
    otherWebsite: 'ouvre un autre site web',
  },
  contact: {
    heading: 'Contact',
    write: 'Une question, un problème ou une demande concernant vos données\u00a0? Écrivez-nous\u00a0:',
    administrator:
      'Une question, un problème ou une demande concernant vos données\u00a0? Adressez-vous à l’administrateur qui vous a fourni cette application.',
  },
  openInTeams: 'Ouvrir dans Microsoft Teams',

  home: {
    lead: 'Voyez qui peut agir pour qui dans les appels\u00a0: les personnes que vous assistez, vos délégués, ce que chacun est autorisé à faire, si c’est actif et depuis quand.',
    readsOnly:
      'Call Delegates est un onglet pour Microsoft Teams, Outlook et l’application Microsoft 365. L’application ne fait que lire\u00a0; pour modifier une délégation, passez par les paramètres de Teams.',
    steps: {
      heading: 'Comment l’ouvrir',
      apps: 'Dans Microsoft Teams, sélectionnez «\u00a0Applications\u00a0».',
      search:
        'Recherchez Call Delegates. Si l’application n’y figure pas, demandez à votre administrateur Teams de l’autoriser.',
      open: 'Sélectionnez «\u00a0Ouvrir\u00a0». La connexion se fait avec votre compte professionnel, sans autre mot de passe.',
    },
    administrators: {
      heading: 'Pour les administrateurs',
      text: 'Pour que chacun puisse voir ses listes, un administrateur doit d’abord autoriser l’application à les lire. Toute personne qui ouvre l’application avant cela reçoit le lien à vous envoyer.',
    },
  },

  privacy: {
    lead: 'Ce que Call Delegates fait des données qui vous concernent.',
    scope: {
      heading: 'Ce que couvre cette page',
      text: 'Call Delegates\u00a0: l’onglet dans Microsoft Teams, Outlook et l’application Microsoft 365, ainsi que le serveur qui le fait fonctionner, {{host}}.',
      responsible:
        'L’organisation qui exploite ce serveur est responsable des données. Pour Microsoft 365, où l’application lit ces données, la déclaration de confidentialité de Microsoft s’applique.',
    },
    reads: {
      heading: 'Ce que l’application lit, et pourquoi',
      text: 'Elle ne lit que ce que vous avez vous-même le droit de voir, et seulement pendant que vous l’utilisez. Elle ne modifie rien dans Microsoft 365.',
      watching:
        'Elle ne lit que ce que vous avez vous-même le droit de voir, et seulement pendant que vous l’utilisez. Si vous avez demandé des notifications, le serveur lit aussi vos listes de temps à autre, même quand vous n’utilisez pas l’application, pour remarquer les changements. Pour cela, votre organisation a autorisé l’application à lire elle-même les délégations d’appels\u00a0; elle ne le fait que pour les personnes qui ont demandé des notifications. Elle ne modifie rien dans Microsoft 365.',
      delegations: {
        term: 'Vos délégations d’appels',
        text: 'Pour montrer qui peut agir pour qui dans les appels, avec quelles autorisations, si c’est actif et depuis quand.',
      },
      people: {
        term: 'Le nom, le poste, le service, l’adresse e-mail et le nom d’utilisateur des personnes concernées, et si leur compte est bloqué',
        text: 'Pour que vous les reconnaissiez et voyiez si un compte est bloqué ou n’existe plus.',
      },
      presence: {
        term: 'Leur photo et leur disponibilité',
        text: 'Pour montrer de qui il s’agit et si la personne est joignable.',
      },
      license: {
        term: 'Votre licence Teams Phone',
        text: 'Pour vous dire quand la délégation ne peut pas fonctionner pour vous parce que la licence manque ou est suspendue. L’application ne lit que votre propre licence et ne la conserve pas.',
      },
      signIn: {
        term: 'Votre connexion à Microsoft 365',
        text: 'Elle contient votre nom, votre nom d’utilisateur et les identifiants de votre compte et de votre organisation. Le serveur la vérifie à chaque requête, afin que vous ne voyiez que vos propres listes.',
      },
    },
    keeps: {
      heading: 'Ce que l’application conserve, et combien de temps',
      confirmations: {
        term: 'Vos confirmations',
        text: 'Quand vous confirmez une liste, le serveur enregistre la date et l’heure, les identifiants de votre compte et de votre organisation, les identifiants, les autorisations et l’état (actif ou non) des personnes de la liste, ainsi que les entrées que vous avez signalées comme inexactes. Il peut ainsi vous dire plus tard ce qui a changé et ce qui n’a pas encore été corrigé.',
      },
      retention: {
        one: 'Chaque confirmation est supprimée automatiquement au bout de {{days}} jour.',
        many: 'Chaque confirmation est supprimée automatiquement au bout de {{days}} de jours.',
        other: 'Chaque confirmation est supprimée automatiquement au bout de {{days}} jours.',
      },
      notices: {
        term: 'Vos notifications, si vous en avez demandé',
        text: 'Les identifiants de votre compte et de votre organisation, votre langue, depuis quand vous voulez des notifications et quand vous avez reçu la dernière, ainsi que la raison si l’une d’elles n’a pas pu être remise. Pour chaque personne de vos listes, son identifiant, quand la liste a été lue pour la dernière fois et, à la place de chaque autorisation et de l’état (actif ou non), un code qui montre seulement si cela a changé. Ce qui reste à vous annoncer est conservé jusqu’à l’envoi, ou abandonné au bout d’un jour\u00a0; tout le reste l’est jusqu’à ce que vous désactiviez les notifications.',
      },
      tokens: {
        term: 'L’accès à Microsoft 365',
        text: 'Les jetons d’accès que Microsoft délivre au serveur pour vous restent dans sa mémoire jusqu’à leur expiration, en général au bout d’une heure environ.',
      },
      sharedTokens:
        'Ils sont aussi conservés, chiffrés et pour la même durée, dans une base Redis que les serveurs partagent.',
      logs: {
        term: 'Les journaux',
        text: 'Pour chaque requête\u00a0: l’heure, sa nature, son résultat, sa durée et un code qui représente votre compte. Ni nom, ni adresse e-mail, ni jeton d’accès. La durée de conservation des journaux dépend de l’organisation qui exploite le serveur.',
      },
      browser: {
        term: 'Dans votre navigateur',
        text: 'Aucun cookie. Seule la fenêtre de connexion enregistre quelque chose, jusqu’à sa fermeture.',
      },
      nothingElse: 'L’application ne conserve ni noms, ni adresses e-mail, ni photos, ni mots de passe.',
    },
    notices: {
      heading: 'Les notifications, si vous en demandez',
      asked:
        'L’organisation qui exploite ce serveur lui permet de vous avertir quand une délégation change. Il ne le fait que si vous le demandez dans l’onglet, et jusqu’à ce que vous l’y désactiviez.',
      content:
        'Une notification apparaît dans votre flux d’activité dans Teams. Elle dit que quelque chose a changé et dans laquelle de vos listes, et contient un lien vers cette délégation, avec l’identifiant de l’autre personne. Elle ne contient ni noms ni autorisations, car elle peut s’afficher sur un écran verrouillé.',
      reminder:
        'Le serveur vous le rappelle aussi quand vous n’avez pas confirmé une liste depuis longtemps.',
      opened: 'Un changement est remarqué quand vous ou l’autre personne de la délégation ouvrez l’onglet.',
      watched:
        'Un changement est remarqué quand vous ou l’autre personne de la délégation ouvrez l’onglet, ou quand le serveur lit lui-même vos listes.',
      others:
        'Quand vous ouvrez l’onglet, les personnes de vos listes qui ont demandé des notifications peuvent donc apprendre que quelque chose a changé entre elles et vous. Personne d’autre n’est averti, et l’application ne montre à personne qui a demandé des notifications.',
      delivery:
        'Microsoft remet les notifications. Elles restent 30 jours dans votre flux d’activité et ne peuvent pas être retirées. Le journal indique quand et comment chacune a été envoyée, avec le code qui représente votre compte.',
    },
    where: {
      heading: 'Où les données se trouvent, et qui les voit',
      kept: 'Sur les serveurs et dans les bases de données de l’organisation qui exploite l’application\u00a0; votre administrateur peut vous dire dans quel pays. Seules les personnes qui en assurent l’exploitation y ont accès.',
      passedOn:
        'Rien n’est transmis à qui que ce soit. Le serveur communique avec Microsoft et avec ses propres bases de données, votre navigateur avec ce serveur et avec Microsoft. Il n’y a ni publicité, ni mesure d’audience, ni profilage.',
      passedOnButNotices:
        'Rien n’est transmis à qui que ce soit, sauf les notifications décrites plus haut. Le serveur communique avec Microsoft et avec ses propres bases de données, votre navigateur avec ce serveur et avec Microsoft. Il n’y a ni publicité, ni mesure d’audience, ni profilage.',
    },
    deleting: {
      heading: 'Comment les supprimer',
      confirmations: {
        term: 'Vos confirmations',
        text: 'Dans l’onglet, ouvrez «\u00a0Historique\u00a0» et sélectionnez «\u00a0Supprimer mon historique\u00a0». Toutes vos confirmations sont aussitôt supprimées. Pendant deux heures au plus, le serveur retient que vous l’avez fait, afin que rien de ce qui était encore en route ne soit enregistré après coup.',
      },
      notices: {
        term: 'Vos notifications',
        text: 'Désactivez-les dans l’onglet. Tout ce qui était conservé pour elles est aussitôt supprimé. Désinstaller l’application ne les désactive pas.',
      },
      uninstall: {
        term: 'L’application',
        text: 'Désinstallez-la dans Teams\u00a0: elle ne lit alors plus rien pour vous. Vos confirmations ne sont pas supprimées pour autant\u00a0: supprimez-les d’abord, sinon elles le seront à la fin de leur durée de conservation.',
      },
      uninstallWatched:
        'Désactivez les notifications, puis désinstallez-la dans Teams\u00a0: elle ne lit alors plus rien pour vous. Vos confirmations ne sont pas supprimées pour autant\u00a0: supprimez-les d’abord, sinon elles le seront à la fin de leur durée de conservation.',
      organization: {
        term: 'Pour toute l’organisation',
        text: 'Un administrateur peut retirer ses autorisations à l’application à tout moment\u00a0: Centre d’administration Microsoft Entra > Applications d’entreprise > Call Delegates > Autorisations.',
      },
      backups: {
        term: 'Les sauvegardes',
        text: 'Si l’organisation sauvegarde ses bases de données, ce que vous supprimez reste dans une sauvegarde jusqu’à la suppression de celle-ci.',
      },
    },
    protection: {
      heading: 'Comment elles sont protégées',
      connections: 'Les connexions sont chiffrées (HTTPS).',
      requests:
        'Le serveur n’accepte qu’une connexion Microsoft 365 valide et en cours, et la vérifie à chaque requête.',
      tokens:
        'Les jetons d’accès avec lesquels le serveur lit dans Microsoft 365 ne parviennent jamais à votre navigateur.',
      ids: 'Les confirmations contiennent des identifiants au lieu de noms, et personne d’autre ne peut lire les vôtres dans l’application.',
    },
  },

  terms: {
    lead: 'Pour Call Delegates\u00a0: l’onglet dans Microsoft Teams, Outlook et l’application Microsoft 365, ainsi que le serveur qui le fait fonctionner, {{host}}.',
    shows: {
      heading: 'Ce que l’application montre',
      text: 'Call Delegates montre ce que Microsoft indique des délégations d’appels au moment où vous consultez la page, et ne modifie rien. Ce qui fait foi, ce sont les paramètres de Teams.',
    },
    preview: {
      heading: 'Préversion',
      text: 'Le service de Microsoft que lit l’application est une préversion (bêta). Microsoft peut le modifier à tout moment et n’en prend pas en charge l’utilisation en production. Quand Microsoft n’indique rien, l’onglet le dit. Si l’enjeu est important, vérifiez aussi les paramètres dans Teams.',
    },
    confirmations: {
      heading: 'Confirmations',
      text: 'Une confirmation atteste que vous avez vérifié une liste et ce que Microsoft indiquait à ce moment-là. Elle ne modifie aucune autorisation et n’a pas de valeur juridique.',
    },
    notices: {
      heading: 'Les notifications',
      text: 'Une notification est un avis sans garantie\u00a0: elle peut arriver tard ou ne pas arriver, et tous les appareils ne l’affichent pas. Ce qui compte, c’est ce qui est réglé dans Teams.',
    },
    use: {
      heading: 'Utilisation',
      text: 'Utilisez l’application avec votre compte professionnel et dans le respect des règles de votre organisation\u00a0; les conditions de Microsoft 365 s’appliquent également. Ce que vous exportez, copiez ou imprimez contient des données personnelles de vos collègues\u00a0: traitez-les en conséquence.',
    },
    ending: {
      heading: 'Fin de l’utilisation',
      text: 'Vous pouvez désinstaller l’application dans Teams à tout moment. L’organisation qui exploite le serveur peut modifier l’application ou l’arrêter.',
    },
    warranty: {
      heading: 'Garantie et licence',
      text: 'Le logiciel est libre, sous licence MIT. Il est fourni tel quel, sans aucune garantie, dans les limites permises par la loi.',
    },
  },

  consent: {
    title: 'Connexion et autorisations',
    signingIn: 'Connexion en cours…',
    needsScript: 'Cette page nécessite JavaScript.',
    nothingToDo: {
      heading: 'Vous pouvez fermer cette page',
      text: 'Call Delegates l’utilise pendant la connexion et au retour d’un administrateur qui a accordé des autorisations. Il n’y a rien à faire ici.',
    },
    ends: {
      signedIn: {
        heading: 'Vous avez terminé ici',
        text: 'Call Delegates continue tout seul dans Teams. Vous pouvez fermer cette fenêtre.',
      },
      granted: {
        heading: 'Autorisation accordée pour votre organisation',
        text: 'Toutes les personnes de votre organisation qui ont l’application peuvent désormais ouvrir Call Delegates dans Teams et voir leurs propres listes. Cela peut prendre quelques minutes avant de fonctionner pour tout le monde.',
      },
      onePerson: {
        heading: 'Autorisation accordée pour une seule personne',
        text: 'Le lien utilisé ne vaut que pour la personne qui se connecte. À moins que vous n’ayez coché la case pour toute votre organisation, personne d’autre n’a reçu l’autorisation.',
      },
      declined: {
        heading: 'L’autorisation n’a pas été accordée',
        text: 'La demande a été refusée\u00a0; rien n’a donc changé. Les personnes de votre organisation ne peuvent pas voir leurs listes tant qu’un administrateur n’a pas accordé l’autorisation.',
      },
      needsAdmin: {
        heading: 'Seul un administrateur peut l’accorder',
        text: 'Votre compte n’a pas le droit d’accorder cette autorisation\u00a0; rien n’a donc changé. Une personne ayant le rôle «\u00a0Administrateur d’application cloud\u00a0» peut le faire, avec le même lien.',
      },
      requested: {
        heading: 'Votre demande attend une approbation',
        text: 'Un administrateur de votre organisation doit l’approuver. D’ici là, rien ne change.',
      },
      refused: {
        heading: 'Votre organisation a bloqué cette connexion',
        text: 'L’une de ses règles ne permet pas à ce compte de se connecter à l’application, ou pas depuis cet endroit\u00a0; rien n’a donc changé. Adressez-vous aux personnes chargées des connexions dans votre organisation et donnez-leur le code ci-dessous.',
      },
      notSetUp: {
        heading: 'L’application n’est pas configurée correctement',
        text: 'Microsoft a rejeté l’inscription de l’application\u00a0; rien n’a donc changé. Transmettez le code ci-dessous aux personnes qui ont configuré l’application.',
      },
      unknown: {
        heading: 'Cela n’a pas fonctionné',
        text: 'Microsoft a signalé une erreur\u00a0; aucune autorisation n’a donc été accordée. Réessayez dans quelques minutes. Si l’erreur se reproduit, transmettez le code ci-dessous aux personnes qui ont configuré l’application.',
      },
    },
    mayRead: {
      heading: 'Ce que l’application peut désormais lire, pour la personne connectée',
      delegations: 'ses propres délégations d’appels',
      people: 'le nom, l’adresse e-mail et la photo des personnes concernées',
      presence: 'la disponibilité de ces personnes',
    },
    undo: {
      heading: 'Pour vérifier ou revenir en arrière',
      text: 'Centre d’administration Microsoft Entra > Applications d’entreprise > Call Delegates > Autorisations',
    },
    grantForAll: 'Accorder l’autorisation pour tout le monde',
    backToTeams: 'Revenez à Teams.',
    code: 'Code\u00a0:',
  },
};
