/* Asks for the team and the cycle of a new board, and makes it.
 *
 * "created" tells of the new board, after which the dialog closes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cycle-form.h"
#include "qd-new-board-dialog.h"
#include "store/qd-edit-plan.h"
#include "store/qd-edit.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-field-error.h"

struct _QdNewBoardDialog
{
  GtkWindow parent_instance;

  GtkWidget *team;
  GtkLabel *team_error;
  GtkDropDown *cycle;
  GtkRevealer *cycle_revealer;
  QdCycleForm *cycle_form;
  GtkWidget *columns;
  GtkLabel *error;

  QdStore *store;
  GPtrArray *cycles;            /* (element-type QdCycle): to choose from */
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  CREATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdNewBoardDialog, qd_new_board_dialog, GTK_TYPE_WINDOW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The chosen cycle; none where the last choice, a new one, is chosen. */
static QdCycle *
get_cycle (QdNewBoardDialog *self)
{
  const guint selected = gtk_drop_down_get_selected (self->cycle);

  if (selected >= self->cycles->len)
    return NULL;

  return g_ptr_array_index (self->cycles, selected);
}

/* Two boards of one team in one cycle are hardly ever meant. */
static QdBoard *
find_board (QdNewBoardDialog *self,
            const char       *team,
            QdCycle          *cycle)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  g_autofree char *wanted = g_utf8_casefold (team, -1);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      g_autofree char *title = NULL;

      title = g_utf8_casefold (qd_entity_get_title (QD_ENTITY (board)), -1);
      if (qd_board_get_cycle (board) == cycle && g_str_equal (title, wanted))
        return board;
    }

  return NULL;
}

static gboolean
check (QdNewBoardDialog *self,
       const char       *team)
{
  QdCycle *cycle = get_cycle (self);
  g_autofree char *text = NULL;

  if (*team == '\0')
    text = g_strdup (_("A board needs the name of its team."));
  else if (cycle != NULL && find_board (self, team, cycle) != NULL)
    /* Translators: a team and a cycle. */
    text = g_strdup_printf (_("%s has a board in %s already."), team,
                            qd_entity_get_title (QD_ENTITY (cycle)));

  if (text != NULL)
    {
      qd_field_error_show (self->team_error, self->team, text);
      gtk_widget_grab_focus (self->team);
      return FALSE;
    }

  return cycle != NULL || qd_cycle_form_check (self->cycle_form);
}

static void
on_create (QdNewBoardDialog *self)
{
  QdCycle *cycle = get_cycle (self);
  g_autofree char *team = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  QdId id;

  g_assert (QD_IS_NEW_BOARD_DIALOG (self));

  qd_field_error_show (self->error, NULL, NULL);
  team = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->team))));
  if (!check (self, team))
    return;

  title = qd_cycle_form_dup_title (self->cycle_form);
  if (cycle != NULL)
    id = qd_edit_new_board (self->store, team,
                            qd_entity_get_id (QD_ENTITY (cycle)), &error);
  else
    id = qd_edit_new_board_in_new_cycle (
      self->store, team, title,
      qd_cycle_form_get_first_day (self->cycle_form),
      qd_cycle_form_get_last_day (self->cycle_form), &error);

  if (id == QD_ID_NONE)
    {
      qd_field_error_show (self->error, NULL, error->message);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, qd_store_lookup (self->store, id));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_changed (QdNewBoardDialog *self)
{
  g_assert (QD_IS_NEW_BOARD_DIALOG (self));

  qd_field_error_show (self->team_error, self->team, NULL);
  gtk_revealer_set_reveal_child (self->cycle_revealer, get_cycle (self) == NULL);
}

static void
fill_teams (QdNewBoardDialog *self)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *teams = qd_workspace_get_teams (workspace);
  g_autoptr (GtkListStore) names = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (teams); i++)
    gtk_list_store_insert_with_values (
      names, NULL, -1,
      0, qd_entity_get_title (qd_ordered_list_peek (teams, i)),
      -1);

  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (names));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_set_completion (GTK_ENTRY (self->team), completion);
}

