/* The menu of what a board can be filtered by, as it is when it opens.
 *
 * Each item is a check box: an action of its own, because a choice among many
 * with one action is a choice of one. The name of an action is the token of its
 * part with a hyphen for the colon.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/qd-menu-label.h"

#include "qd-filter-menu.h"

typedef struct
{
  QdStore *store;
  QdBoardFilter *filter;
  GActionMap *actions;
} Maker;

/* In the order in which they are looked for: what needs somebody first. */
static const QdHealth healths[] = {
  QD_HEALTH_AT_RISK, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, QD_HEALTH_ON_TRACK,
  QD_HEALTH_COMPLETE, QD_HEALTH_TOO_EARLY, QD_HEALTH_PENDING, QD_HEALTH_CLOSED,
};

static const QdMetricKind metrics[] = {
  QD_METRIC_CHANGE, QD_METRIC_AT_LEAST, QD_METRIC_AT_MOST, QD_METRIC_WITHIN,
  QD_METRIC_MILESTONES, QD_METRIC_YES_NO, QD_METRIC_NONE,
};

static void
append_part (Maker        *maker,
             GMenu        *menu,
             QdFilterKind  kind,
             gint64        value)
{
  const QdFilterPart part = { kind, value };
  const gboolean active = qd_board_filter_has (maker->filter, &part);
  g_autofree char *text = qd_filter_part_dup_value (&part, maker->store);
  g_autofree char *label = qd_menu_label_new (text);
  g_autofree char *name = qd_filter_part_format (&part, NULL);
  g_autofree char *full_name = NULL;
  g_autoptr (GSimpleAction) action = NULL;

  g_strdelimit (name, ":", '-');
  full_name = g_strconcat (QD_FILTER_MENU_GROUP ".", name, NULL);
  action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (active));
  g_action_map_add_action (maker->actions, G_ACTION (action));
  g_menu_append (menu, label, full_name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (qd_entity_get_title (*(QdEntity **) a),
                         qd_entity_get_title (*(QdEntity **) b));
}

static void
add_person (GPtrArray *people,
            QdPerson  *person)
{
  if (person != NULL && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

/* Who owns a card of the board, or was asked for, by name. */
static GPtrArray *
collect_people (Maker   *maker,
                QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  GPtrArray *people = g_ptr_array_new ();
  g_auto (GStrv) tokens = qd_board_filter_dup (maker->filter);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        add_person (people, qd_card_get_owner (qd_ordered_list_peek (cards, j)));
    }

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      QdFilterPart part;

      if (qd_filter_part_parse (tokens[i], &part) &&
          part.kind == QD_FILTER_OWNER && part.value != QD_ID_NONE)
        add_person (people, QD_PERSON (qd_store_lookup (maker->store, part.value)));
    }

  g_ptr_array_sort (people, compare_names);

  return people;
}

static GMenuModel *
create_owner_menu (Maker   *maker,
                   QdBoard *board)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) nobody = g_menu_new ();
  g_autoptr (GPtrArray) people = collect_people (maker, board);

  for (guint i = 0; i < people->len; i++)
    append_part (maker, choices, QD_FILTER_OWNER,
                 qd_entity_get_id (g_ptr_array_index (people, i)));
  append_part (maker, nobody, QD_FILTER_OWNER, QD_ID_NONE);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (nobody));

  return G_MENU_MODEL (menu);
}

/**
 * qd_filter_menu_new:
 * @store: the file that the board is in
 * @board: the board that is filtered
 * @filter: its filter
 * @actions: where the actions of the items go; their state is whether the part is
 *   in the filter
 *
 * Returns: (transfer full): the menu, for the group %QD_FILTER_MENU_GROUP
 */
GMenuModel *
qd_filter_menu_new (QdStore       *store,
                    QdBoard       *board,
                    QdBoardFilter *filter,
                    GActionMap    *actions)
{
  Maker maker = { store, filter, actions };
  GMenu *menu;
  g_autoptr (GMenu) kinds = NULL;
  g_autoptr (GMenu) flags = NULL;
  g_autoptr (GMenu) health = NULL;
  g_autoptr (GMenu) metric = NULL;
  g_autoptr (GMenuModel) owner = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);
  g_return_val_if_fail (G_IS_ACTION_MAP (actions), NULL);

  menu = g_menu_new ();
  kinds = g_menu_new ();
  flags = g_menu_new ();
  health = g_menu_new ();
  metric = g_menu_new ();

  owner = create_owner_menu (&maker, board);
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    append_part (&maker, health, QD_FILTER_HEALTH, healths[i]);
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    append_part (&maker, metric, QD_FILTER_METRIC, metrics[i]);

  g_menu_append_submenu (kinds, _("_Owner"), owner);
  g_menu_append_submenu (kinds, _("_Health"), G_MENU_MODEL (health));
  g_menu_append_submenu (kinds, _("_Metric"), G_MENU_MODEL (metric));
  append_part (&maker, flags, QD_FILTER_DUE, 0);
  append_part (&maker, flags, QD_FILTER_BLOCKED, 0);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (flags));

  return G_MENU_MODEL (menu);
}

/**
 * qd_filter_menu_dup_token:
 * @action_name: the name of an action of the menu
 *
 * Returns: (transfer full): the token of its part
 */
char *
qd_filter_menu_dup_token (const char *action_name)
{
  char *token = g_strdup (action_name);
  char *hyphen = strchr (token, '-');

  if (hyphen != NULL)
    *hyphen = ':';

  return token;
}
