/* Guides through the end of a cycle, one key result of a board after the other, up to the
 * overview where the board is closed.
 *
 * Nothing is kept here but which one shows: all that was said is in the file, so one can
 * stop at any time and goes on with the first key result that is still open.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-closing-form.h"
#include "qd-closing-page.h"
#include "qd-closing-summary.h"
#include "qd-number-text.h"
#include "store/qd-edit-close.h"
#include "widgets/qd-centred-layout.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-today.h"

#define FORM "form"
#define SUMMARY "summary"

struct _QdClosingPage
{
  GtkWidget parent_instance;

  QdStore *store;
  QdToday *today;
  QdId board;
  QdClosing *closing;   /* (nullable) */
  QdId shown;           /* the key result that shows, or %QD_ID_NONE for the overview */

  GtkWidget *head;
  GtkLabel *heading;
  GtkLabel *count;
  GtkProgressBar *line;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  QdClosingForm *form;
  QdClosingSummary *summary;
  GtkWidget *foot;
  GtkWidget *back;
  GtkWidget *overview;
  GtkWidget *accept;
  GtkWidget *reopen;
  GtkWidget *close;
  GtkWidget *plan;
  GtkButton *on;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdClosingPage, qd_closing_page, GTK_TYPE_WIDGET)

/* The key result that comes @step behind another one, in the order of the board;
 * %QD_ID_NONE behind the last one, and before the first. From %QD_ID_NONE, the last. */
static QdId
find_beside (QdClosingPage *self,
             QdId           card,
             int            step)
{
  QdId before = QD_ID_NONE;

  for (guint i = 0; i < self->closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = self->closing->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        {
          const QdId id = ((const QdClosingCard *) objective->cards->pdata[j])->id;

          if (step < 0 && id == card)
            return before;
          if (step > 0 && before == card && card != QD_ID_NONE)
            return id;
          before = id;
        }
    }

  return step < 0 && card == QD_ID_NONE ? before : QD_ID_NONE;
}

static void
show_head (QdClosingPage *self)
{
  const guint n_done = self->closing->n_cards - self->closing->n_open;
  g_autofree char *heading = NULL;
  g_autofree char *count = NULL;

  heading = g_strdup_printf (self->closing->closed != QD_DAY_NONE ? _("%s is closed")
                                                                  : _("Close %s"),
                             self->closing->title);
  gtk_label_set_text (self->heading, heading);
  /* Translators: how many key results are graded and decided, of how many. */
  count = g_strdup_printf (_("%u of %u"), n_done, self->closing->n_cards);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->closing->closed == QD_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->line), self->closing->closed == QD_DAY_NONE);
  gtk_progress_bar_set_fraction (self->line, self->closing->n_cards > 0
                                   ? (double) n_done / (double) self->closing->n_cards : 0.0);
}

/* GTK takes a label with its underscore for a name beside that label. */
static void
name_by_label (gpointer button)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
label_on (QdClosingPage *self,
          const char    *label)
{
  gtk_button_set_label (self->on, label);
  name_by_label (self->on);
}

static void
show_buttons (QdClosingPage *self)
{
  const QdClosingCard *card = self->shown != QD_ID_NONE
    ? qd_closing_find_card (self->closing, self->shown) : NULL;
  const gboolean closed = self->closing->closed != QD_DAY_NONE;
  g_autofree char *grade = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->on), card != NULL);
  gtk_widget_set_visible (self->overview, card != NULL);
  gtk_widget_set_visible (self->back, !closed);
  gtk_widget_set_visible (self->accept, card == NULL && !closed && self->closing->n_ungraded > 0);
  gtk_widget_set_visible (self->close, card == NULL && !closed);
  gtk_widget_set_visible (self->reopen, closed);
  gtk_widget_set_visible (self->plan, closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.back",
                                 !closed && find_beside (self, self->shown, -1) != QD_ID_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.on", card != NULL);
  if (card == NULL)
    return;

  if (!isnan (card->grade))
    {
      label_on (self, _("_Go On"));
      return;
    }
  grade = qd_number_text_grade (card->proposed);
  /* Translators: the grade that the figures propose, as in "0.7". */
  label = g_strdup_printf (_("Take %s and _Go On"), grade);
  label_on (self, label);
}

