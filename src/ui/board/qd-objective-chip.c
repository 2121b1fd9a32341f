/* A coloured chip for one objective of a board, or for cards without one.
 *
 * It says how far the objective is, too, as far as it was summed up, and to which other
 * one it contributes.
 *
 * It looks and sounds like a toggle button, but does not toggle itself: it
 * names what was asked for as an action of the board, and shows what the filter
 * of the board is. It can be dragged: onto a card, and to another place among
 * the chips.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-board-standing.h"

#include "filter/qd-board-filter.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-health.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-swatch.h"
#include "widgets/qd-tooltip.h"

#include "qd-objective-chip.h"

struct _QdObjectiveChip
{
  GtkToggleButton parent_instance;

  QdObjective *objective; /* (nullable): cards without one */
  guint n_cards;
  QdObjectiveStanding standing;
  char *parent;      /* (nullable): what it contributes to */
  gboolean additive; /* the press that a click ends came with Ctrl */

  QdSwatch *swatch;
  GtkLabel *title;
  GtkLabel *percent;
  QdSign *health;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (QdObjectiveChip, qd_objective_chip, GTK_TYPE_TOGGLE_BUTTON)

/* An objective of which nobody said anything yet has none. */
static gboolean
has_progress (QdObjectiveChip *self)
{
  return self->objective != NULL && self->standing.n_key_results > 0 &&
         (self->standing.health != QD_HEALTH_PENDING || self->standing.progress > 0.0);
}

/* "3 cards", and how far they are. */
static char *
describe_cards (QdObjectiveChip *self)
{
  const QdObjectiveStanding *standing = &self->standing;
  g_autofree char *cards = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;

  cards = g_strdup_printf (ngettext ("%u card", "%u cards", self->n_cards), self->n_cards);
  if (!has_progress (self))
    return g_steal_pointer (&cards);

  progress = qd_number_format_percent (standing->progress);
  expected = qd_number_format_percent (standing->expected);
  if (isnan (standing->expected))
    /* Translators: "3 cards, progress 20%, At risk": of an objective */
    return g_strdup_printf (_("%s, progress %s, %s"), cards, progress,
                            qd_health_get_name (standing->health));

  /* Translators: "3 cards, progress 20%, expected 46%, At risk": of an objective */
  return g_strdup_printf (_("%s, progress %s, expected %s, %s"), cards, progress, expected,
                          qd_health_get_name (standing->health));
}

static char *
describe (QdObjectiveChip *self)
{
  g_autofree char *cards = describe_cards (self);

  if (self->parent == NULL)
    return g_steal_pointer (&cards);

  /* Translators: "3 cards, contributes to Sales: Customers renew": of an objective */
  return g_strdup_printf (_("%s, contributes to %s"), cards, self->parent);
}

static void
show_progress (QdObjectiveChip *self)
{
  const gboolean visible = has_progress (self);
  g_autofree char *percent = qd_number_format_percent (self->standing.progress);

  gtk_label_set_text (self->percent, percent);
  gtk_widget_set_visible (GTK_WIDGET (self->percent), visible);
  gtk_widget_set_visible (GTK_WIDGET (self->health), visible);
  qd_sign_set (self->health, qd_health_get_sign (self->standing.health),
               qd_health_get_class (self->standing.health));
}

static void
update (QdObjectiveChip *self)
{
  g_autofree char *title = NULL;
  g_autofree char *count = g_strdup_printf ("%u", self->n_cards);
  g_autofree char *words = describe (self);
  g_autofree char *why = NULL;
  g_autofree char *tooltip = NULL;

  if (self->objective != NULL)
    {
      title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (self->objective)));
      why = qd_card_text_clip (qd_objective_get_why (self->objective));
      qd_swatch_set_colour (self->swatch,
                            qd_palette_get_class (qd_objective_get_colour (self->objective)));
    }
  else
    {
      title = g_strdup (_("No Objective"));
      why = g_strdup ("");
    }

  tooltip = g_strconcat (title, *why != '\0' ? "\n" : "", why, "\n", words, NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->count, count);
  show_progress (self);
  qd_tooltip_set_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
activate_filter (QdObjectiveChip *self,
                 gboolean         additive)
{
  g_autofree char *id = qd_board_filter_id (qd_objective_chip_get_id (self));

  gtk_widget_activate_action (GTK_WIDGET (self),
                              additive ? "board.filter" : "board.filter-only",
                              "s", id);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QdObjectiveChip *self)
{
  GdkModifierType state;

  g_assert (QD_IS_OBJECTIVE_CHIP (self));

  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  self->additive = (state & GDK_CONTROL_MASK) != 0;
}

static gboolean
on_toggle_key (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  activate_filter (QD_OBJECTIVE_CHIP (widget), TRUE);

  return GDK_EVENT_STOP;
}

static void
qd_objective_chip_clicked (GtkButton *button)
{
  QdObjectiveChip *self = QD_OBJECTIVE_CHIP (button);
  gboolean additive = self->additive;

  /* The parent would toggle. */
  self->additive = FALSE;
  activate_filter (self, additive);
}

