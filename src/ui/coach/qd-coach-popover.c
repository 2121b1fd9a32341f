/* The advice about a board, as a list.
 *
 * It shows what is known when it is told to, and keeps the rows whose advice stays,
 * so that neither the focus nor an answer that is being typed is lost when something
 * changes meanwhile. A long list begins with its first part. It finds out nothing
 * itself.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-advice-list.h"
#include "qd-advice-row.h"
#include "qd-coach-popover.h"

/* How many rows show at first, and come with each further step. */
#define PAGE 20

struct _QdCoachPopover
{
  GtkPopover parent_instance;

  QdStore *store;
  QdBoardCoach *coach; /* (nullable): what it shows */
  guint n_shown;
  guint n_dismissed;   /* when all was known last */

  GtkWidget *empty;
  GtkWidget *scroller;
  GtkListBox *open_list;
  GtkButton *more_button;
  GtkExpander *dismissed_expander;
  GtkListBox *dismissed_list;
};

G_DEFINE_FINAL_TYPE (QdCoachPopover, qd_coach_popover, GTK_TYPE_POPOVER)

/* Which row has the focus, or -1. */
static int
get_focus (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The row with the focus may be gone; the next one takes its place. */
static void
restore_focus (QdCoachPopover *self,
               GtkListBox     *list,
               int             index)
{
  GtkListBoxRow *row;

  if (index < 0 || get_focus (list) >= 0)
    return;

  for (; index >= 0; index--)
    {
      row = gtk_list_box_get_row_at_index (list, index);
      if (row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row)))
        return;
    }

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_rest (QdCoachPopover *self,
           guint           n_open,
           guint           n_dismissed)
{
  const guint n_more = n_open - MIN (n_open, self->n_shown);
  g_autofree char *more = NULL;
  g_autofree char *dismissed = NULL;

  more = g_strdup_printf (ngettext ("Show %u More", "Show %u More", MIN (n_more, PAGE)),
                          MIN (n_more, PAGE));
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_more > 0);

  /* Translators: so many pieces of advice were dismissed */
  dismissed = g_strdup_printf (ngettext ("%u dismissed", "%u dismissed", n_dismissed),
                               n_dismissed);
  gtk_expander_set_label (self->dismissed_expander, dismissed);
  gtk_widget_set_visible (GTK_WIDGET (self->dismissed_expander), n_dismissed > 0);

  gtk_widget_set_visible (self->empty, n_open == 0 && qd_board_coach_is_done (self->coach));
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), n_open > 0);
  gtk_widget_set_visible (self->scroller, n_open + n_dismissed > 0);
}

/* What was dismissed is few among much: until all is known, what showed stays. */
static void
show (QdCoachPopover *self)
{
  GPtrArray *open = qd_board_coach_get_open (self->coach);
  GPtrArray *dismissed = qd_board_coach_get_dismissed (self->coach);
  int open_focus = get_focus (self->open_list);
  int dismissed_focus = get_focus (self->dismissed_list);

  if (qd_board_coach_is_done (self->coach))
    self->n_dismissed = dismissed->len;

  qd_advice_list_sync (self->open_list, self->store, open, MIN (open->len, self->n_shown),
                       FALSE);
  if (qd_board_coach_is_done (self->coach))
    qd_advice_list_sync (self->dismissed_list, self->store, dismissed,
                         MIN (dismissed->len, self->n_shown), TRUE);
  show_rest (self, open->len, self->n_dismissed);
  restore_focus (self, self->open_list, open_focus);
  restore_focus (self, self->dismissed_list, dismissed_focus);
}

static void
on_row_activated (QdCoachPopover *self,
                  QdAdviceRow    *row)
{
  g_assert (QD_IS_COACH_POPOVER (self));

  qd_advice_row_go (row);
}

static void
on_more_clicked (QdCoachPopover *self)
{
  const int first = (int) self->n_shown;
  GtkListBoxRow *row;

  g_assert (QD_IS_COACH_POPOVER (self));

  if (self->coach == NULL)
    return;

  self->n_shown += PAGE;
  show (self);
  row = gtk_list_box_get_row_at_index (self->open_list, first);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Closes the list, and then goes where the advice is about. */
static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_autofree char *action = NULL;
  QdId subject;

  g_variant_get (parameter, "(xs)", &subject, &action);
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action (parent, "board.reveal", "x", subject);
  if (*action != '\0')
    gtk_widget_activate_action (parent, action, NULL);
}

/* GTK would give the focus back only in the next frame, and take it from where
 * the advice has led by then. */
static void
qd_coach_popover_hide (GtkWidget *widget)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (widget));

  GTK_WIDGET_CLASS (qd_coach_popover_parent_class)->hide (widget);
}

static void
qd_coach_popover_dispose (GObject *object)
{
  QdCoachPopover *self = QD_COACH_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_COACH_POPOVER);
  g_clear_pointer (&self->coach, qd_board_coach_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_coach_popover_parent_class)->dispose (object);
}

static void
qd_coach_popover_class_init (QdCoachPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_coach_popover_dispose;

  widget_class->hide = qd_coach_popover_hide;

  gtk_widget_class_install_action (widget_class, "coach.go", "(xs)", go_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-coach-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, empty);
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, open_list);
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, more_button);
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, dismissed_expander);
  gtk_widget_class_bind_template_child (widget_class, QdCoachPopover, dismissed_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qd_coach_popover_init (QdCoachPopover *self)
{
  self->n_shown = PAGE;

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_coach_popover_new:
 * @store: the file that its boards are in
 *
 * Returns: (transfer floating): an empty list that wants a parent
 */
GtkWidget *
qd_coach_popover_new (QdStore *store)
{
  QdCoachPopover *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_COACH_POPOVER, NULL);
  self->store = g_object_ref (store);

  return GTK_WIDGET (self);
}

/**
 * qd_coach_popover_refresh:
 * @self: a list
 * @coach: what is known about a board by now
 *
 * Shows the advice about the board.
 */
void
qd_coach_popover_refresh (QdCoachPopover *self,
                          QdBoardCoach   *coach)
{
  g_return_if_fail (QD_IS_COACH_POPOVER (self));
  g_return_if_fail (coach != NULL);

  if (self->coach == NULL ||
      qd_board_coach_get_board (self->coach) != qd_board_coach_get_board (coach))
    {
      self->n_shown = PAGE;
      self->n_dismissed = 0;
      gtk_expander_set_expanded (self->dismissed_expander, FALSE);
    }

  qd_board_coach_ref (coach);
  g_clear_pointer (&self->coach, qd_board_coach_unref);
  self->coach = coach;
  show (self);
}

/**
 * qd_coach_popover_get_n_wanted:
 * @self: a list
 *
 * Returns: how much open advice has to be known for it to show what it can
 */
guint
qd_coach_popover_get_n_wanted (QdCoachPopover *self)
{
  g_return_val_if_fail (QD_IS_COACH_POPOVER (self), 0);

  /* And what the button says. */
  return self->n_shown + PAGE;
}
