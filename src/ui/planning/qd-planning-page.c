/* What the board of the next cycle begins with: which cycle it is for, which key results
 * are carried over, and what comes from the shelf.
 *
 * What was decided when the last cycle was closed is ticked at first. Nothing is written
 * until the board is made, and then all of it in one step. The rest of the planning is
 * done on that board.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dialogs/qd-cycle-form.h"
#include "method/qd-coach.h"
#include "model/qd-key-result.h"
#include "qd-number-text.h"
#include "qd-planning-page.h"
#include "shelf/qd-shelf-row.h"
#include "store/qd-closing.h"
#include "store/qd-edit-close.h"
#include "store/qd-shelf.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-centred-layout.h"
#include "widgets/qd-toaster.h"

struct _QdPlanningPage
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board;         /* (nullable): after which one plans */
  QdClosing *closing;     /* (nullable): how it ended */
  GPtrArray *waiting;     /* (element-type QdShelved) (nullable) */
  GHashTable *chosen;     /* (element-type QdId gboolean): what somebody ticked or not */

  GtkWidget *head;
  GtkLabel *heading;
  GtkWidget *scroller;
  QdCycleForm *cycle;
  GtkWidget *carried_note;
  GtkWidget *carried;
  GtkWidget *shelf_note;
  GtkWidget *shelf;
  GtkWidget *foot;
  GtkLabel *focus;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  MADE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdPlanningPage, qd_planning_page, GTK_TYPE_WIDGET)

/* How many there would be. */
typedef struct
{
  GHashTable *objectives; /* (element-type utf8): titles */
  guint n_key_results;
} Sum;

static gboolean
is_chosen (QdPlanningPage *self,
           QdId            id,
           gboolean        at_first)
{
  gpointer value;

  return g_hash_table_lookup_extended (self->chosen, &id, NULL, &value) ? value != NULL
                                                                        : at_first;
}

static gboolean
is_carried (QdPlanningPage      *self,
            const QdClosingCard *card)
{
  return is_chosen (self, card->id, card->decision == QD_DECISION_CARRY_OVER);
}

static gboolean
is_taken (QdPlanningPage  *self,
          const QdShelved *shelved)
{
  return is_chosen (self, shelved->id, FALSE);
}

static void
sum_carried (QdPlanningPage *self,
             Sum            *sum)
{
  for (guint i = 0; i < self->closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = self->closing->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        {
          if (!is_carried (self, objective->cards->pdata[j]))
            continue;
          sum->n_key_results++;
          if (objective->id != QD_ID_NONE)
            g_hash_table_add (sum->objectives, objective->title);
        }
    }
}

static void
sum_shelf (QdPlanningPage *self,
           Sum            *sum)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const QdShelved *shelved = self->waiting->pdata[i];

      if (!is_taken (self, shelved))
        continue;
      if (shelved->kind == QD_ENTITY_OBJECTIVE)
        {
          sum->n_key_results += shelved->key_results->len;
          g_hash_table_add (sum->objectives, shelved->title);
          continue;
        }
      sum->n_key_results++;
      if (*shelved->objective != '\0')
        g_hash_table_add (sum->objectives, shelved->objective);
    }
}

/* What the board would begin with, by the method's advice. */
static void
show_focus (QdPlanningPage *self)
{
  Sum sum = { g_hash_table_new (g_str_hash, g_str_equal), 0 };
  g_autofree char *objectives = NULL;
  g_autofree char *key_results = NULL;
  g_autofree char *text = NULL;
  guint n;

  sum_carried (self, &sum);
  sum_shelf (self, &sum);
  n = g_hash_table_size (sum.objectives);
  objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives", n), n);
  key_results = g_strdup_printf (ngettext ("%u key result", "%u key results",
                                           sum.n_key_results), sum.n_key_results);
  if (n == 0 && sum.n_key_results == 0)
    text = g_strdup (_("An empty board to begin with."));
  else if (n > QD_COACH_MAX_OBJECTIVES)
    /* Translators: "6 objectives", "9 key results", 4. */
    text = g_strdup_printf (_("%s, %s. Up to %u objectives keep a team focused: what waits?"),
                            objectives, key_results, QD_COACH_MAX_OBJECTIVES);
  else
    /* Translators: "3 objectives", "9 key results". */
    text = g_strdup_printf (_("To begin with: %s, %s."), objectives, key_results);
  gtk_label_set_text (self->focus, text);
  g_hash_table_unref (sum.objectives);
}

static void
on_toggled (GtkCheckButton *tick,
            QdPlanningPage *self)
{
  const QdId *id = g_object_get_data (G_OBJECT (tick), "qd-id");

  g_assert (QD_IS_PLANNING_PAGE (self));

  g_hash_table_replace (self->chosen, g_memdup2 (id, sizeof *id),
                        GINT_TO_POINTER (gtk_check_button_get_active (tick)));
  show_focus (self);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 6);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* A thing that can come along, and what there is to know of it. */
