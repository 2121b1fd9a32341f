/* A team, in a tree of teams: company, department, team.
 *
 * The parent is not owned: the workspace owns all teams, and two teams that
 * name each other as parent must not keep each other alive.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-team-private.h"

struct _QdTeam
{
  QdEntity parent_instance;

  gpointer parent; /* (unowned) (type QdTeam) */
};

enum
{
  PROP_0,
  PROP_PARENT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdTeam, qd_team, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static void
qd_team_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  QdTeam *self = QD_TEAM (object);

  switch (property_id)
    {
    case PROP_PARENT:
      g_value_set_object (value, qd_team_get_parent (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_team_dispose (GObject *object)
{
  QdTeam *self = QD_TEAM (object);

  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (qd_team_parent_class)->dispose (object);
}

static void
qd_team_class_init (QdTeamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_team_get_property;
  object_class->dispose = qd_team_dispose;

  entity_class->kind = QD_ENTITY_TEAM;

  properties[PROP_PARENT] =
    g_param_spec_object ("parent", NULL, NULL,
                         QD_TYPE_TEAM,
                         QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_team_init (QdTeam *self)
{
}

/**
 * qd_team_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a team without a parent
 */
QdTeam *
qd_team_new (QdId id)
{
  return qd_entity_new (QD_TYPE_TEAM, id);
}

/**
 * qd_team_get_parent:
 * @self: a team
 *
 * Nothing keeps parents from forming a ring; who walks up has to stop there.
 *
 * Returns: (transfer none) (nullable): the team that it is a part of
 */
QdTeam *
qd_team_get_parent (QdTeam *self)
{
  g_return_val_if_fail (QD_IS_TEAM (self), NULL);

  return self->parent;
}

/**
 * qd_team_set_parent:
 * @self: a team
 * @parent: (nullable): the team that it is a part of
 */
void
qd_team_set_parent (QdTeam *self,
                    QdTeam *parent)
{
  g_return_if_fail (QD_IS_TEAM (self));
  g_return_if_fail (parent == NULL || QD_IS_TEAM (parent));

  if (!g_set_weak_pointer (&self->parent, parent))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARENT]);
}
