/* Tells in a toast what was done, where the eye might miss it.
 *
 * What can be seen to happen where it was done needs no words. What goes away,
 * goes to another column, or gets another label or owner, does: those are also
 * what a slip of the hand does most easily, and the toast offers to undo it.
 * It decides what to tell; how long it is to be seen is the toaster's.
 */

#include "config.h"

#include "qd-announcer.h"

struct _QdAnnouncer
{
  GObject parent_instance;

  QdStore *store;
  QdToaster *toaster;           /* (unowned): lives longer */

  guint64 places;
  gboolean notable;             /* what is being committed */
  gboolean silent;
};

G_DEFINE_FINAL_TYPE (QdAnnouncer, qd_announcer, G_TYPE_OBJECT)

/* A sum that changes when a card goes to another column, comes or goes. */
static guint64
sum_places (QdStore *store)
{
  QdWorkspace *workspace = qd_store_get_workspace (store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  guint64 sum = 0;

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      QdOrderedList *columns = qd_board_get_columns (board);

      for (guint j = 0; j < qd_ordered_list_get_length (columns); j++)
        {
          QdColumn *column = qd_ordered_list_peek (columns, j);

          sum += (guint64) qd_entity_get_id (QD_ENTITY (column)) *
                 qd_column_get_n_cards (column);
        }
    }

  return sum;
}

/* Titles and other values come with what is made or edited: that is seen. */
static void
on_changed (QdAnnouncer *self,
            guint        changes)
{
  const guint64 old_places = self->places;

  g_assert (QD_IS_ANNOUNCER (self));

  self->places = sum_places (self->store);
  self->notable = (changes & QD_CHANGES_VALUES) == 0 &&
                  ((changes & QD_CHANGES_LABELS) != 0 ||
                   self->places != old_places);
  qd_toaster_withdraw_undo (self->toaster);
}

static void
on_committed (QdAnnouncer *self,
              const char  *sentence)
{
  GtkWidget *content = qd_toaster_get_child (self->toaster);
  GtkRoot *window = gtk_widget_get_root (content);
  GtkApplication *application;

  g_assert (QD_IS_ANNOUNCER (self));

  if (!self->notable || self->silent)
    return;

  /* All windows of a file hear of it; the one it was done in tells. */
  application = gtk_window_get_application (GTK_WINDOW (window));
  if (application == NULL ||
      gtk_application_get_active_window (application) == GTK_WINDOW (window))
    qd_toaster_say (content, sentence, TRUE);
}

static void
qd_announcer_finalize (GObject *object)
{
  QdAnnouncer *self = QD_ANNOUNCER (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_announcer_parent_class)->finalize (object);
}

static void
qd_announcer_class_init (QdAnnouncerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_announcer_finalize;
}

static void
qd_announcer_init (QdAnnouncer *self)
{
}

/**
 * qd_announcer_new:
 * @store: what to tell of
 * @toaster: where to tell it; has to live longer than the announcer
 *
 * Returns: (transfer full): an announcer
 */
QdAnnouncer *
qd_announcer_new (QdStore   *store,
                  QdToaster *toaster)
{
  QdAnnouncer *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_TOASTER (toaster), NULL);

  self = g_object_new (QD_TYPE_ANNOUNCER, NULL);
  self->store = g_object_ref (store);
  self->toaster = toaster;
  self->places = sum_places (store);
  g_signal_connect_object (store, "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "committed",
                           G_CALLBACK (on_committed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * qd_announcer_set_silent:
 * @silent: whether somebody else tells of what is committed now
 *
 * Keeps quiet, or not any more.
 */
void
qd_announcer_set_silent (QdAnnouncer *self,
                         gboolean     silent)
{
  g_return_if_fail (QD_IS_ANNOUNCER (self));

  self->silent = silent;
}
