/* The team that another one is a part of, as a department is of the company.
 *
 * What would make the two parts of each other is refused at the field.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-team-dialog.h"
#include "store/qd-edit-align.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-name-entry.h"

struct _QdTeamDialog
{
  GtkWindow parent_instance;

  GtkLabel *effect;
  QdNameEntry *above;

  QdStore *store;
  QdTeam *team;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_TEAM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdTeamDialog, qd_team_dialog, GTK_TYPE_WINDOW)

/* It is written when the person saves. */
static gboolean
on_edited (QdTeamDialog *self)
{
  g_assert (QD_IS_TEAM_DIALOG (self));

  return TRUE;
}

static void
on_save (QdTeamDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_TEAM_DIALOG (self));

  qd_name_entry_finish (self->above);
  if (qd_edit_set_team_parent (self->store, qd_entity_get_id (QD_ENTITY (self->team)),
                               qd_name_entry_get_text (self->above), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  qd_name_entry_set_error (self->above, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->above));
}

static void
qd_team_dialog_constructed (GObject *object)
{
  QdTeamDialog *self = QD_TEAM_DIALOG (object);
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdTeam *above = qd_team_get_parent (self->team);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *effect = NULL;

  G_OBJECT_CLASS (qd_team_dialog_parent_class)->constructed (object);

  name = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (self->team)));
  /* Translators: the blank is a team. */
  label = g_strdup_printf (_("%s Is Part Of"), name);
  /* Translators: the blank is a team. */
  effect = g_strdup_printf (_("Leave it empty if %s stands on its own. The boards of a team can "
                              "be chosen together with those of all teams that are part of it."),
                            name);
  gtk_label_set_text (self->effect, effect);

  self->above = QD_NAME_ENTRY (
    qd_name_entry_new (label, G_LIST_MODEL (qd_workspace_get_teams (workspace))));
  if (above != NULL)
    qd_name_entry_set_text (self->above, qd_entity_get_title (QD_ENTITY (above)));
  g_signal_connect_swapped (self->above, "edited", G_CALLBACK (on_edited), self);
  /* The child of a window must not be one of its template's: both would unparent it. */
  gtk_box_prepend (GTK_BOX (gtk_window_get_child (GTK_WINDOW (self))),
                   GTK_WIDGET (self->above));
  gtk_widget_grab_focus (GTK_WIDGET (self->above));
}

static void
qd_team_dialog_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdTeamDialog *self = QD_TEAM_DIALOG (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_TEAM:
      self->team = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_team_dialog_dispose (GObject *object)
{
  QdTeamDialog *self = QD_TEAM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TEAM_DIALOG);
  g_clear_object (&self->team);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_team_dialog_parent_class)->dispose (object);
}

static void
qd_team_dialog_class_init (QdTeamDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_team_dialog_constructed;
  object_class->set_property = qd_team_dialog_set_property;
  object_class->dispose = qd_team_dialog_dispose;

  /**
   * QdTeamDialog:store:
   *
   * The file that the team is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdTeamDialog:team:
   *
   * The team that is a part of another.
   */
  properties[PROP_TEAM] =
    g_param_spec_object ("team", NULL, NULL,
                         QD_TYPE_TEAM,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-team-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTeamDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
qd_team_dialog_init (QdTeamDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_team_dialog_present:
 * @parent: a widget in the window that asks
 * @store: the store of the team
 * @team: the team that may be a part of another
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdTeamDialog *
qd_team_dialog_present (GtkWidget *parent,
                        QdStore   *store,
                        QdTeam    *team)
{
  QdTeamDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_TEAM (team), NULL);

  self = g_object_new (QD_TYPE_TEAM_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       "store", store,
                       "team", team,
                       NULL);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
