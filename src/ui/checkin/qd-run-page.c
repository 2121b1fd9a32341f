/* The page on which somebody checks in on everything that is due, one key result after
 * the other, without the mouse.
 *
 * Owns which of them shows, and when it is another one's turn. Each check-in is sent at
 * once, by the form; nothing has to be kept for whoever stops in the midst. Where the
 * page shows again, the run goes on where it was.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-run-card.h"
#include "qd-run-keys.h"
#include "qd-run-nothing.h"
#include "qd-run-page.h"
#include "qd-run-summary.h"
#include "qd-run-who.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-focus-sight.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-toaster.h"

struct _QdRunPage
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *foot;
  GtkLabel *progress;
  GtkProgressBar *bar;
  GtkStack *stack;
  GtkScrolledWindow *card_scroller;
  GtkScrolledWindow *who_scroller;
  QdRunSummary *summary;
  QdRunCard *card;
  QdRunWho *who;

  QdStore *store;
  QdRun *run;
  char *owner;       /* (nullable): whose check-ins, or of everybody */
  QdId board;        /* those of one board, or QD_ID_NONE */
  QdBoard *offered;  /* (nullable): for whoever has nothing due */
  guint update_id;   /* looks at what changed, when whoever changed it is through */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  NAMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdRunPage, qd_run_page, GTK_TYPE_WIDGET)

static gboolean
is_on (QdRunPage  *self,
       const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
show_page (QdRunPage  *self,
           const char *name)
{
  const gboolean card = g_str_equal (name, "card");

  gtk_widget_set_visible (self->head, card);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), card);
  gtk_widget_set_visible (self->foot, card);
  gtk_stack_set_visible_child_name (self->stack, name);
  if (!card)
    qd_run_rest (self->run);
}

static QdBoard *
find_board (QdRunPage *self)
{
  QdEntity *entity = self->board != QD_ID_NONE ? qd_store_lookup (self->store, self->board)
                                               : NULL;

  return QD_IS_BOARD (entity) ? QD_BOARD (entity) : NULL;
}

static void
show_progress (QdRunPage *self)
{
  const guint n = qd_run_get_n (self->run);
  QdBoard *board = find_board (self);
  const char *scope = board != NULL ? qd_entity_get_title (QD_ENTITY (board)) : self->owner;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  /* Translators: the third card of seven. */
  place = g_strdup_printf (_("%u of %u"), qd_run_get_place (self->run), n);
  if (scope != NULL)
    /* Translators: which of the cards it is ("3 of 7"), and of whom or of which board. */
    text = g_strdup_printf (_("%s · %s"), place, scope);
  gtk_label_set_text (self->progress, text != NULL ? text : place);
  gtk_progress_bar_set_fraction (self->bar, n > 0 ? (double) qd_run_get_done (self->run) / n
                                                  : 0.0);
}

static QdDay
find_next_day (QdRunPage *self)
{
  return qd_due_find_next (self->store, self->owner, self->board, qd_clock_today (), NULL);
}

/* The card whose turn it is, with the focus where a check-in begins; else what came of
 * it all. */
static void
show_turn (QdRunPage *self)
{
  QdKeyResult *card = qd_run_get_card (self->run);

  if (card == NULL)
    {
      qd_run_summary_show (self->summary, self->run, find_next_day (self));
      show_page (self, "summary");
    }
  else
    {
      qd_run_card_set_card (self->card, card);
      if (qd_run_is_again (self->run))
        qd_run_card_correct (self->card);
      show_progress (self);
      show_page (self, "card");
      qd_run_tick (self->run, g_get_monotonic_time ());
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->card_scroller), 0.0);
    }
  qd_run_page_focus (self);
}

/* GTK leaks what is removed with the focus in it. */
static void
remove_nothing (QdRunPage *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "nothing");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (page == NULL)
    return;

  if ((gtk_widget_get_state_flags (page) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_root_set_focus (root, NULL);
  gtk_stack_remove (self->stack, page);
}

/* It says another thing each time. */
static void
show_nothing (QdRunPage *self)
{
  GtkWidget *page = qd_run_nothing_new (self->store, self->owner, find_next_day (self),
                                        self->offered);

  remove_nothing (self);
  gtk_stack_add_named (self->stack, page, "nothing");
  show_page (self, "nothing");
  qd_run_page_focus (self);
}

static void
say_gone (QdRunPage *self,
          guint      n_gone)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u check-in is not due any more",
                                    "%u check-ins are not due any more", n_gone), n_gone);
  qd_toaster_say (GTK_WIDGET (self), text, FALSE);
}

