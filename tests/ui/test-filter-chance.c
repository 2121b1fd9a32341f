/* What a filter says of its own changes, by chance. */

#include "config.h"

#include "filter/qd-filter-tokens.h"
#include "many-fixture.h"
#include "store/qd-alignment.h"
#include "store/qd-edit.h"

static QdId
get_id (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

/* What is asked for, told a second time, token by token. */
typedef struct
{
  ManyFixture *fixture;
  GPtrArray *objectives;
} Chance;

static QdId
pick_objective (Chance *chance)
{
  return get_id (g_ptr_array_index (chance->objectives,
                                    g_test_rand_int_range (0, (int) chance->objectives->len)));
}

static char *
pick_token (Chance *chance)
{
  static const char * const others[] = {
    "none", "owner:none", "role:not-started", "role:in-progress", "role:at-risk", "role:complete",
    "role:other", "text:o", "text:gr", "text:gro", "metric:none", "blocked",
  };

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return qd_board_filter_id (pick_objective (chance));

    case 1:
      return many_family (pick_objective (chance));

    case 2:
      return g_strdup_printf ("colour:%d", g_test_rand_int_range (0, 4));

    default:
      return g_strdup (others[g_test_rand_int_range (0, G_N_ELEMENTS (others))]);
    }
}

static gboolean
is_of_family (QdStore *store,
              QdCard  *card,
              QdId     head)
{
  const char *title = qd_entity_get_title (qd_store_lookup (store, head));

  for (QdObjective *at = qd_card_get_objective (card); at != NULL;
       at = qd_alignment_get_parent (store, at))
    {
      if (get_id (at) == head ||
          g_ascii_strcasecmp (qd_entity_get_title (QD_ENTITY (at)), title) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a card is what a token asks for, and the thing it asks about. */
static gboolean
is_met (Chance      *chance,
        QdCard      *card,
        const char  *token,
        const char **about)
{
  QdObjective *objective = qd_card_get_objective (card);
  const char *value = strchr (token, ':') != NULL ? strchr (token, ':') + 1 : NULL;

  *about = "label";
  if (g_str_equal (token, "none"))
    return objective == NULL;
  if (g_ascii_isdigit (*token))
    return objective != NULL && get_id (objective) == g_ascii_strtoll (token, NULL, 10);
  if (g_str_has_prefix (token, "family:"))
    return is_of_family (chance->fixture->file.store, card, g_ascii_strtoll (value, NULL, 10));
  if (g_str_has_prefix (token, "colour:"))
    return objective != NULL &&
           qd_objective_get_colour (objective) == g_ascii_strtoull (value, NULL, 10);

  *about = "role";
  if (g_str_has_prefix (token, "role:"))
    {
      QdColumnRole role = qd_column_get_role (qd_card_get_column (card));

      return g_str_equal (value, qd_enum_get_nick (QD_TYPE_COLUMN_ROLE, (int) role));
    }

  *about = "text";
  if (g_str_has_prefix (token, "text:"))
    {
      g_autofree char *title = g_ascii_strdown (qd_entity_get_title (QD_ENTITY (card)), -1);

      return g_str_has_prefix (title, value);
    }

  /* Nobody owns, blocks or measures anything here. */
  *about = token;

  return !g_str_equal (token, "blocked");
}

static gboolean
is_wanted (Chance  *chance,
           QdCard  *card,
           char   **tokens)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_text = FALSE;
  GHashTableIter iter;
  gpointer met;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      const char *about;
      gboolean is = is_met (chance, card, tokens[i], &about);

      /* Only the first text counts. */
      if (g_str_equal (about, "text") && has_text)
        continue;
      has_text = has_text || g_str_equal (about, "text");
      if (is || !g_hash_table_contains (asked, about))
        g_hash_table_insert (asked, (gpointer) about, GINT_TO_POINTER (is));
    }

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, NULL, &met))
    {
      if (!GPOINTER_TO_INT (met))
        return FALSE;
    }

  return TRUE;
}

