/* What happened to a card, newest first, and a place to say something to it.
 *
 * The pane says when there is something new, which is after the card shows: many
 * rows take their time. Rows of what stays the same are kept, and with them the
 * focus and what the person is reading. A comment that was not sent stays with its
 * card while the window lives.
 */

#include "config.h"

#include "qd-reading-place.h"
#include "qd-timeline-row.h"
#include "qd-timeline.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "widgets/qd-card-state.h"
#include "widgets/qd-field-error.h"
#include "widgets/qd-list-change.h"
#include "widgets/qd-text-field.h"
#include "widgets/qd-toaster.h"

#define PAGE 200
#define MAX_WORDS 4000

struct _QdTimeline
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *comment_box;
  QdTextField *comment;
  GtkLabel *error;
  GtkListBox *list;
  GtkWidget *older;

  QdStore *store;
  QdCard *card;       /* (nullable) */
  GHashTable *drafts; /* (element-type QdId utf8): comments that were not sent */
  GListStore *entries; /* (element-type QdTimelineEntry) */
  guint limit;
  QdDay today;        /* when the headings were written */
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CARD,
  N_PROPS
};

enum
{
  CORRECT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdTimeline, qd_timeline, GTK_TYPE_WIDGET)

static QdId
get_card_id (QdTimeline *self)
{
  return qd_entity_get_id (QD_ENTITY (self->card));
}

/* The row that the focus is in. */
static QdTimelineRow *
get_focus_row (QdTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    row = gtk_widget_get_ancestor (focus, QD_TYPE_TIMELINE_ROW);

  return row != NULL ? QD_TIMELINE_ROW (row) : NULL;
}