static gboolean
on_update (gpointer user_data)
{
  QdRunPage *self = user_data;
  g_autoptr (GPtrArray) items = NULL;
  guint n_gone;

  self->update_id = 0;
  if (qd_run_get_n (self->run) == 0 || (!is_on (self, "card") && !is_on (self, "summary")))
    return G_SOURCE_REMOVE;

  items = qd_due_read (self->store, self->owner, self->board, qd_clock_today (), NULL);
  if (items == NULL)
    return G_SOURCE_REMOVE;

  n_gone = qd_run_update (self->run, items);
  if (is_on (self, "card") && qd_run_get_card (self->run) == qd_run_card_get_card (self->card))
    {
      qd_run_card_refresh (self->card);
      show_progress (self);
    }
  else if (is_on (self, "card") || n_gone > 0 || qd_run_get_card (self->run) != NULL)
    {
      show_turn (self);
    }
  if (n_gone > 0)
    say_gone (self, n_gone);

  return G_SOURCE_REMOVE;
}

/* A check-in of our own is noted first. */
static void
on_store_changed (QdRunPage *self)
{
  g_assert (QD_IS_RUN_PAGE (self));

  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH, on_update, self, NULL);
}

static void
on_sent (QdRunPage *self)
{
  g_assert (QD_IS_RUN_PAGE (self));

  qd_run_tick (self->run, g_get_monotonic_time ());
  qd_run_finish (self->run);
  show_turn (self);
}

static void
on_named (QdRunPage  *self,
          const char *name)
{
  g_assert (QD_IS_RUN_PAGE (self));

  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
note_activity (QdRunPage *self)
{
  if (is_on (self, "card"))
    qd_run_tick (self->run, g_get_monotonic_time ());
}

static void
on_pointer_moved (QdRunPage *self)
{
  g_assert (QD_IS_RUN_PAGE (self));

  note_activity (self);
}

/* To look at a card takes its time, too, and so does typing. */
static gboolean
on_key_pressed (QdRunPage *self)
{
  g_assert (QD_IS_RUN_PAGE (self));

  note_activity (self);

  return GDK_EVENT_PROPAGATE;
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if (!is_on (self, "card"))
    return;

  qd_run_skip (self->run);
  show_turn (self);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if ((is_on (self, "card") || is_on (self, "summary")) && qd_run_go_back (self->run))
    show_turn (self);
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);
  QdEntity *card = qd_store_lookup (self->store, g_variant_get_int64 (parameter));

  if (!QD_IS_KEY_RESULT (card))
    return;

  qd_run_go_to (self->run, QD_KEY_RESULT (card));
  show_turn (self);
}

static void
nothing_moved_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if (is_on (self, "card"))
    qd_run_card_send_unchanged (self->card);
}

static void
column_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);
  const guint nth = (guint) g_variant_get_int32 (parameter);
  QdOrderedList *columns;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!is_on (self, "card"))
    return;

  columns = qd_board_get_columns (qd_run_get_board (self->run));
  if (nth >= qd_ordered_list_get_length (columns))
    {
      text = g_strdup_printf (_("This board has no column %u"), nth + 1);
      qd_toaster_say (widget, text, FALSE);
      return;
    }

  qd_run_card_choose_column (self->card, nth);
  /* The choice may be out of sight. */
  title = qd_card_text_clip (qd_entity_get_title (qd_ordered_list_peek (columns, nth)));
  /* Translators: %s is a column. */
  text = g_strdup_printf (_("Stands in %s after this check-in"), title);
  qd_toaster_say (widget, text, FALSE);
}

static void
flag_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if (is_on (self, "card"))
    qd_run_card_enter_list (self->card);
}

/* First out of what the card waits for, where somebody is there. */
static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if (!is_on (self, "card") || !qd_run_card_leave_list (self->card))
    gtk_widget_activate_action (widget, "win.leave-run", NULL);
}

static void
ask_name_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  qd_run_page_ask_name (QD_RUN_PAGE (widget));
}

static void
take_offer_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdRunPage *self = QD_RUN_PAGE (widget);

  if (self->offered != NULL)
    qd_run_page_begin (self, NULL, qd_entity_get_id (QD_ENTITY (self->offered)));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "run.back", NULL, back_action },
  { "run.skip", NULL, skip_action },
  { "run.stop", NULL, stop_action },
  { "run.nothing-moved", NULL, nothing_moved_action },
  { "run.column", "i", column_action },
  { "run.flag", NULL, flag_action },
  { "run.go-to", "x", go_to_action },
  { "run.ask-name", NULL, ask_name_action },
  { "run.take-offer", NULL, take_offer_action },
};

static void
qd_run_page_unmap (GtkWidget *widget)
{
  qd_run_rest (QD_RUN_PAGE (widget)->run);

  GTK_WIDGET_CLASS (qd_run_page_parent_class)->unmap (widget);
}

static void
qd_run_page_constructed (GObject *object)
{
  QdRunPage *self = QD_RUN_PAGE (object);
  const gboolean writable = !qd_store_get_read_only (self->store);

  G_OBJECT_CLASS (qd_run_page_parent_class)->constructed (object);

  self->card = QD_RUN_CARD (qd_run_card_new (self->store));
  gtk_scrolled_window_set_child (self->card_scroller, GTK_WIDGET (self->card));
  qd_focus_sight_attach (self->card_scroller, GTK_WIDGET (self->card));
  g_signal_connect_object (self->card, "sent", G_CALLBACK (on_sent), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.nothing-moved", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.column", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "run.flag", writable);
  self->who = QD_RUN_WHO (qd_run_who_new (self->store));
  gtk_scrolled_window_set_child (self->who_scroller, GTK_WIDGET (self->who));
  g_signal_connect_object (self->who, "named", G_CALLBACK (on_named), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_run_page_dispose (GObject *object)
{
  QdRunPage *self = QD_RUN_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RUN_PAGE);
  g_clear_object (&self->offered);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_run_page_parent_class)->dispose (object);
}