static void
add_tick (QdPlanningPage *self,
          GtkWidget      *box,
          QdId            id,
          const char     *title,
          const char     *about,
          gboolean        active)
{
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *small = create_label (about);

  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), create_label (title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), small, 0, 1, 1, 1);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (tick), grid);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
  g_object_set_data_full (G_OBJECT (tick), "qd-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (tick, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), tick);
}

/* What was decided, and where the metric would begin. */
static char *
describe_card (QdPlanningPage           *self,
               const QdClosingObjective *objective,
               const QdClosingCard      *card)
{
  QdEntity *entity = qd_store_lookup (self->store, card->id);
  g_autoptr (GString) text = g_string_new (NULL);

  if (objective->id != QD_ID_NONE)
    g_string_append_printf (text, "%s · ", objective->title);
  if (card->decision != QD_DECISION_NONE)
    g_string_append_printf (text, "%s · ", qd_decision_get_name (card->decision));
  if (QD_IS_KEY_RESULT (entity) && !isnan (card->last) &&
      qd_key_result_get_metric (QD_KEY_RESULT (entity)) == QD_METRIC_CHANGE)
    {
      g_autofree char *last =
        qd_number_text_quantity (card->last, qd_key_result_get_unit (QD_KEY_RESULT (entity)));

      /* Translators: the last value of a metric, with its unit. */
      g_string_append_printf (text, _("came to %s, its new baseline"), last);
    }
  else if (g_str_has_suffix (text->str, " · "))
    g_string_truncate (text, text->len - strlen (" · "));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
clear_box (QdPlanningPage *self,
           GtkWidget      *box)
{
  GtkWidget *child;

  /* GTK leaks what is removed with the focus in it. */
  if (gtk_widget_get_focus_child (box) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill_carried (QdPlanningPage *self)
{
  gboolean decided = FALSE;

  clear_box (self, self->carried);
  for (guint i = 0; i < self->closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = self->closing->objectives->pdata[i];

      for (guint j = 0; j < objective->cards->len; j++)
        {
          const QdClosingCard *card = objective->cards->pdata[j];
          g_autofree char *about = describe_card (self, objective, card);

          decided |= card->decision != QD_DECISION_NONE;
          add_tick (self, self->carried, card->id, card->title, about,
                    is_carried (self, card));
        }
    }

  gtk_label_set_text (GTK_LABEL (self->carried_note), self->closing->n_cards == 0
                        ? _("The board has no key results.")
                        : _("Nothing is decided yet: closing the cycle asks what becomes of "
                            "each key result. What shall go on can be ticked here, too."));
  gtk_widget_set_visible (self->carried_note, !decided);
}

static void
fill_shelf (QdPlanningPage *self)
{
  clear_box (self, self->shelf);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const QdShelved *shelved = self->waiting->pdata[i];
      g_autofree char *kind = qd_shelf_row_dup_kind (shelved);
      g_autofree char *about = NULL;

      if (*shelved->reason != '\0')
        /* Translators: what waits on the shelf, and why in the words of people. */
        about = g_strdup_printf (_("%s “%s”"), kind, shelved->reason);
      add_tick (self, self->shelf, shelved->id, shelved->title, about != NULL ? about : kind,
                is_taken (self, shelved));
    }
  gtk_widget_set_visible (self->shelf_note, self->waiting->len == 0);
}

/* Returns whether there is anything to show. */
static gboolean
read_anew (QdPlanningPage *self)
{
  g_autoptr (GError) error = NULL;
  QdClosing *closing = NULL;
  GPtrArray *waiting = NULL;

  if (self->board == NULL || !qd_entity_get_alive (QD_ENTITY (self->board)))
    return FALSE;

  closing = qd_closing_read (self->store, qd_entity_get_id (QD_ENTITY (self->board)),
                             qd_board_get_today (self->board), &error);
  if (closing != NULL)
    waiting = qd_shelf_read (self->store, &error);
  if (waiting == NULL)
    {
      g_clear_pointer (&closing, qd_closing_free);
      qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }

  g_clear_pointer (&self->closing, qd_closing_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->closing = closing;
  self->waiting = waiting;

  return TRUE;
}

static void
update (QdPlanningPage *self)
{
  if (!read_anew (self))
    return;

  fill_carried (self);
  fill_shelf (self);
  show_focus (self);
}

static void
on_changed (QdPlanningPage *self)
{
  g_assert (QD_IS_PLANNING_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* The first cycle that begins after that of the board. */
static QdCycle *
find_later_cycle (QdPlanningPage *self,
                  QdDay           day)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));
  QdCycle *found = NULL;

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    {
      QdCycle *cycle = qd_ordered_list_peek (cycles, i);

      if (qd_cycle_get_first_day (cycle) > day &&
          (found == NULL || qd_cycle_get_first_day (cycle) < qd_cycle_get_first_day (found)))
        found = cycle;
    }

  return found;
}

/* The next cycle that there is, else the quarter that comes. Where its name and its days
 * stay, it is that one, and no other is made. */
static void
propose_cycle (QdPlanningPage *self)
{
  QdCycle *cycle = qd_board_get_cycle (self->board);
  const QdDay last = cycle != NULL ? qd_cycle_get_last_day (cycle)
                                   : qd_board_get_today (self->board);
  QdCycle *later = find_later_cycle (self, last);
  g_autofree char *name = NULL;
  QdDay first_day, last_day;

  if (later != NULL)
    {
      qd_cycle_form_fill (self->cycle, qd_entity_get_title (QD_ENTITY (later)),
                          qd_cycle_get_first_day (later), qd_cycle_get_last_day (later));
      return;
    }

  qd_day_get_quarter (last + 1, &first_day, &last_day);
  name = qd_day_quarter_name (last + 1);
  qd_cycle_form_fill (self->cycle, name, last + 1, last_day);
}

/* The ids of what is ticked. */
static GArray *
list_ticked (GtkWidget *box)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_array_append_vals (ids, g_object_get_data (G_OBJECT (child), "qd-id"), 1);

  return ids;
}

static void
make_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QdPlanningPage *self = QD_PLANNING_PAGE (widget);
  static const QdId nothing = QD_ID_NONE;
  g_autoptr (GArray) cards = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  QdNextPlan plan = { 0 };
  QdId made;

  if (self->closing == NULL || !qd_cycle_form_check (self->cycle))
    return;

  cards = list_ticked (self->carried);
  waiting = list_ticked (self->shelf);
  title = qd_cycle_form_dup_title (self->cycle);
  plan.cycle_title = title;
  plan.first_day = qd_cycle_form_get_first_day (self->cycle);
  plan.last_day = qd_cycle_form_get_last_day (self->cycle);
  /* Without any, those that were decided to be would come. */
  plan.cards = cards->len > 0 ? (const QdId *) cards->data : &nothing;
  plan.n_cards = cards->len;
  plan.from_shelf = (const QdId *) waiting->data;
  plan.n_from_shelf = waiting->len;

  made = qd_edit_plan_next (self->store, qd_entity_get_id (QD_ENTITY (self->board)), &plan,
                            &error);
  if (made == QD_ID_NONE)
    {
      qd_toaster_report (widget, error);
      return;
    }
  qd_toaster_say (widget, _("The board of the next cycle is made"), TRUE);
  g_signal_emit (self, signals[MADE], 0, made);
}

