/* Where an objective is named, explained, given its colour and aligned to another, and
 * later on given its weight and how much of it is expected.
 *
 * One popover adds new objectives and edits old ones. It closes when the store
 * took what was entered, and stays open with it when not. Where a board has enough of
 * them, it asks first which one waits for the new one, and comes back where nobody
 * answers.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "alignment/qd-parent-choice.h"
#include "shelf/qd-shelf-ask.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-edit.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-toaster.h"
#include "widgets/qd-typing.h"

#include "qd-colour-grid.h"
#include "qd-objective-popover.h"

struct _QdObjectivePopover
{
  GtkPopover parent_instance;

  QdStore *store;
  QdBoard *board;         /* (nullable): where to add one */
  QdObjective *objective; /* (nullable): which one to edit */
  gboolean answered;      /* it was said which one waits */

  GtkLabel *heading;
  GtkEditable *title;
  GtkTextView *why;
  QdColourGrid *colours;
  GtkWidget *standing; /* what only an old one says */
  QdChoice *commitment;
  QdNumberEntry *weight;
  QdParentChoice *parent;
  GtkButton *button;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdObjectivePopover, qd_objective_popover, GTK_TYPE_POPOVER)

/* The first colour that no objective of the board has, else the first. */
static guint
find_unused_colour (QdBoard *board)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  guint length = qd_ordered_list_get_length (objectives);

  for (guint colour = 0; colour < QD_N_COLOURS; colour++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < length && !used; i++)
        used = qd_objective_get_colour (qd_ordered_list_peek (objectives, i)) == colour;

      if (!used)
        return colour;
    }

  return 0;
}

static char *
dup_why (QdObjectivePopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->why);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
dup_title (QdObjectivePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/* A new objective comes with the usual weight, and aspirational. */
static gboolean
write_objective (QdObjectivePopover  *self,
                 const QdSwap        *swap,
                 GError             **error)
{
  const gboolean old = self->objective != NULL;
  g_autofree char *title = dup_title (self);
  g_autofree char *why = dup_why (self);
  const QdObjectiveDraft draft = {
    .title = title,
    .why = why,
    .colour = qd_colour_grid_get_colour (self->colours),
    .commitment = old ? (QdCommitment) qd_choice_get_value (self->commitment)
                      : QD_COMMITMENT_ASPIRATIONAL,
    .weight = old ? qd_number_entry_get_value (self->weight) : NAN,
    .parent = qd_parent_choice_get_parent (self->parent),
  };
  QdId board;

  if (old)
    return qd_edit_change_objective (self->store,
                                     qd_entity_get_id (QD_ENTITY (self->objective)),
                                     &draft, error);

  board = qd_entity_get_id (QD_ENTITY (self->board));
  if (swap != NULL)
    return qd_edit_swap_objective (self->store, board, &draft, swap, error) != QD_ID_NONE;

  return qd_edit_new_objective (self->store, board, draft.title, draft.why, draft.colour,
                                draft.parent, error) != QD_ID_NONE;
}

static gboolean
on_swap_answered (QdShelfDialog      *dialog,
                  QdId                waits,
                  const char         *reason,
                  QdObjectivePopover *self)
{
  const QdSwap swap = { waits, reason };
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  self->answered = write_objective (self, waits != QD_ID_NONE ? &swap : NULL, &error);
  if (!self->answered)
    qd_shelf_dialog_refuse (dialog, error);
  else if (waits == QD_ID_NONE)
    qd_shelf_keep_all (self->board);
  else
    qd_toaster_say (GTK_WIDGET (self), _("The objective waits on the shelf"), TRUE);

  return self->answered;
}

/* Back to what was typed. */
static gboolean
on_swap_closed (QdObjectivePopover *self)
{
  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  if (!self->answered)
    {
      gtk_popover_popup (GTK_POPOVER (self));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
    }

  return GDK_EVENT_PROPAGATE;
}

static void
ask_which_waits (QdObjectivePopover *self)
{
  g_autofree char *title = dup_title (self);
  QdShelfDialog *dialog;

  gtk_popover_popdown (GTK_POPOVER (self));
  self->answered = FALSE;
  dialog = qd_shelf_ask_objective (GTK_WIDGET (self), self->store, self->board, title);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (on_swap_answered), self, 0);
  g_signal_connect_object (dialog, "close-request", G_CALLBACK (on_swap_closed), self,
                           G_CONNECT_SWAPPED);
}