/* The row of the same thing, else the one that is there now. */
static void
focus_entry (QdTimeline      *self,
             QdTimelineEntry *entry,
             int              index)
{
  GListModel *entries = G_LIST_MODEL (self->entries);
  const guint n = g_list_model_get_n_items (entries);
  GtkListBoxRow *row;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QdTimelineEntry) there = g_list_model_get_item (entries, i);

      if (there->id == entry->id && there->at == entry->at)
        index = (int) i;
    }

  row = gtk_list_box_get_row_at_index (self->list, MIN (index, (int) n - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
is_same (gpointer there,
         gpointer entry,
         gpointer unused)
{
  return qd_timeline_entry_equal (there, entry);
}

static void
set_entries (QdTimeline *self,
             GPtrArray  *entries)
{
  QdListChange change;
  QdReadingPlace place;

  if (!qd_list_change_find (&change, G_LIST_MODEL (self->entries), entries, is_same, NULL))
    return;

  qd_reading_place_remember (&place, self->list);
  g_list_store_splice (self->entries, change.position, change.removed,
                       entries->pdata + change.position, change.added);
  qd_reading_place_restore (&place, self->list);
}

static void
show_entries (QdTimeline *self,
              GPtrArray  *entries)
{
  QdTimelineRow *row = get_focus_row (self);
  g_autoptr (QdTimelineEntry) focused = NULL;
  int index = 0;

  if (row != NULL)
    {
      focused = g_object_ref (qd_timeline_row_get_entry (row));
      index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
    }

  set_entries (self, entries);
  if (focused != NULL && get_focus_row (self) == NULL)
    focus_entry (self, focused, index);
}

static gboolean
read_history (QdTimeline       *self,
              const QdDetails  *details,
              GError          **error)
{
  const QdDay today = qd_card_state_today (self->card);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  history = qd_history_of (self->store, get_card_id (self), self->limit, error);
  if (history == NULL)
    return FALSE;

  entries = qd_timeline_entry_list (self->card, details, history,
                                    history->len < self->limit);
  show_entries (self, entries);
  gtk_widget_set_visible (self->older, history->len >= self->limit);

  if (self->today != today)
    {
      self->today = today;
      gtk_list_box_invalidate_headers (self->list);
    }

  return TRUE;
}

/* Returns: whether more of what happened shows now. */
static gboolean
read_older (QdTimeline *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (QdDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  self->limit += PAGE;
  details = qd_details_read (self->store, get_card_id (self), &error);
  if (details == NULL || !read_history (self, details, &error))
    qd_toaster_report (GTK_WIDGET (self), error);

  return g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > n;
}

/* Returns (nullable): the row of a check-in or a comment. */
static GtkWidget *
find_row (QdTimeline *self,
          QdId        id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (qd_timeline_row_get_entry (QD_TIMELINE_ROW (row))->id == id)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  QdTimeline *self = data;
  QdTimelineEntry *entry = qd_timeline_row_get_entry (QD_TIMELINE_ROW (row));
  g_autofree char *text = NULL;
  GtkWidget *header;

  if (before != NULL &&
      qd_timeline_row_get_entry (QD_TIMELINE_ROW (before))->made == entry->made)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  text = qd_timeline_entry_dup_heading (entry, self->today);
  header = g_object_new (GTK_TYPE_LABEL,
                         "label", text,
                         "xalign", 0.0,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                         NULL);
  gtk_widget_add_css_class (header, "day");
  gtk_list_box_row_set_header (row, header);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  QdTimeline *self = data;

  return qd_timeline_row_new (item, qd_store_get_read_only (self->store));
}

static void
put_aside (QdTimeline *self)
{
  g_autofree char *words = qd_text_field_dup_text (self->comment);
  gint64 *id;

  if (self->card == NULL)
    return;

  id = g_new (gint64, 1);
  *id = get_card_id (self);
  if (*words != '\0')
    g_hash_table_insert (self->drafts, id, g_steal_pointer (&words));
  else
    {
      g_hash_table_remove (self->drafts, id);
      g_free (id);
    }
}

static void
take_up (QdTimeline *self)
{
  const gint64 id = self->card != NULL ? get_card_id (self) : QD_ID_NONE;
  const char *words = g_hash_table_lookup (self->drafts, &id);

  qd_text_field_set_text (self->comment, words != NULL ? words : "");
  qd_field_error_show (self->error, NULL, NULL);
}

static gboolean
on_comment_edited (QdTimeline *self)
{
  g_assert (QD_IS_TIMELINE (self));

  qd_field_error_show (self->error, NULL, NULL);

  return TRUE;
}

static void
comment_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QdTimeline *self = QD_TIMELINE (widget);
  g_autofree char *words = qd_text_field_dup_text (self->comment);
  g_autoptr (GError) error = NULL;

  if (self->card == NULL)
    return;

  if (qd_edit_new_comment (self->store, get_card_id (self), words, &error) == QD_ID_NONE)
    qd_field_error_show (self->error, NULL, error->message);
  else
    qd_text_field_set_text (self->comment, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->comment));
}

static void
resolve (QdTimeline *self,
         QdId        checkin,
         QdDay       day)
{
  g_autoptr (GError) error = NULL;

  if (!qd_edit_resolve_blocker (self->store, checkin, day, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

static void
resolve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  resolve (QD_TIMELINE (widget), g_variant_get_int64 (parameter), qd_clock_today ());
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  resolve (QD_TIMELINE (widget), g_variant_get_int64 (parameter), QD_DAY_NONE);
}

static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[CORRECT], 0, g_variant_get_int64 (parameter));
}

static void
show_older_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdTimeline *self = QD_TIMELINE (widget);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  const gboolean had_focus = gtk_widget_has_focus (self->older);

  if (self->card == NULL)
    return;

  /* The button may have gone, and one reads on where one was. */
  if (read_older (self) && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) n)));
}

static gboolean
qd_timeline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QD_TIMELINE (widget)->comment));
}

static void
qd_timeline_constructed (GObject *object)
{
  QdTimeline *self = QD_TIMELINE (object);

  G_OBJECT_CLASS (qd_timeline_parent_class)->constructed (object);

  gtk_widget_set_sensitive (self->comment_box, !qd_store_get_read_only (self->store));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->entries), create_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

static void
qd_timeline_dispose (GObject *object)
{
  QdTimeline *self = QD_TIMELINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TIMELINE);
  g_clear_object (&self->entries);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_timeline_parent_class)->dispose (object);
}

static void
qd_timeline_finalize (GObject *object)
{
  QdTimeline *self = QD_TIMELINE (object);

  g_hash_table_unref (self->drafts);

  G_OBJECT_CLASS (qd_timeline_parent_class)->finalize (object);
}