/* Something happens to a card or to an objective. */
static void
change_something (Chance *chance)
{
  ManyFixture *fixture = chance->fixture;
  GListModel *cards = gtk_filter_list_model_get_model (fixture->shown);
  const guint n_cards = g_list_model_get_n_items (cards);
  g_autoptr (QdCard) card = g_list_model_get_item (cards,
                                                   (guint) g_test_rand_int_range (0, (int) n_cards));
  QdColumnRole role = (QdColumnRole) g_test_rand_int_range (QD_COLUMN_NOT_STARTED,
                                                            QD_COLUMN_COMPLETE + 1);
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      many_move_card (fixture, card, many_find_column (card, role));
      break;

    case 1:
      qd_edit_set_objective (store, get_id (card),
                             g_test_rand_bit () ? pick_objective (chance) : QD_ID_NONE, &error);
      break;

    case 2:
      qd_edit_rename (store, QD_ENTITY_OBJECTIVE, pick_objective (chance),
                      g_test_rand_bit () ? "Grow" : "orbit", NULL);
      break;

    case 3:
      qd_edit_rename (store, QD_ENTITY_CARD, get_id (card),
                      g_test_rand_bit () ? "Groom" : "other", NULL);
      break;

    default:
      many_point (fixture, pick_objective (chance), pick_objective (chance));
      break;
    }
  g_assert_no_error (error);
}

static void
assert_as_wanted (Chance  *chance,
                  char   **tokens)
{
  GListModel *cards = gtk_filter_list_model_get_model (chance->fixture->shown);
  GListModel *shown = G_LIST_MODEL (chance->fixture->shown);
  guint n_shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (QdCard) card = g_list_model_get_item (cards, i);
      g_autoptr (QdCard) next = g_list_model_get_item (shown, n_shown);
      g_autofree char *joined = g_strjoinv ("|", tokens);

      if (is_wanted (chance, card, tokens) != (next == card))
        g_error ("“%s” is wrong about “%s”", joined, qd_entity_get_title (QD_ENTITY (card)));
      n_shown += next == card;
    }
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n_shown);
}

/* A list that trusts what a filter says of its changes shows what a filter would show
 * that never says anything, whatever is asked for and whatever happens. */
static void
test_chance (ManyFixture   *fixture,
             gconstpointer  unused)
{
  static const char * const titles[] = { "Grow", "orbit", "Other", "Groom", "own", "grow" };
  g_autoptr (GPtrArray) objectives = g_ptr_array_new ();
  Chance chance = { fixture, objectives };

  for (guint i = 0; i < 12; i++)
    {
      const char *title = titles[i % G_N_ELEMENTS (titles)];
      QdId id = many_add (fixture, i % MANY_N_BOARDS, title, i % 4, QD_ID_NONE);

      g_ptr_array_add (objectives, qd_store_lookup (fixture->file.store, id));
    }

  for (guint round = 0; round < 400; round++)
    {
      g_auto (GStrv) before = qd_board_filter_dup (fixture->filter);
      g_auto (GStrv) after = NULL;
      g_autofree char *token = pick_token (&chance);
      g_autofree char *other = pick_token (&chance);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          change_something (&chance);
          after = g_strdupv (before);
          break;

        case 1:
          after = g_strdupv ((char *[]) { token, other, NULL });
          break;

        case 2:
          after = qd_filter_tokens_choose ((const char * const *) before, token);
          break;

        default:
          after = qd_filter_tokens_toggle ((const char * const *) before, token);
          break;
        }

      qd_board_filter_set (fixture->filter, (const char * const *) after);
      assert_as_wanted (&chance, after);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/filter-chance/" name, ManyFixture, NULL, \
              many_fixture_set_up, function, many_fixture_tear_down)

  ADD ("tokens", test_chance);

  return g_test_run ();
}
