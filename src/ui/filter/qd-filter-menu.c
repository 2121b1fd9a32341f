/* The menu of what boards can be filtered by, as it is when it opens.
 *
 * Each item is a check box: an action of its own, because a choice among many
 * with one action is a choice of one. The name of an action is the token of its
 * part with a hyphen for the colon. Cards are counted once, when the menu is made.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "filter/qd-card-counts.h"
#include "filter/qd-filter-families.h"
#include "widgets/qd-menu-label.h"

#include "qd-filter-item.h"
#include "qd-filter-menu.h"

typedef struct
{
  QdStore *store;
  GListModel *boards;
  QdBoardFilter *filter;
  GActionMap *actions;
  GPtrArray *items; /* of QdFilterItem, each named as its action */
} Maker;

/* In the order in which they are looked for: what needs somebody first. */
static const QdHealth healths[] = {
  QD_HEALTH_AT_RISK, QD_HEALTH_BEHIND, QD_HEALTH_OUTDATED, QD_HEALTH_ON_TRACK,
  QD_HEALTH_COMPLETE, QD_HEALTH_TOO_EARLY, QD_HEALTH_PENDING, QD_HEALTH_CLOSED,
};

/* As columns stand on a new board. */
static const QdColumnRole roles[] = {
  QD_COLUMN_NOT_STARTED, QD_COLUMN_IN_PROGRESS, QD_COLUMN_AT_RISK, QD_COLUMN_COMPLETE,
  QD_COLUMN_OTHER,
};

static const QdMetricKind metrics[] = {
  QD_METRIC_CHANGE, QD_METRIC_AT_LEAST, QD_METRIC_AT_MOST, QD_METRIC_WITHIN,
  QD_METRIC_MILESTONES, QD_METRIC_YES_NO, QD_METRIC_NONE,
};

/* Adds the action of a part, and returns its name with its group. */
static char *
add_action (Maker              *maker,
            const QdFilterPart *part)
{
  const gboolean active = qd_board_filter_has (maker->filter, part);
  g_autofree char *name = qd_filter_part_format (part, NULL);
  g_autoptr (GSimpleAction) action = NULL;

  g_strdelimit (name, ":", '-');
  action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (active));
  g_action_map_add_action (maker->actions, G_ACTION (action));

  return g_strconcat (QD_FILTER_MENU_GROUP ".", name, NULL);
}

static void
append_part (Maker        *maker,
             GMenu        *menu,
             QdFilterKind  kind,
             gint64        value)
{
  const QdFilterPart part = { kind, value };
  g_autofree char *text = qd_filter_part_dup_value (&part, maker->store);
  g_autofree char *label = qd_menu_label_new (text);
  g_autofree char *name = add_action (maker, &part);

  g_menu_append (menu, label, name);
}

/* Likewise, with a colour. */
static void
append_item (Maker        *maker,
             GMenu        *menu,
             QdFilterKind  kind,
             gint64        value,
             guint         n_aligned,
             guint         n_cards)
{
  const QdFilterPart part = { kind, value };
  g_autofree char *name = add_action (maker, &part);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  GtkWidget *child = qd_filter_item_new (&part, maker->store, n_aligned, n_cards);

  g_menu_item_set_attribute (item, "custom", "s", name);
  g_menu_append_item (menu, item);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (child), name);
  g_ptr_array_add (maker->items, g_object_ref_sink (child));
}

static QdCardCounts *
count_cards (Maker *maker)
{
  QdCardCounts *counts = qd_card_counts_new ();

  for (guint i = 0; i < g_list_model_get_n_items (maker->boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (maker->boards, i);

      qd_card_counts_add (counts, board);
    }

  return counts;
}

/* Families that were asked for by an objective that does not stand for one here, as
 * in a view that was saved with other boards. */
static void
append_other_families (Maker     *maker,
                       GMenu     *menu,
                       GPtrArray *families)
{
  g_auto (GStrv) tokens = qd_board_filter_dup (maker->filter);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      gboolean listed = FALSE;
      QdFilterPart part;

      if (!qd_filter_part_parse (tokens[i], &part) || part.kind != QD_FILTER_FAMILY)
        continue;

      for (guint j = 0; j < families->len && !listed; j++)
        {
          const QdFilterFamily *family = g_ptr_array_index (families, j);

          listed = qd_entity_get_id (QD_ENTITY (family->objective)) == part.value;
        }
      if (!listed)
        append_part (maker, menu, part.kind, part.value);
    }
}

static GMenuModel *
create_objective_menu (Maker        *maker,
                       QdCardCounts *counts)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();
  g_autoptr (GPtrArray) families = NULL;

  families = qd_filter_families_list (maker->store, maker->boards, counts);
  for (guint i = 0; i < families->len; i++)
    {
      const QdFilterFamily *family = g_ptr_array_index (families, i);

      append_item (maker, choices, QD_FILTER_FAMILY,
                   qd_entity_get_id (QD_ENTITY (family->objective)),
                   family->n_aligned, family->n_cards);
    }
  append_other_families (maker, others, families);
  append_item (maker, none, QD_FILTER_OBJECTIVE, QD_ID_NONE, 0,
               qd_card_counts_get (counts, NULL));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));

  return G_MENU_MODEL (menu);
}