static void
show_actions (QdClosingPage *self)
{
  const gboolean writable = !qd_store_get_read_only (self->store);
  const gboolean closed = self->closing->closed != QD_DAY_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.close",
                                 writable && !closed && self->closing->refusal == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.accept-all", writable && !closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.reopen", writable && closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.plan-next", writable && closed);
}

static void
show (QdClosingPage *self)
{
  const QdClosingCard *card = NULL;

  if (self->shown != QD_ID_NONE && self->closing->closed == QD_DAY_NONE)
    card = qd_closing_find_card (self->closing, self->shown);
  /* It went away, or somebody closed the board. */
  if (card == NULL)
    self->shown = QD_ID_NONE;

  show_head (self);
  show_buttons (self);
  show_actions (self);
  qd_closing_summary_show (self->summary, self->closing);
  if (card != NULL)
    qd_closing_form_show (self->form, card);
  gtk_stack_set_visible_child_name (self->stack, card != NULL ? FORM : SUMMARY);
}

/* Returns whether there is anything to show. */
static gboolean
read_anew (QdClosingPage *self)
{
  g_autoptr (GError) error = NULL;
  QdClosing *closing;

  if (self->board == QD_ID_NONE)
    return FALSE;

  closing = qd_closing_read (self->store, self->board, qd_today_get_day (self->today), &error);
  if (closing == NULL)
    {
      /* A board that went away is left by the window. */
      if (!g_error_matches (error, QD_ERROR, QD_ERROR_NOT_FOUND))
        qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }
  g_clear_pointer (&self->closing, qd_closing_free);
  self->closing = closing;

  return TRUE;
}

static void
update (QdClosingPage *self)
{
  g_assert (QD_IS_CLOSING_PAGE (self));

  /* A page that nobody sees is read when somebody does. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && read_anew (self))
    show (self);
}

/* Goes to a key result, or to the overview. What a field refuses holds one back. */
static void
go_to (QdClosingPage *self,
       QdId           card)
{
  if (!qd_closing_form_finish (self->form))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  self->shown = card;
  show (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  qd_closing_page_focus (self);
}

static void
on_card_chosen (QdClosingPage *self,
                QdId           card)
{
  g_assert (QD_IS_CLOSING_PAGE (self));

  if (self->closing->closed == QD_DAY_NONE)
    go_to (self, card);
}

static void
on_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  QdClosingPage *self = QD_CLOSING_PAGE (widget);

  g_assert (QD_IS_CLOSING_PAGE (self));

  if (self->closing == NULL || !qd_closing_form_finish (self->form) ||
      !qd_closing_form_take_grade (self->form))
    return;

  go_to (self, find_beside (self, self->shown, 1));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdClosingPage *self = QD_CLOSING_PAGE (widget);

  if (self->closing != NULL)
    go_to (self, find_beside (self, self->shown, -1));
}

static void
overview_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  QdClosingPage *self = QD_CLOSING_PAGE (widget);

  if (self->closing != NULL)
    go_to (self, QD_ID_NONE);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdClosingPage *self = QD_CLOSING_PAGE (widget);
  const QdDay today = qd_today_get_day (self->today);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (name, "closing.accept-all"))
    qd_edit_accept_grades (self->store, self->board, today, &error);
  else if (g_str_equal (name, "closing.close"))
    qd_edit_close_board (self->store, self->board, today, &error);
  else
    qd_edit_reopen_board (self->store, self->board, &error);

  if (error != NULL)
    {
      qd_toaster_report (widget, error);
      return;
    }
  if (g_str_equal (name, "closing.close"))
    qd_toaster_say (widget, _("The board is closed"), TRUE);
  /* The button that was pressed may be out of sight. */
  qd_closing_page_focus (self);
}

static void
plan_next_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.plan-next", "x", QD_CLOSING_PAGE (widget)->board);
}

