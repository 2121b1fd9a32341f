/* The field registry. Its numbers, types and columns stand in every file there
 * is: a line of the list below is never changed or removed, only added.
 */

#include "config.h"

#include <string.h>

#include "store/qd-field.h"

#define CREATED QD_FIELD_MERGE_CREATED
#define REGISTER QD_FIELD_MERGE_REGISTER

#define HEAD(hundreds, table) \
  { hundreds + 0, table, "created", QD_FIELD_TYPE_INTEGER, CREATED, FALSE }, \
  { hundreds + 1, table, "archived", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE }, \
  { hundreds + 2, table, "deleted", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE }

static const struct {
  int field;
  const char *table;
  const char *column;
  QdFieldType type;
  QdFieldMerge merge;
  gboolean searched;
} golden[] = {
  HEAD (100, "cycle"),
  { 104, "cycle", "title", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 105, "cycle", "first_day", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 106, "cycle", "last_day", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  HEAD (200, "team"),
  { 203, "team", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 204, "team", "title", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  HEAD (300, "board"),
  { 303, "board", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 304, "board", "title", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 305, "board", "kind", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 306, "board", "team", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 307, "board", "description", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 308, "board", "cadence", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 309, "board", "weekday", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 310, "board", "reviewed", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 311, "board", "closed", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 312, "board", "continues", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  HEAD (400, "column"),
  { 403, "column", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 404, "column", "title", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 405, "column", "role", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 406, "column", "wip_limit", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  HEAD (500, "objective"),
  { 503, "objective", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 504, "objective", "title", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 505, "objective", "why", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 506, "objective", "colour", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 507, "objective", "commitment", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 508, "objective", "weight", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 509, "objective", "aligned_to", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 510, "objective", "continues", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 511, "objective", "shelf_reason", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  HEAD (600, "card"),
  { 603, "card", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 604, "card", "title", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 605, "card", "kind", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 606, "card", "description", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 607, "card", "objective", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 608, "card", "owner", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 609, "card", "metric", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 610, "card", "baseline", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 611, "card", "target", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 612, "card", "unit", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 613, "card", "measurement", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 614, "card", "weight", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 615, "card", "upper", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 616, "card", "result", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 617, "card", "grade", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 618, "card", "grade_reason", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 619, "card", "learning", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 620, "card", "decision", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 621, "card", "continues", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 622, "card", "shelf_reason", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  HEAD (700, "milestone"),
  { 703, "milestone", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 704, "milestone", "title", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 705, "milestone", "done", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 706, "milestone", "due", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  HEAD (800, "checkin"),
  { 803, "checkin", "card", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 804, "checkin", "note", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 805, "checkin", "day", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 806, "checkin", "value", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  { 807, "checkin", "blocker", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 808, "checkin", "confidence", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 809, "checkin", "supersedes", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 810, "checkin", "resolved", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  HEAD (900, "comment"),
  { 903, "comment", "card", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 904, "comment", "text", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  HEAD (1000, "dependency"),
  { 1003, "dependency", "card", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 1004, "dependency", "title", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 1005, "dependency", "waits_for", QD_FIELD_TYPE_TEXT, REGISTER, TRUE },
  { 1006, "dependency", "flagged", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 1007, "dependency", "escalated", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 1008, "dependency", "resolved", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  HEAD (1100, "person"),
  { 1104, "person", "title", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  HEAD (1200, "phase"),
  { 1203, "phase", "card", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 1204, "phase", "day", QD_FIELD_TYPE_DAY, REGISTER, FALSE },
  { 1205, "phase", "value", QD_FIELD_TYPE_REAL, REGISTER, FALSE },
  HEAD (1300, "answer"),
  { 1303, "answer", "about", QD_FIELD_TYPE_ID, REGISTER, FALSE },
  { 1304, "answer", "rule", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 1305, "answer", "facts", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 1306, "answer", "text", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  HEAD (1400, "view"),
  { 1403, "view", "parent", QD_FIELD_TYPE_PLACE, REGISTER, FALSE },
  { 1404, "view", "title", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 1405, "view", "boards", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
  { 1406, "view", "density", QD_FIELD_TYPE_INTEGER, REGISTER, FALSE },
  { 1407, "view", "filter", QD_FIELD_TYPE_TEXT, REGISTER, FALSE },
};

static void
test_golden (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      const QdFieldInfo *info = qd_field_lookup (golden[i].field);

      g_test_message ("field %d", golden[i].field);
      g_assert_nonnull (info);
      g_assert_cmpint ((int) info->field, ==, golden[i].field);
      g_assert_cmpstr (info->table, ==, golden[i].table);
      g_assert_cmpstr (info->column, ==, golden[i].column);
      g_assert_cmpint (info->type, ==, golden[i].type);
      g_assert_cmpint (info->merge, ==, golden[i].merge);
      g_assert_cmpint (info->searched, ==, golden[i].searched);
    }
}

/* Nothing is there that the list does not have. */
static void
test_complete (void)
{
  guint n = 0;

  for (int kind = -1; kind <= 2000; kind++)
    {
      guint n_fields = 0;

      qd_field_list ((QdEntityKind) kind, &n_fields);
      n += n_fields;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (golden));

  n = 0;
  for (int field = -10; field < 100000; field++)
    n += qd_field_lookup (field) != NULL;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (golden));
  g_assert_null (qd_field_lookup (G_MAXINT));
  g_assert_null (qd_field_lookup (G_MININT));
}

/* The hundreds are the kind, numbers ascend, every kind has the head, and the
 * parts that kinds share are where qd_field_of() looks for them.
 */
static void
test_order (void)
{
  int last = 0;

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      guint n_fields;
      const QdFieldInfo *fields = qd_field_list ((QdEntityKind) kind, &n_fields);

      g_assert_cmpuint (n_fields, >, 3);
      for (guint i = 0; i < n_fields; i++)
        {
          const int field = (int) fields[i].field;

          g_assert_cmpint (field, >, last);
          last = field;
          g_assert_cmpint (field / 100, ==, kind);
          g_assert_cmpint (qd_field_get_entity_kind (field), ==, kind);
          g_assert_cmpstr (fields[i].table, ==, qd_field_get_table ((QdEntityKind) kind));
          g_assert_true (qd_field_lookup (field) == &fields[i]);
          g_assert_true ((fields[i].type == QD_FIELD_TYPE_PLACE) <=
                         (field % 100 == QD_FIELD_PLACE));
          g_assert_true (!g_str_equal (fields[i].column, "title") ||
                         field % 100 == QD_FIELD_TITLE);
        }
      for (int part = QD_FIELD_CREATED; part <= QD_FIELD_DELETED; part++)
        g_assert_cmpint ((int) fields[part].field, ==, kind * 100 + part);
    }
}

/* One column of one table shows one field. */
static void
test_columns (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      const QdFieldInfo *info = qd_field_lookup (golden[i].field);

      g_assert_true (g_hash_table_add (seen, g_strconcat (info->table, ".", info->column, NULL)));
    }
}

static void
test_tables (void)
{
  g_assert_null (qd_field_get_table (QD_ENTITY_NONE));
  g_assert_null (qd_field_get_table ((QdEntityKind) (QD_ENTITY_LAST + 1)));
  g_assert_null (qd_field_get_table ((QdEntityKind) -1));
  g_assert_cmpstr (qd_field_get_table (QD_ENTITY_PERSON), ==, "person");
  g_assert_cmpstr (qd_field_get_table (QD_ENTITY_ANSWER), ==, "answer");
  g_assert_cmpstr (qd_field_get_table (QD_ENTITY_VIEW), ==, "view");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/golden", test_golden);
  g_test_add_func ("/field/complete", test_complete);
  g_test_add_func ("/field/order", test_order);
  g_test_add_func ("/field/columns", test_columns);
  g_test_add_func ("/field/tables", test_tables);

  return g_test_run ();
}
