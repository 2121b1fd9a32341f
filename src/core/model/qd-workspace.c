/* Everything in one file: its cycles, teams, boards, people and views.
 *
 * Owns the lists, and so the things in them, which else only name each other.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-ordered-list-private.h"
#include "qd-workspace-private.h"

struct _QdWorkspace
{
  GObject parent_instance;

  QdOrderedList *cycles;
  QdOrderedList *teams;
  QdOrderedList *boards;
  QdOrderedList *people;
  QdOrderedList *views;
  QdDay as_of;
  char *me; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_CYCLES,
  PROP_TEAMS,
  PROP_BOARDS,
  PROP_PEOPLE,
  PROP_VIEWS,
  PROP_AS_OF,
  PROP_ME,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdWorkspace, qd_workspace, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
qd_workspace_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdWorkspace *self = QD_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_CYCLES:
      g_value_set_object (value, qd_workspace_get_cycles (self));
      break;

    case PROP_TEAMS:
      g_value_set_object (value, qd_workspace_get_teams (self));
      break;

    case PROP_BOARDS:
      g_value_set_object (value, qd_workspace_get_boards (self));
      break;

    case PROP_PEOPLE:
      g_value_set_object (value, qd_workspace_get_people (self));
      break;

    case PROP_VIEWS:
      g_value_set_object (value, qd_workspace_get_views (self));
      break;

    case PROP_AS_OF:
      g_value_set_uint (value, qd_workspace_get_as_of (self));
      break;

    case PROP_ME:
      g_value_set_string (value, qd_workspace_get_me (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_workspace_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdWorkspace *self = QD_WORKSPACE (object);

  switch (property_id)
    {
    case PROP_ME:
      qd_workspace_set_me (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_workspace_finalize (GObject *object)
{
  QdWorkspace *self = QD_WORKSPACE (object);

  g_object_unref (self->cycles);
  g_object_unref (self->teams);
  g_object_unref (self->boards);
  g_object_unref (self->people);
  g_object_unref (self->views);
  g_free (self->me);

  G_OBJECT_CLASS (qd_workspace_parent_class)->finalize (object);
}

static void
qd_workspace_class_init (QdWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qd_workspace_get_property;
  object_class->set_property = qd_workspace_set_property;
  object_class->finalize = qd_workspace_finalize;

  properties[PROP_CYCLES] =
    g_param_spec_object ("cycles", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  properties[PROP_TEAMS] =
    g_param_spec_object ("teams", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  properties[PROP_BOARDS] =
    g_param_spec_object ("boards", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  properties[PROP_PEOPLE] =
    g_param_spec_object ("people", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  properties[PROP_VIEWS] =
    g_param_spec_object ("views", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  properties[PROP_AS_OF] =
    g_param_spec_uint ("as-of", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  properties[PROP_ME] =
    g_param_spec_string ("me", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_workspace_init (QdWorkspace *self)
{
  self->cycles = qd_ordered_list_new (QD_TYPE_CYCLE);
  self->teams = qd_ordered_list_new (QD_TYPE_TEAM);
  self->boards = qd_ordered_list_new (QD_TYPE_BOARD);
  self->people = qd_ordered_list_new (QD_TYPE_PERSON);
  self->views = qd_ordered_list_new (QD_TYPE_VIEW);
}

/**
 * qd_workspace_new:
 *
 * Returns: (transfer full): a workspace with empty lists
 */
QdWorkspace *
qd_workspace_new (void)
{
  return g_object_new (QD_TYPE_WORKSPACE, NULL);
}

/**
 * qd_workspace_get_cycles:
 * @self: a workspace
 *
 * Returns: (transfer none): the list of its #QdCycle, always the same
 */
QdOrderedList *
qd_workspace_get_cycles (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->cycles;
}

/**
 * qd_workspace_get_teams:
 * @self: a workspace
 *
 * Returns: (transfer none): the list of its #QdTeam, always the same
 */
QdOrderedList *
qd_workspace_get_teams (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->teams;
}

/**
 * qd_workspace_get_boards:
 * @self: a workspace
 *
 * Returns: (transfer none): the list of its #QdBoard, always the same
 */
QdOrderedList *
qd_workspace_get_boards (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->boards;
}

/**
 * qd_workspace_get_people:
 * @self: a workspace
 *
 * Returns: (transfer none): the list of its #QdPerson, always the same
 */
QdOrderedList *
qd_workspace_get_people (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->people;
}

/**
 * qd_workspace_get_views:
 * @self: a workspace
 *
 * Returns: (transfer none): the list of its #QdView, always the same
 */
QdOrderedList *
qd_workspace_get_views (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->views;
}

/**
 * qd_workspace_get_as_of:
 * @self: a workspace
 *
 * Returns: the day of the past as of which everything shows, or %QD_DAY_NONE for a
 *   workspace as it is
 */
QdDay
qd_workspace_get_as_of (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), QD_DAY_NONE);

  return self->as_of;
}

/**
 * qd_workspace_set_as_of:
 * @self: a workspace
 * @day: the day of the past as of which everything shows, or %QD_DAY_NONE
 */
void
qd_workspace_set_as_of (QdWorkspace *self,
                        QdDay        day)
{
  g_return_if_fail (QD_IS_WORKSPACE (self));

  if (self->as_of == day)
    return;

  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

/**
 * qd_workspace_get_me:
 * @self: a workspace
 *
 * Returns: (nullable): the name of the person who looks at it, or %NULL where nobody said
 */
const char *
qd_workspace_get_me (QdWorkspace *self)
{
  g_return_val_if_fail (QD_IS_WORKSPACE (self), NULL);

  return self->me;
}

/**
 * qd_workspace_set_me:
 * @self: a workspace
 * @name: (nullable): the name of the person who looks at it, as it stands on their cards;
 *   %NULL for whoever
 *
 * It is no part of the file: each program that has it open knows its own.
 */
void
qd_workspace_set_me (QdWorkspace *self,
                     const char  *name)
{
  g_return_if_fail (QD_IS_WORKSPACE (self));

  if (g_strcmp0 (self->me, name) == 0)
    return;

  g_free (self->me);
  self->me = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ME]);
}