static void
on_save (QdObjectivePopover *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->button)))
    return;
  if (!qd_number_entry_finish (self->weight))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->weight));
      return;
    }

  if (self->objective == NULL && !qd_shelf_is_room (self->board))
    ask_which_waits (self);
  else if (write_objective (self, NULL, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    qd_toaster_report (GTK_WIDGET (self), error);
}

/* It is written with all else, when the person saves. */
static gboolean
on_commitment_edited (QdObjectivePopover *self,
                      int                 value)
{
  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  return TRUE;
}

static gboolean
on_weight_edited (QdObjectivePopover *self,
                  double              value)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  if (qd_edit_check_weight (value, &error))
    return TRUE;

  qd_number_entry_set_error (self->weight, error->message);

  return FALSE;
}

static void
on_title_changed (QdObjectivePopover *self)
{
  g_autofree char *title = NULL;

  g_assert (QD_IS_OBJECTIVE_POPOVER (self));

  title = dup_title (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *title != '\0');
}

static void
fill (QdObjectivePopover *self,
      const char         *heading,
      const char         *button,
      const char         *title,
      const char         *why,
      guint               colour)
{
  gtk_label_set_text (self->heading, heading);
  gtk_button_set_label (self->button, button);
  gtk_editable_set_text (self->title, title);
  qd_typing_forget (self->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->why), why, -1);
  qd_colour_grid_set_colour (self->colours, colour);
  qd_number_entry_discard (self->weight);
  gtk_widget_set_visible (self->standing, self->objective != NULL);

  on_title_changed (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
qd_objective_popover_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  QdObjectivePopover *self = QD_OBJECTIVE_POPOVER (object);

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
qd_objective_popover_dispose (GObject *object)
{
  QdObjectivePopover *self = QD_OBJECTIVE_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_OBJECTIVE_POPOVER);

  g_clear_object (&self->objective);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_objective_popover_parent_class)->dispose (object);
}

static void
qd_objective_popover_class_init (QdObjectivePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = qd_objective_popover_set_property;
  object_class->dispose = qd_objective_popover_dispose;

  /**
   * QdObjectivePopover:store:
   *
   * The file to write to.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_CHOICE);
  g_type_ensure (QD_TYPE_COLOUR_GRID);
  g_type_ensure (QD_TYPE_NUMBER_ENTRY);
  g_type_ensure (QD_TYPE_PARENT_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-objective-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, title);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, why);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, colours);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, standing);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, commitment);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, weight);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, parent);
  gtk_widget_class_bind_template_child (widget_class, QdObjectivePopover, button);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_commitment_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_weight_edited);
}

static void
qd_objective_popover_init (QdObjectivePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  qd_choice_append (self->commitment, QD_COMMITMENT_ASPIRATIONAL,
                    /* xgettext:no-c-format */
                    _("Aspirational: 70% Is a Success"));
  qd_choice_append (self->commitment, QD_COMMITMENT_COMMITTED,
                    /* xgettext:no-c-format */
                    _("Committed: 100% Is Expected"));
}

/**
 * qd_objective_popover_new:
 * @store: the file to write to
 *
 * Returns: (transfer floating): a popover that wants a parent
 */
GtkWidget *
qd_objective_popover_new (QdStore *store)
{
  return g_object_new (QD_TYPE_OBJECTIVE_POPOVER,
                       "store", store,
                       NULL);
}

/**
 * qd_objective_popover_add:
 * @self: a popover
 * @board: where to add an objective
 *
 * Pops up empty, with a colour that the board does not have yet.
 */
void
qd_objective_popover_add (QdObjectivePopover *self,
                          QdBoard            *board)
{
  g_return_if_fail (QD_IS_OBJECTIVE_POPOVER (self));
  g_return_if_fail (QD_IS_BOARD (board));

  g_set_object (&self->board, board);
  g_set_object (&self->objective, NULL);
  qd_parent_choice_set_objective (self->parent, self->store, board, NULL);

  fill (self, _("New Objective"), _("Add Objective"), "", "",
        find_unused_colour (board));
}

/**
 * qd_objective_popover_edit:
 * @self: a popover
 * @objective: which one to edit
 *
 * Pops up with what the objective says now.
 */
void
qd_objective_popover_edit (QdObjectivePopover *self,
                           QdObjective        *objective)
{
  g_return_if_fail (QD_IS_OBJECTIVE_POPOVER (self));
  g_return_if_fail (QD_IS_OBJECTIVE (objective));

  g_set_object (&self->objective, objective);
  qd_choice_set_value (self->commitment, (int) qd_objective_get_commitment (objective));
  qd_number_entry_set_value (self->weight, qd_objective_get_weight (objective));
  qd_parent_choice_set_objective (self->parent, self->store,
                                  qd_objective_get_board (objective), objective);

  fill (self, _("Edit Objective"), _("Save"),
        qd_entity_get_title (QD_ENTITY (objective)),
        qd_objective_get_why (objective),
        qd_objective_get_colour (objective));
}