/* Chooses @cycle, else the one that runs today, else a new one. */
static void
fill_cycles (QdNewBoardDialog *self,
             QdCycle          *cycle)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const QdDay today = qd_clock_today ();
  guint selected = qd_ordered_list_get_length (cycles);

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    {
      QdCycle *one = qd_ordered_list_peek (cycles, i);
      const char *title = qd_entity_get_title (QD_ENTITY (one));
      const QdDay first_day = qd_cycle_get_first_day (one);
      const QdDay last_day = qd_cycle_get_last_day (one);
      g_autofree char *days = qd_day_text_range (first_day, last_day);

      /* Translators: the name of a cycle and its days. */
      gtk_string_list_take (names, g_strdup_printf (_("%s (%s)"), title, days));
      g_ptr_array_add (self->cycles, g_object_ref (one));
      if (one == cycle ||
          (cycle == NULL && first_day <= today && today <= last_day))
        selected = i;
    }

  gtk_string_list_append (names, _("New cycle…"));
  gtk_drop_down_set_model (self->cycle, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->cycle, selected);
}

/* A new cycle is this quarter, or the next one where this one is there. */
static void
fill_new_cycle (QdNewBoardDialog *self)
{
  QdDay day = qd_clock_today ();
  QdDay first_day;
  QdDay last_day;
  g_autofree char *name = NULL;

  qd_day_get_quarter (day, &first_day, &last_day);
  for (guint i = 0; i < self->cycles->len; i++)
    {
      QdCycle *cycle = g_ptr_array_index (self->cycles, i);

      if (qd_cycle_get_first_day (cycle) == first_day)
        {
          day = last_day + 1;
          qd_day_get_quarter (day, &first_day, &last_day);
          break;
        }
    }

  name = qd_day_quarter_name (day);
  qd_cycle_form_fill (self->cycle_form, name, first_day, last_day);
}

static void
fill_columns (QdNewBoardDialog *self)
{
  static const QdColumnRole roles[] = {
    QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      GtkWidget *label = gtk_label_new (qd_column_role_get_name (roles[i]));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (self->columns), label);
    }
}

static void
qd_new_board_dialog_constructed (GObject *object)
{
  QdNewBoardDialog *self = QD_NEW_BOARD_DIALOG (object);

  G_OBJECT_CLASS (qd_new_board_dialog_parent_class)->constructed (object);

  fill_columns (self);
  fill_teams (self);
}

static void
qd_new_board_dialog_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  QdNewBoardDialog *self = QD_NEW_BOARD_DIALOG (object);

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
qd_new_board_dialog_dispose (GObject *object)
{
  QdNewBoardDialog *self = QD_NEW_BOARD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_NEW_BOARD_DIALOG);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_new_board_dialog_parent_class)->dispose (object);
}

static void
qd_new_board_dialog_class_init (QdNewBoardDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_new_board_dialog_constructed;
  object_class->set_property = qd_new_board_dialog_set_property;
  object_class->dispose = qd_new_board_dialog_dispose;

  /**
   * QdNewBoardDialog:store:
   *
   * Where to make the board.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdNewBoardDialog::created:
   * @board: the new board
   */
  signals[CREATED] =
    g_signal_new ("created",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QD_TYPE_BOARD);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  g_type_ensure (QD_TYPE_CYCLE_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-new-board-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, team);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, team_error);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, cycle);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, cycle_revealer);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, cycle_form);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, QdNewBoardDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
}

static void
qd_new_board_dialog_init (QdNewBoardDialog *self)
{
  self->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_new_board_dialog_present:
 * @parent: a widget in the window that asks
 * @store: where to make the board
 * @cycle: (nullable): the cycle to propose; %NULL for the one that runs today
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdNewBoardDialog *
qd_new_board_dialog_present (GtkWidget *parent,
                             QdStore   *store,
                             QdCycle   *cycle)
{
  QdNewBoardDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (cycle == NULL || QD_IS_CYCLE (cycle), NULL);

  self = g_object_new (QD_TYPE_NEW_BOARD_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       "store", store,
                       NULL);
  fill_cycles (self, cycle);
  fill_new_cycle (self);
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