static void
qd_closing_page_map (GtkWidget *widget)
{
  QdClosingPage *self = QD_CLOSING_PAGE (widget);

  GTK_WIDGET_CLASS (qd_closing_page_parent_class)->map (widget);

  update (self);
}

static void
qd_closing_page_constructed (GObject *object)
{
  QdClosingPage *self = QD_CLOSING_PAGE (object);

  G_OBJECT_CLASS (qd_closing_page_parent_class)->constructed (object);

  self->form = QD_CLOSING_FORM (qd_closing_form_new (self->store));
  self->summary = QD_CLOSING_SUMMARY (qd_closing_summary_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), FORM);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->summary), SUMMARY);
  g_signal_connect_object (self->summary, "card-chosen", G_CALLBACK (on_card_chosen), self,
                           G_CONNECT_SWAPPED);
  qd_pages_attach (self->stack);
  self->today = qd_today_new (qd_store_get_workspace (self->store));
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_closing_page_dispose (GObject *object)
{
  QdClosingPage *self = QD_CLOSING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CLOSING_PAGE);
  g_clear_pointer (&self->closing, qd_closing_free);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_closing_page_parent_class)->dispose (object);
}

static void
qd_closing_page_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdClosingPage *self = QD_CLOSING_PAGE (object);

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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "closing.on", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "closing.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "closing.overview", NULL, overview_action);
  gtk_widget_class_install_action (widget_class, "closing.accept-all", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "closing.close", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "closing.reopen", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "closing.plan-next", NULL, plan_next_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "closing.on", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "closing.on", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                       "closing.on", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "closing.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.mode", "s",
                                       "board");
}

static void
qd_closing_page_class_init (QdClosingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_closing_page_constructed;
  object_class->dispose = qd_closing_page_dispose;
  object_class->set_property = qd_closing_page_set_property;

  widget_class->map = qd_closing_page_map;

  /**
   * QdClosingPage:store:
   *
   * The file that the board is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);

  g_type_ensure (QD_TYPE_CENTRED_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-closing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, heading);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, count);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, line);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, foot);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, back);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, overview);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, accept);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, reopen);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, close);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, plan);
  gtk_widget_class_bind_template_child (widget_class, QdClosingPage, on);

  gtk_widget_class_set_css_name (widget_class, "closingpage");
}

static void
qd_closing_page_init (QdClosingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_by_label (self->back);
  name_by_label (self->overview);
  name_by_label (self->accept);
  name_by_label (self->reopen);
  name_by_label (self->close);
  name_by_label (self->plan);
}

/**
 * qd_closing_page_new:
 * @store: the file that the board is in
 *
 * Returns: (transfer floating): a page that shows no board yet
 */
GtkWidget *
qd_closing_page_new (QdStore *store)
{
  return g_object_new (QD_TYPE_CLOSING_PAGE, "store", store, NULL);
}

/**
 * qd_closing_page_get_board:
 * @self: a page
 *
 * Returns: the board that it guides through, or %QD_ID_NONE
 */
QdId
qd_closing_page_get_board (QdClosingPage *self)
{
  g_return_val_if_fail (QD_IS_CLOSING_PAGE (self), QD_ID_NONE);

  return self->board;
}

/**
 * qd_closing_page_set_board:
 * @self: a page
 * @board: the id of a board
 *
 * Begins with the first key result of the board of which something is still to be said,
 * or with the overview where there is none.
 */
void
qd_closing_page_set_board (QdClosingPage *self,
                           QdId           board)
{
  g_return_if_fail (QD_IS_CLOSING_PAGE (self));

  self->board = board;
  if (!read_anew (self))
    return;

  self->shown = self->closing->next;
  show (self);
}

/**
 * qd_closing_page_focus:
 * @self: a page
 *
 * Lets the keyboard begin where something is to be said.
 */
void
qd_closing_page_focus (QdClosingPage *self)
{
  g_return_if_fail (QD_IS_CLOSING_PAGE (self));

  if (self->shown != QD_ID_NONE)
    qd_closing_form_focus (self->form);
  else if (!gtk_widget_grab_focus (self->close) && !gtk_widget_grab_focus (self->plan))
    qd_closing_summary_focus (self->summary);
}