static void
qd_timeline_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QdTimeline *self = QD_TIMELINE (object);

  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_timeline_get_card (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_timeline_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QdTimeline *self = QD_TIMELINE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_CARD:
      qd_timeline_set_card (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdTimeline:store:
   *
   * The file that the card is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdTimeline:card:
   *
   * The card whose history it shows.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_CARD,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_timeline_class_init (QdTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_timeline_constructed;
  object_class->dispose = qd_timeline_dispose;
  object_class->finalize = qd_timeline_finalize;
  object_class->get_property = qd_timeline_get_property;
  object_class->set_property = qd_timeline_set_property;

  widget_class->grab_focus = qd_timeline_grab_focus;

  install_properties (object_class);

  /**
   * QdTimeline::correct:
   * @self: the timeline
   * @checkin: a #QdId
   *
   * The person wants to correct a check-in.
   */
  signals[CORRECT] =
    g_signal_new ("correct",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "timeline.comment", NULL, comment_action);
  gtk_widget_class_install_action (widget_class, "timeline.correct", "x", correct_action);
  gtk_widget_class_install_action (widget_class, "timeline.resolve", "x", resolve_action);
  gtk_widget_class_install_action (widget_class, "timeline.reopen", "x", reopen_action);
  gtk_widget_class_install_action (widget_class, "timeline.show-older", NULL,
                                   show_older_action);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  g_type_ensure (QD_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, box);
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, comment_box);
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, comment);
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, error);
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, QdTimeline, older);
  gtk_widget_class_bind_template_callback (widget_class, on_comment_edited);
}

static void
qd_timeline_init (QdTimeline *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->entries = g_list_store_new (QD_TYPE_TIMELINE_ENTRY);
  self->limit = PAGE;
  self->today = qd_clock_today ();
  qd_text_field_set_max_length (self->comment, MAX_WORDS);
  qd_text_field_send_later (self->comment);

  /* Before the field gets the key, which makes a new line of it. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_alternative_trigger_new (
                        gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
                      gtk_named_action_new ("timeline.comment")));
  gtk_widget_add_controller (GTK_WIDGET (self->comment), shortcuts);
}

/**
 * qd_timeline_new:
 * @store: the file that the cards are in
 *
 * Returns: (transfer floating): a timeline, empty without a card
 */
GtkWidget *
qd_timeline_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_TIMELINE, "store", store, NULL);
}

/**
 * qd_timeline_get_card:
 *
 * Returns: (transfer none) (nullable): the card whose history it shows
 */
QdCard *
qd_timeline_get_card (QdTimeline *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE (self), NULL);

  return self->card;
}

/**
 * qd_timeline_set_card:
 * @card: (nullable): the card whose history to show
 *
 * Shows nothing of it until qd_timeline_update(). A comment on the card before that
 * was not sent is kept until that is shown again.
 */
void
qd_timeline_set_card (QdTimeline *self,
                      QdCard     *card)
{
  g_return_if_fail (QD_IS_TIMELINE (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (self->card == card)
    return;

  put_aside (self);
  g_set_object (&self->card, card);
  take_up (self);
  self->limit = PAGE;

  g_list_store_remove_all (self->entries);
  gtk_widget_set_visible (self->older, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/**
 * qd_timeline_update:
 * @self: a timeline with a card
 * @details: what belongs to the card now
 *
 * Shows what happened to the card until now, and tells when, as of today.
 */
void
qd_timeline_update (QdTimeline      *self,
                    const QdDetails *details)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (QD_IS_TIMELINE (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (details != NULL);

  if (!read_history (self, details, &error))
    qd_toaster_report (GTK_WIDGET (self), error);
}

/**
 * qd_timeline_focus_entry:
 * @self: a timeline with a card
 * @id: a check-in or a comment
 *
 * Puts the focus on it, however old it is.
 *
 * Returns: whether it is there
 */
gboolean
qd_timeline_focus_entry (QdTimeline *self,
                         QdId        id)
{
  GtkWidget *row;

  g_return_val_if_fail (QD_IS_TIMELINE (self), FALSE);
  g_return_val_if_fail (self->card != NULL, FALSE);
  g_return_val_if_fail (id != QD_ID_NONE, FALSE);

  row = find_row (self, id);
  while (row == NULL && gtk_widget_get_visible (self->older) && read_older (self))
    row = find_row (self, id);

  return row != NULL && gtk_widget_grab_focus (row);
}

/**
 * qd_timeline_find_unsent:
 *
 * Returns: (transfer none) (nullable): a card with a comment that was written and not
 *   sent; the one that shows, if there is one on that
 */
QdCard *
qd_timeline_find_unsent (QdTimeline *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (QD_IS_TIMELINE (self), NULL);

  put_aside (self);
  if (self->card != NULL && g_hash_table_contains (self->drafts, &(gint64) { get_card_id (self) }))
    return self->card;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      QdEntity *entity = qd_store_lookup (self->store, *(gint64 *) id);

      if (QD_IS_CARD (entity) && qd_entity_get_alive (entity))
        return QD_CARD (entity);
    }

  return NULL;
}