static void
qd_planning_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qd_planning_page_parent_class)->map (widget);

  update (QD_PLANNING_PAGE (widget));
}

static void
qd_planning_page_constructed (GObject *object)
{
  QdPlanningPage *self = QD_PLANNING_PAGE (object);

  G_OBJECT_CLASS (qd_planning_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_planning_page_dispose (GObject *object)
{
  QdPlanningPage *self = QD_PLANNING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PLANNING_PAGE);
  g_clear_pointer (&self->closing, qd_closing_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_planning_page_parent_class)->dispose (object);
}

static void
qd_planning_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QdPlanningPage *self = QD_PLANNING_PAGE (object);

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
  g_type_ensure (QD_TYPE_CENTRED_LAYOUT);
  g_type_ensure (QD_TYPE_CYCLE_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-planning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, heading);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, cycle);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, carried_note);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, carried);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, shelf_note);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, shelf);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, foot);
  gtk_widget_class_bind_template_child (widget_class, QdPlanningPage, focus);
}

static void
qd_planning_page_class_init (QdPlanningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_planning_page_constructed;
  object_class->dispose = qd_planning_page_dispose;
  object_class->set_property = qd_planning_page_set_property;

  widget_class->map = qd_planning_page_map;

  /**
   * QdPlanningPage:store:
   *
   * The file that the boards are in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdPlanningPage::made:
   * @self: the page
   * @board: the id of the new board
   */
  signals[MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "planning.make", NULL, make_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "planning.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "planning.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.mode", "s",
                                       "board");

  gtk_widget_class_set_css_name (widget_class, "planningpage");
  bind_template (widget_class);
}

static void
qd_planning_page_init (QdPlanningPage *self)
{
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_planning_page_new:
 * @store: the file that the boards are in
 *
 * Returns: (transfer floating): a page that plans nothing yet
 */
GtkWidget *
qd_planning_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_PLANNING_PAGE, "store", store, NULL);
}

/**
 * qd_planning_page_set_board:
 * @self: a page
 * @board: the board after which one plans
 *
 * Begins anew where it was another one.
 */
void
qd_planning_page_set_board (QdPlanningPage *self,
                            QdBoard        *board)
{
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (QD_IS_PLANNING_PAGE (self));
  g_return_if_fail (QD_IS_BOARD (board));

  if (!g_set_object (&self->board, board))
    return;

  name = qd_board_words_name (board);
  /* Translators: a board and its cycle. */
  heading = g_strdup_printf (_("What comes after %s"), name);
  gtk_label_set_text (self->heading, heading);
  g_hash_table_remove_all (self->chosen);
  propose_cycle (self);
  update (self);
}

/**
 * qd_planning_page_focus:
 * @self: a page
 *
 * Lets the keyboard begin with the cycle.
 */
void
qd_planning_page_focus (QdPlanningPage *self)
{
  g_return_if_fail (QD_IS_PLANNING_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->cycle));
}
