import type { NoticesMessages } from '../en/notices.js';

export const notices: NoticesMessages = {
  title: 'Notificaciones',
  offer: 'Avisarme en Teams cuando esto cambie',
  tell: 'Avisarme en Teams cuando algo cambie',
  how: 'Una notificación en su fuente de actividades de Teams dice que algo ha cambiado y en qué lista, y lleva hasta allí. No contiene nombres ni permisos.',
  noticed: 'Un cambio se detecta, como muy tarde, cuando usted o la otra persona abre esta pestaña.',
  others:
    'Nadie más que usted recibe avisos sobre sus listas, y nadie ve que lo ha pedido. Si hay personas de sus listas que también lo han pedido, se les avisa de que algo ha cambiado entre ustedes cuando usted abre esta pestaña.',
  kept: 'Para ello, el servidor conserva su idioma y, de cada persona de sus listas, su identificador y un código que solo muestra si algo ha cambiado. Al desactivarlo, todo se elimina de inmediato.',
  on: 'Recibirá los avisos en su fuente de actividades de Teams.',
  off: 'Desactivado. Todo lo que se conservaba para esto se ha eliminado.',
  undelivered: {
    notInstalled: {
      title: 'La última notificación no le llegó',
      text: 'En Teams, esta aplicación no está instalada para usted o está instalada dos veces. Agregue Call Delegates en Teams, en «Aplicaciones», y quite cualquier segunda copia. El próximo cambio se le volverá a comunicar.',
    },
    notPermitted: {
      title: 'La última notificación no le llegó',
      text: 'Teams no permite que esta aplicación le avise. En Teams, quite Call Delegates y vuelva a agregarla. Si eso no basta, solo puede ayudarle su administrador.',
    },
  },
  unavailable: {
    title: 'Ahora no se pueden cambiar las notificaciones',
    text: 'Lo que ha elegido sigue igual. Vuelva a intentarlo en unos minutos.',
  },
};