/* The colours of the objectives, and those that were asked for. */
static GMenuModel *
create_colour_menu (Maker        *maker,
                    QdCardCounts *counts)
{
  GMenu *menu = g_menu_new ();
  guint n_cards[QD_N_COLOURS] = { 0 };
  gboolean used[QD_N_COLOURS] = { FALSE };

  for (guint i = 0; i < g_list_model_get_n_items (maker->boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (maker->boards, i);
      QdOrderedList *objectives = qd_board_get_objectives (board);

      for (guint j = 0; j < qd_ordered_list_get_length (objectives); j++)
        {
          QdObjective *objective = qd_ordered_list_peek (objectives, j);
          const guint colour = qd_objective_get_colour (objective);

          used[colour] = TRUE;
          n_cards[colour] += qd_card_counts_get (counts, objective);
        }
    }

  for (guint colour = 0; colour < QD_N_COLOURS; colour++)
    {
      const QdFilterPart part = { QD_FILTER_COLOUR, colour };

      if (used[colour] || qd_board_filter_has (maker->filter, &part))
        append_item (maker, menu, QD_FILTER_COLOUR, colour, 0, n_cards[colour]);
    }

  return G_MENU_MODEL (menu);
}

static void
append_labels (Maker *maker,
               GMenu *menu)
{
  g_autoptr (QdCardCounts) counts = count_cards (maker);
  g_autoptr (GMenuModel) objective = create_objective_menu (maker, counts);
  g_autoptr (GMenuModel) colour = create_colour_menu (maker, counts);

  g_menu_append_submenu (menu, _("O_bjective"), objective);
  if (g_menu_model_get_n_items (colour) > 0)
    g_menu_append_submenu (menu, _("_Colour"), colour);
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

static void
add_owners (GPtrArray *people,
            QdBoard   *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        add_person (people, qd_card_get_owner (qd_ordered_list_peek (cards, j)));
    }
}

/* Who owns a card of the boards, or was asked for, by name. */
static GPtrArray *
collect_people (Maker *maker)
{
  GPtrArray *people = g_ptr_array_new ();
  g_auto (GStrv) tokens = qd_board_filter_dup (maker->filter);

  for (guint i = 0; i < g_list_model_get_n_items (maker->boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (maker->boards, i);

      add_owners (people, board);
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
create_owner_menu (Maker *maker)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) nobody = g_menu_new ();
  g_autoptr (GPtrArray) people = collect_people (maker);

  for (guint i = 0; i < people->len; i++)
    append_part (maker, choices, QD_FILTER_OWNER,
                 qd_entity_get_id (g_ptr_array_index (people, i)));
  append_part (maker, nobody, QD_FILTER_OWNER, QD_ID_NONE);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (nobody));

  return G_MENU_MODEL (menu);
}

static void
append_kinds (Maker *maker,
              GMenu *menu)
{
  g_autoptr (GMenuModel) owner = create_owner_menu (maker);
  g_autoptr (GMenu) health = g_menu_new ();
  g_autoptr (GMenu) role = g_menu_new ();
  g_autoptr (GMenu) metric = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (healths); i++)
    append_part (maker, health, QD_FILTER_HEALTH, healths[i]);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    append_part (maker, role, QD_FILTER_ROLE, roles[i]);
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    append_part (maker, metric, QD_FILTER_METRIC, metrics[i]);

  g_menu_append_submenu (menu, _("_Owner"), owner);
  g_menu_append_submenu (menu, _("_Health"), G_MENU_MODEL (health));
  g_menu_append_submenu (menu, _("Col_umn"), G_MENU_MODEL (role));
  g_menu_append_submenu (menu, _("_Metric"), G_MENU_MODEL (metric));
}

/* What is one's own stands first, once one said who one is. */
static void
append_mine (Maker *maker,
             GMenu *menu)
{
  g_autoptr (GMenu) mine = g_menu_new ();

  if (qd_workspace_get_me (qd_store_get_workspace (maker->store)) == NULL)
    return;

  append_part (maker, mine, QD_FILTER_MINE, 0);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (mine));
}

static void
take_item (gpointer item,
           gpointer popover)
{
  const char *name = gtk_actionable_get_action_name (GTK_ACTIONABLE (item));

  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), GTK_WIDGET (item), name);
}

/**
 * qd_filter_menu_new:
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): the boards that are filtered
 * @objectives: whether objectives and colours are in the menu, too
 * @filter: their filter
 * @actions: where the actions of the items go; their state is whether the part is
 *   in the filter
 *
 * Returns: (transfer floating): the menu, for the group %QD_FILTER_MENU_GROUP
 */
GtkWidget *
qd_filter_menu_new (QdStore       *store,
                    GListModel    *boards,
                    gboolean       objectives,
                    QdBoardFilter *filter,
                    GActionMap    *actions)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) flags = g_menu_new ();
  Maker maker = { store, boards, filter, actions, items };
  GtkWidget *popover;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);
  g_return_val_if_fail (G_IS_ACTION_MAP (actions), NULL);

  append_mine (&maker, menu);
  if (objectives)
    append_labels (&maker, kinds);
  append_kinds (&maker, kinds);
  append_part (&maker, flags, QD_FILTER_DUE, 0);
  append_part (&maker, flags, QD_FILTER_BLOCKED, 0);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (flags));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  g_ptr_array_foreach (items, take_item, popover);

  return popover;
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