static void
qd_run_page_finalize (GObject *object)
{
  QdRunPage *self = QD_RUN_PAGE (object);

  qd_run_free (self->run);
  g_free (self->owner);

  G_OBJECT_CLASS (qd_run_page_parent_class)->finalize (object);
}

static void
qd_run_page_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QdRunPage *self = QD_RUN_PAGE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_RUN_SUMMARY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, foot);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, progress);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, bar);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, card_scroller);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, who_scroller);
  gtk_widget_class_bind_template_child (widget_class, QdRunPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_pointer_moved);
}

static void
qd_run_page_class_init (QdRunPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_run_page_constructed;
  object_class->dispose = qd_run_page_dispose;
  object_class->finalize = qd_run_page_finalize;
  object_class->set_property = qd_run_page_set_property;

  widget_class->unmap = qd_run_page_unmap;

  /**
   * QdRunPage:store:
   *
   * The file in which something may be due.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdRunPage::named:
   * @self: the page
   * @name: who the person says they are
   */
  signals[NAMED] =
    g_signal_new ("named",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);

  gtk_widget_class_set_css_name (widget_class, "runpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
qd_run_page_init (QdRunPage *self)
{
  self->run = qd_run_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);
  qd_run_keys_attach (GTK_WIDGET (self));
}

/**
 * qd_run_page_new:
 * @store: the file in which something may be due
 *
 * The window that it is in offers the action "win.leave-run".
 *
 * Returns: (transfer floating): a page without a run
 */
GtkWidget *
qd_run_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_RUN_PAGE, "store", store, NULL);
}

/**
 * qd_run_page_begin:
 * @owner: (nullable): whose check-ins, or %NULL for those of everybody
 * @board: on which board, or %QD_ID_NONE for all
 *
 * Begins a run. One of the same that was not at its end goes on, with the first card
 * that is still due from where it was.
 */
void
qd_run_page_begin (QdRunPage  *self,
                   const char *owner,
                   QdId        board)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  gboolean same;

  g_return_if_fail (QD_IS_RUN_PAGE (self));

  items = qd_due_read (self->store, owner, board, qd_clock_today (), &error);
  if (items == NULL)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  same = self->board == board && g_strcmp0 (self->owner, owner) == 0 &&
         qd_run_get_card (self->run) != NULL;
  g_free (self->owner);
  self->owner = g_strdup (owner);
  self->board = board;
  if (same)
    qd_run_update (self->run, items);
  else
    qd_run_begin (self->run, items);

  if (qd_run_get_n (self->run) == 0)
    show_nothing (self);
  else
    show_turn (self);
}

/**
 * qd_run_page_offer:
 * @board: (nullable): a board
 *
 * Offers the check-ins of everybody on @board to a person who has nothing due.
 */
void
qd_run_page_offer (QdRunPage *self,
                   QdBoard   *board)
{
  g_return_if_fail (QD_IS_RUN_PAGE (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  g_set_object (&self->offered, board);
}

/**
 * qd_run_page_ask_name:
 *
 * Asks who the person is, and hands the answer on as #QdRunPage::named.
 */
void
qd_run_page_ask_name (QdRunPage *self)
{
  g_return_if_fail (QD_IS_RUN_PAGE (self));

  show_page (self, "who");
  qd_run_page_focus (self);
}

/**
 * qd_run_page_focus:
 *
 * Puts the focus where the keyboard begins.
 */
void
qd_run_page_focus (QdRunPage *self)
{
  GtkWidget *shown;

  g_return_if_fail (QD_IS_RUN_PAGE (self));

  shown = gtk_stack_get_visible_child (self->stack);
  if (is_on (self, "card"))
    qd_run_card_focus (self->card);
  else if (is_on (self, "summary"))
    gtk_widget_grab_focus (GTK_WIDGET (self->summary));
  else if (is_on (self, "who"))
    qd_run_who_focus (self->who);
  else if ((gtk_widget_get_state_flags (shown) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/**
 * qd_run_page_find_unsent:
 *
 * Returns: (transfer none) (nullable): a card with a check-in that was written and not
 *   sent
 */
QdCard *
qd_run_page_find_unsent (QdRunPage *self)
{
  g_return_val_if_fail (QD_IS_RUN_PAGE (self), NULL);

  return qd_run_card_find_unsent (self->card);
}

/**
 * qd_run_page_forget_unsent:
 *
 * No check-in that was written and not sent is to come back when the page is gone.
 */
void
qd_run_page_forget_unsent (QdRunPage *self)
{
  g_return_if_fail (QD_IS_RUN_PAGE (self));

  qd_run_card_forget_unsent (self->card);
}