static void
qd_objective_chip_dispose (GObject *object)
{
  QdObjectiveChip *self = QD_OBJECTIVE_CHIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVE_CHIP);
  g_clear_object (&self->objective);

  G_OBJECT_CLASS (qd_objective_chip_parent_class)->dispose (object);
}

static void
qd_objective_chip_finalize (GObject *object)
{
  QdObjectiveChip *self = QD_OBJECTIVE_CHIP (object);

  g_free (self->parent);

  G_OBJECT_CLASS (qd_objective_chip_parent_class)->finalize (object);
}

static void
qd_objective_chip_class_init (QdObjectiveChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);
  const guint keys[] = { GDK_KEY_space, GDK_KEY_KP_Space,
                         GDK_KEY_Return, GDK_KEY_KP_Enter };

  object_class->dispose = qd_objective_chip_dispose;
  object_class->finalize = qd_objective_chip_finalize;

  button_class->clicked = qd_objective_chip_clicked;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK,
                                  on_toggle_key, NULL);

  g_type_ensure (QD_TYPE_SIGN);
  g_type_ensure (QD_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-objective-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveChip, swatch);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveChip, title);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveChip, percent);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveChip, health);
  gtk_widget_class_bind_template_child (widget_class, QdObjectiveChip, count);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
qd_objective_chip_init (QdObjectiveChip *self)
{
  self->standing = (QdObjectiveStanding) { .progress = NAN, .expected = NAN };

  gtk_widget_init_template (GTK_WIDGET (self));

  /* GTK says so only once it was pressed. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/**
 * qd_objective_chip_new:
 * @objective: (nullable): the objective, or %NULL for cards without one
 * @draggable: whether an objective may be dragged
 *
 * Returns: (transfer floating): its chip
 */
GtkWidget *
qd_objective_chip_new (QdObjective *objective,
                       gboolean     draggable)
{
  QdObjectiveChip *self = g_object_new (QD_TYPE_OBJECTIVE_CHIP, NULL);

  if (objective != NULL)
    {
      self->objective = g_object_ref (objective);
      g_signal_connect_object (objective, "notify",
                               G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }

  if (objective != NULL && draggable)
    qd_drag_attach (GTK_WIDGET (self), GTK_WIDGET (self), objective);

  update (self);

  return GTK_WIDGET (self);
}

/**
 * qd_objective_chip_get_objective:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable): its objective; %NULL where it stands for
 *   cards without one
 */
QdObjective *
qd_objective_chip_get_objective (QdObjectiveChip *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE_CHIP (self), NULL);

  return self->objective;
}

/**
 * qd_objective_chip_get_id:
 * @self: a chip
 *
 * Returns: the id of its objective, or %QD_ID_NONE
 */
QdId
qd_objective_chip_get_id (QdObjectiveChip *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE_CHIP (self), QD_ID_NONE);

  if (self->objective == NULL)
    return QD_ID_NONE;

  return qd_entity_get_id (QD_ENTITY (self->objective));
}

/**
 * qd_objective_chip_get_n_cards:
 * @self: a chip
 *
 * Returns: how many cards of the board belong to it
 */
guint
qd_objective_chip_get_n_cards (QdObjectiveChip *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE_CHIP (self), 0);

  return self->n_cards;
}

/**
 * qd_objective_chip_set_n_cards:
 * @self: a chip
 * @n_cards: how many cards of the board belong to it
 */
void
qd_objective_chip_set_n_cards (QdObjectiveChip *self,
                               guint            n_cards)
{
  g_return_if_fail (QD_IS_OBJECTIVE_CHIP (self));

  if (self->n_cards == n_cards)
    return;

  self->n_cards = n_cards;
  update (self);
}

/**
 * qd_objective_chip_set_parent:
 * @self: a chip
 * @parent: (nullable): team and title of the objective that its own contributes to
 */
void
qd_objective_chip_set_parent (QdObjectiveChip *self,
                              const char      *parent)
{
  g_return_if_fail (QD_IS_OBJECTIVE_CHIP (self));

  if (g_strcmp0 (self->parent, parent) == 0)
    return;

  g_free (self->parent);
  self->parent = g_strdup (parent);
  update (self);
}

/**
 * qd_objective_chip_sum_up:
 * @self: a chip
 * @board: the board of its objective, loaded
 * @today: a day
 *
 * Shows how far the objective is by now. It looks at all cards of the board.
 */
void
qd_objective_chip_sum_up (QdObjectiveChip *self,
                          QdBoard         *board,
                          QdDay            today)
{
  g_return_if_fail (QD_IS_OBJECTIVE_CHIP (self));
  g_return_if_fail (QD_IS_BOARD (board));

  if (self->objective == NULL)
    return;

  qd_objective_standing_of (board, self->objective, today, &self->standing);
  update (self);
}
