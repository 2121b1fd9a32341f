/* What the header bar of a window says: the page, the board and its time, and
 * what can be undone.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "qd-window-private.h"
#include "store/qd-undo.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-tooltip.h"

/* With less than this, in pixels, the title has more need of the room. */
#define MODES_WIDTH 900

static gboolean
has_room (QdWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  return width >= MODES_WIDTH || gtk_window_is_maximized (GTK_WINDOW (self));
}

static gboolean
on_next_frame (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       unused)
{
  QdWindow *self = QD_WINDOW (widget);

  gtk_widget_set_visible (self->modes, has_room (self));

  return G_SOURCE_REMOVE;
}

/* A window that shows is told of its size while it is laid out: its head is another from
 * the next frame. */
void
qd_window_update_modes (QdWindow *self)
{
  g_assert (QD_IS_WINDOW (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_next_frame, NULL, NULL);
  else
    gtk_widget_set_visible (self->modes, has_room (self));
}

static void
set_titles (QdWindow   *self,
            const char *title,
            const char *subtitle)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* "week 6 of 13" while the cycle runs, else when it does. */
static char *
describe_time (QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  const guint week = qd_cycle_get_week (cycle, qd_clock_today ());
  const guint n_weeks = qd_cycle_get_n_weeks (cycle);
  char *closed = qd_board_words_closed (board);

  if (closed != NULL)
    return closed;

  if (week == 0)
    {
      g_autofree char *day = NULL;

      day = qd_day_text_full (qd_cycle_get_first_day (cycle));
      /* Translators: a day; said of a cycle. */
      return g_strdup_printf (_("begins on %s"), day);
    }

  if (week > n_weeks)
    {
      g_autofree char *day = qd_day_text_full (qd_cycle_get_last_day (cycle));

      /* Translators: a day; said of a cycle. */
      return g_strdup_printf (_("ended on %s"), day);
    }

  return g_strdup_printf (_("week %u of %u"), week, n_weeks);
}

/* The time, and net confidence where there is any. */
static char *
describe_board (QdWindow *self,
                QdBoard  *board)
{
  g_autofree char *time = describe_time (board);
  g_autofree char *net = NULL;

  net = qd_board_view_dup_net_confidence (QD_BOARD_VIEW (self->board_view));
  if (net == NULL)
    return g_steal_pointer (&time);

  /* Translators: "week 6 of 13 · net confidence +25" */
  return g_strdup_printf (_("%s · net confidence %s"), time, net);
}

/* The view, and how many boards it is of. */
static void
set_together_titles (QdWindow *self)
{
  QdView *view = qd_together_view_get_view (qd_window_get_together_view (self));
  const guint n = qd_chosen_boards_get_n (self->chosen);
  g_autofree char *count = g_strdup_printf (ngettext ("%u board", "%u boards", n), n);

  set_titles (self,
              view != NULL ? qd_entity_get_title (QD_ENTITY (view)) : _("Side by Side"),
              count);
}

/* Pages that have the same title whatever they are about. */
static const struct
{
  const char *page;
  const char *title;
} page_titles[] = {
  { "alignment", N_("Alignment") },
  { "archive", N_("Archive") },
  { "closing", N_("Closing a Cycle") },
  { "flow", N_("Flow") },
  { "learning", N_("Learning") },
  { "planning", N_("Planning a Cycle") },
  { "review", N_("Review") },
  { "run", N_("Check-in Run") },
  { "search", N_("Search") },
  { "shelf", N_("Shelf") },
};

static const char *
get_page_title (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_titles); i++)
    if (g_strcmp0 (page, page_titles[i].page) == 0)
      return _(page_titles[i].title);

  return NULL;
}

/* The page, the board and the time. */
void
qd_window_update_title (QdWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  QdBoard *board = qd_window_get_board (self);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->path != NULL)
    name = g_filename_display_basename (self->path);

  if (get_page_title (page) != NULL)
    set_titles (self, get_page_title (page), NULL);
  else if (g_strcmp0 (page, "error") == 0)
    set_titles (self, name, NULL);
  else if (g_strcmp0 (page, "past") == 0)
    set_titles (self, _("Time Machine"), NULL);
  else if (qd_window_is_together (self))
    set_together_titles (self);
  else if (board == NULL || g_strcmp0 (page, "board") != 0)
    set_titles (self, _("Quarterdeck"), NULL);
  else if (qd_board_get_cycle (board) == NULL)
    set_titles (self, qd_entity_get_title (QD_ENTITY (board)), NULL);
  else
    {
      QdCycle *cycle = qd_board_get_cycle (board);

      /* Translators: the name of a board, and of its cycle. */
      title = g_strdup_printf (_("%s · %s"),
                               qd_entity_get_title (QD_ENTITY (board)),
                               qd_entity_get_title (QD_ENTITY (cycle)));
      subtitle = describe_board (self, board);
      set_titles (self, title, subtitle);
    }
}

static void
name_undo_button (GtkWidget       *button,
                  const char      *label,
                  guint            key,
                  GdkModifierType  modifiers)
{
  g_autofree char *keys = gtk_accelerator_get_label (key, modifiers);
  g_autofree char *tooltip = NULL;

  /* Translators: what a button does, and the keys for it: "Undo (Ctrl+Z)". */
  tooltip = g_strdup_printf (_("%s (%s)"), label, keys);

  qd_tooltip_set_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* What undo and redo would do, and whether they can. */
void
qd_window_update_undo (QdWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  if (self->store != NULL)
    {
      undo = qd_undo_dup_name (self->store);
      redo = qd_redo_dup_name (self->store);
    }
  if (undo != NULL)
    /* Translators: the name of what was done, "Move “Raise NPS” to At Risk". */
    undo_label = g_strdup_printf (_("Undo %s"), undo);
  if (redo != NULL)
    /* Translators: the name of what was undone. */
    redo_label = g_strdup_printf (_("Redo %s"), redo);

  name_undo_button (self->undo_button,
                    undo_label != NULL ? undo_label : _("Undo"),
                    GDK_KEY_z, GDK_CONTROL_MASK);
  name_undo_button (self->redo_button,
                    redo_label != NULL ? redo_label : _("Redo"),
                    GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}
