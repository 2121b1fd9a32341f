/* Finding things: by beginnings of words, in every text that people write, with
 * whatever they type; the archive; and one card by its number or title.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-excerpt.h"
#include "store/qd-search.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId column;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture->column = fixture_column (fixture->store, fixture->board, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  state_assert_search (fixture->scratch->path);
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The titles that the words find, in alphabetical order. */
static char *
find (Fixture    *fixture,
      const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = qd_search_words (fixture->store, words, 100, &error);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (titles, ((QdHit *) hits->pdata[i])->title);
  g_ptr_array_sort (titles, compare_texts);
  g_ptr_array_add (titles, NULL);

  return g_strjoinv ("|", (char **) titles->pdata);
}

static void
assert_finds (Fixture    *fixture,
              const char *words,
              const char *expected)
{
  g_autofree char *found = find (fixture, words);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_new_card (fixture->store, fixture->column, "Raise NPS from 31 to 45");
  fixture_new_card (fixture->store, fixture->column, "Résumé der Übergabe");
  fixture_new_card (fixture->store, fixture->column, "Снизить отток");

  assert_finds (fixture, "raise", "Raise NPS from 31 to 45");
  assert_finds (fixture, "RAI", "Raise NPS from 31 to 45");
  assert_finds (fixture, "nps 45", "Raise NPS from 31 to 45");
  assert_finds (fixture, "45 nps", "Raise NPS from 31 to 45");
  assert_finds (fixture, "aise", "");
  assert_finds (fixture, "nps churn", "");
  assert_finds (fixture, "resume", "Résumé der Übergabe");
  assert_finds (fixture, "ÜBER", "Résumé der Übergabe");
  assert_finds (fixture, "uber", "Résumé der Übergabe");
  assert_finds (fixture, "ОТТ", "Снизить отток");
  assert_finds (fixture, "r", "Raise NPS from 31 to 45|Résumé der Übergabe");
  assert_finds (fixture, "growth", "Growth");
}

/* Nothing that people type is an operator, or an error. */
static void
test_hostile_words (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const words[] = {
    "", " ", "\t\n", "\"", "\"\"", "\"\"\"", "*", "-", "+", "(", ")", "^", ":", "{", "}", "'",
    ";", ",", ".", "!", "\\", "AND", "OR", "NOT", "NEAR", "NEAR(a b)", "title:x", "a*b", "- -",
    "\"a", "a\"", "%", "_", "'; DROP TABLE tx; --", "\xe2\x80\x94", "🚀", "\x01", "日本語",
  };

  fixture_new_card (fixture->store, fixture->column, "Plain");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = NULL;

      g_test_message ("“%s”", words[i]);
      found = find (fixture, words[i]);
      g_assert_cmpstr (found, ==, "");
    }
  {
    g_autofree char *found = find (fixture, "\xff");

    g_assert_cmpstr (found, ==, "");
  }

  fixture_new_card (fixture->store, fixture->column, "AND the \"near\" title:x — done");
  assert_finds (fixture, "AND", "AND the \"near\" title:x — done");
  assert_finds (fixture, "\"near\"", "AND the \"near\" title:x — done");
  assert_finds (fixture, "title:x", "AND the \"near\" title:x — done");

  /* A dash between words is no word. */
  assert_finds (fixture, "title — done", "AND the \"near\" title:x — done");
  assert_finds (fixture, "- done", "AND the \"near\" title:x — done");
}

/* All texts are found, through what they belong to, as long as they are there. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (GPtrArray) hits = NULL;
  QdId card = fixture_new_card (fixture->store, fixture->column, "Card");
  QdId checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
  QdId comment = qd_transaction_create (transaction, QD_ENTITY_COMMENT);
  QdHit *hit;

  qd_edit_new_objective (fixture->store, fixture->board, "Objective", "becausewhy", 0,
                         QD_ID_NONE, NULL);
  qd_transaction_set_text (transaction, card, QD_FIELD_CARD_DESCRIPTION, "describing");
  qd_transaction_set_text (transaction, card, QD_FIELD_CARD_MEASUREMENT, "measuring");
  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_NOTE, "noting");
  qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_BLOCKER, "blocking");
  qd_transaction_set_id (transaction, comment, QD_FIELD_COMMENT_CARD, card);
  qd_transaction_set_text (transaction, comment, QD_FIELD_COMMENT_TEXT, "commenting");
  g_assert_true (qd_transaction_commit (transaction, NULL));

  assert_finds (fixture, "becausewhy", "Objective");
  assert_finds (fixture, "describing", "Card");
  assert_finds (fixture, "measuring", "Card");
  assert_finds (fixture, "blocking noting", "");

  hits = qd_search_words (fixture->store, "noting", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->id, ==, checkin);
  g_assert_cmpint (hit->kind, ==, QD_ENTITY_CHECKIN);
  g_assert_cmpint (hit->board, ==, fixture->board);
  g_assert_cmpstr (hit->excerpt, ==, "\x02noting\x03\nblocking\n");
  g_assert_false (hit->archived);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_finds (fixture, "noting", "");
  assert_finds (fixture, "describing", "");
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  assert_finds (fixture, "describing", "Card");
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;

  for (guint i = 0; i < 20; i++)
    fixture_new_card (fixture->store, fixture->column, "Same");
  hits = qd_search_words (fixture->store, "same", 7, NULL);
  g_assert_cmpuint (hits->len, ==, 7);
}

/* What is archived takes no room from what is not. */
static void
test_limit_archived (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;
  QdId living[2];

  living[0] = fixture_new_card (fixture->store, fixture->column, "Same and much else besides");
  for (guint i = 0; i < 10; i++)
    {
      QdId card = fixture_new_card (fixture->store, fixture->column, "Same");

      g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, card, TRUE, NULL));
    }
  living[1] = fixture_new_card (fixture->store, fixture->column, "And quite a lot of the same");

  hits = qd_search_words (fixture->store, "same", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 5);
  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = hits->pdata[i];

      g_assert_cmpint (hit->archived, ==, i >= G_N_ELEMENTS (living));
      g_assert_true (hit->archived || hit->id == living[0] || hit->id == living[1]);
    }
  g_clear_pointer (&hits, g_ptr_array_unref);

  hits = qd_search_words (fixture->store, "same", 1, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_false (((const QdHit *) hits->pdata[0])->archived);
}

static QdId
check_in (Fixture    *fixture,
          QdId        card,
          const char *note,
          QdId        supersedes)
{
  const QdCheckinDraft draft = {
    .day = qd_day_new (2026, 10, 1), .value = NAN, .note = note,
    .confidence = QD_CONFIDENCE_NONE, .supersedes = supersedes,
  };
  QdId checkin = qd_edit_check_in (fixture->store, card, &draft, NULL);

  g_assert_cmpint (checkin, !=, QD_ID_NONE);

  return checkin;
}

/* What was corrected does not count any more. */
static void
test_corrected (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;
  QdId card = fixture_new_card (fixture->store, fixture->column, "Card");
  QdId first = check_in (fixture, card, "pricing was wrong", QD_ID_NONE);
  QdId second = check_in (fixture, card, "pricing was right", first);

  hits = qd_search_words (fixture->store, "pricing", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((const QdHit *) hits->pdata[0])->id, ==, second);
  g_clear_pointer (&hits, g_ptr_array_unref);

  hits = qd_search_words (fixture->store, "wrong", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);

  /* Without its correction it counts again. */
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  hits = qd_search_words (fixture->store, "wrong", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (((const QdHit *) hits->pdata[0])->id, ==, first);
}

static void
assert_excerpt (const char *title,
                const char *body,
                const char *expected)
{
  g_autofree char *excerpt = qd_excerpt_of (title, body);

  g_assert_cmpstr (excerpt, ==, expected);
  g_assert_true (g_utf8_validate (excerpt, -1, NULL));
}

static void
test_excerpt (void)
{
  g_autofree char *words = g_strnfill (200, 'x');
  g_autofree char *dashes = NULL;
  g_autofree char *body = NULL;
  g_autofree char *cut = NULL;
  GString *many = g_string_new (NULL);

  assert_excerpt ("", "", "");
  assert_excerpt ("Raise \2NPS\3", "Long ago", "Raise \2NPS\3");
  assert_excerpt ("Raise NPS", "\2Long\3 ago\n", "\2Long\3 ago\n");
  assert_excerpt ("Raise \2NPS\3", "more \2nps\3", "Raise \2NPS\3");

  /* Where most of the words are. */
  for (guint i = 0; i < 40; i++)
    g_string_append (many, "word ");
  body = g_strconcat ("\2nps\3 ", many->str, "the \2churn\3 and \2nps\3 ", many->str, NULL);
  cut = qd_excerpt_of ("\2NPS\3", body);
  g_assert_nonnull (strstr (cut, "word the \2churn\3 and \2nps\3 word"));
  g_assert_true (g_str_has_prefix (cut, "…word") && g_str_has_suffix (cut, "word…"));
  g_assert_cmpuint (strlen (cut), <, 150);
  g_clear_pointer (&cut, g_free);
  g_clear_pointer (&body, g_free);

  /* One word without end, of characters of several bytes each. */
  for (g_string_truncate (many, 0); many->len < 600;)
    g_string_append (many, "—");
  dashes = g_string_free (many, FALSE);
  body = g_strconcat (dashes, "\2", dashes, "\3", words, NULL);
  cut = qd_excerpt_of ("", body);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_true (g_str_has_prefix (cut, "…\2—") && g_str_has_suffix (cut, "—\3…"));

  /* Marks that somebody wrote. */
  assert_excerpt ("\3a\3\2b", "", "a\2b\3");
}

/* A word that stands in a text over and over takes no more than its time. */
static void
test_repeated (Fixture       *fixture,
               gconstpointer  data)
{
  GString *title = g_string_new ("churn");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (title, " churn");
  text = g_string_free (title, FALSE);
  fixture_new_card (fixture->store, fixture->column, text);

  timer = g_timer_new ();
  hits = qd_search_words (fixture->store, "churn", 10, NULL);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 1.0);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (strlen (((const QdHit *) hits->pdata[0])->excerpt), <, 150);
}

/* Whatever stands in something archived is archived, too. */
static void
test_archived (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    QdEntityKind kind;
    gboolean archived;
  } steps[] = {
    { QD_ENTITY_BOARD, TRUE }, { QD_ENTITY_COLUMN, TRUE }, { QD_ENTITY_BOARD, FALSE },
    { QD_ENTITY_CARD, TRUE }, { QD_ENTITY_COLUMN, FALSE }, { QD_ENTITY_CARD, FALSE },
  };
  static const gboolean expected[] = { TRUE, TRUE, TRUE, TRUE, TRUE, FALSE };
  QdId ids[QD_ENTITY_CARD + 1] = { 0 };

  ids[QD_ENTITY_BOARD] = fixture->board;
  ids[QD_ENTITY_COLUMN] = fixture->column;
  ids[QD_ENTITY_CARD] = fixture_new_card (fixture->store, fixture->column, "Card");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) hits = NULL;
      const QdHit *hit;

      g_assert_true (qd_edit_archive (fixture->store, steps[i].kind, ids[steps[i].kind],
                                      steps[i].archived, NULL));
      hits = qd_search_words (fixture->store, "card", 10, NULL);
      hit = hits->pdata[0];
      g_assert_cmpint (hit->archived, ==, expected[i]);
      g_assert_cmpint (hit->board, ==, fixture->board);
    }
}

static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = NULL;
  GString *titles = g_string_new (NULL);
  QdId card = fixture_new_card (fixture->store, fixture->column, "Card");
  QdId objective = qd_edit_new_objective (fixture->store, fixture->board, "Objective", NULL, 0,
                                          QD_ID_NONE, NULL);

  hits = qd_search_archive (fixture->store, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);

  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_OBJECTIVE, objective, TRUE, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, card, TRUE, NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_COLUMN, fixture->column, TRUE,
                                  NULL));
  fixture->clock.now += 1000;
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_OBJECTIVE, objective, "Renamed",
                                 NULL));

  /* The latest put away comes first. */
  hits = qd_search_archive (fixture->store, NULL);
  for (guint i = 0; i < hits->len; i++)
    {
      const QdHit *hit = hits->pdata[i];

      g_assert_true (hit->archived);
      g_assert_cmpint (hit->board, ==, fixture->board);
      g_string_append_printf (titles, "%s/%d ", hit->title, (int) hit->kind);
    }
  g_assert_cmpstr (titles->str, ==, "Not Started/4 Card/6 Renamed/5 ");
  g_string_free (titles, TRUE);
}

static void
assert_card (Fixture    *fixture,
             const char *text,
             QdId        expected)
{
  g_autoptr (GError) error = NULL;
  QdId found = qd_search_find_card (fixture->store, text, &error);

  g_assert_no_error (error);
  g_assert_cmpint (found, ==, expected);
}

static void
assert_no_card (Fixture    *fixture,
                const char *text,
                QdError     code)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (qd_search_find_card (fixture->store, text, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, (int) code);
}

static void
test_find_card (Fixture       *fixture,
                gconstpointer  data)
{
  QdId nps = fixture_new_card (fixture->store, fixture->column, "Raise NPS");
  QdId more = fixture_new_card (fixture->store, fixture->column, "Raise NPS even more");
  QdId percent = fixture_new_card (fixture->store, fixture->column, "Ärger um 5 % senken");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, nps);
  g_autoptr (QdTransaction) transaction = NULL;

  assert_card (fixture, number, nps);
  assert_card (fixture, "Raise NPS", nps);
  assert_card (fixture, "raise nps", nps);
  assert_card (fixture, "even", more);
  assert_card (fixture, "5 %", percent);
  assert_card (fixture, "Ärger", percent);
  assert_card (fixture, "ärger", percent);
  assert_card (fixture, "ÄRGER UM 5 % SENKEN", percent);
  assert_no_card (fixture, "raise", QD_ERROR_INVALID);
  assert_no_card (fixture, "nothing", QD_ERROR_NOT_FOUND);
  assert_card (fixture, "%", percent);
  assert_no_card (fixture, "_", QD_ERROR_NOT_FOUND);

  /* What is deleted stands in nobody's way, but its number still finds it. */
  transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_EDIT);
  qd_transaction_set_integer (transaction, nps, qd_field_of (QD_ENTITY_CARD, QD_FIELD_DELETED),
                              1);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  assert_card (fixture, "raise", more);
  assert_card (fixture, number, nps);
}

/* Nothing is no part of a title. */
static void
test_find_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  QdId card = fixture_new_card (fixture->store, fixture->column, "The only one");

  assert_no_card (fixture, "", QD_ERROR_NOT_FOUND);
  assert_no_card (fixture, " \t\n", QD_ERROR_NOT_FOUND);
  assert_card (fixture, " only ", card);
}

/* What is archived blocks no name, but is found where nothing else has it. */
static void
test_find_archived (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  QdId old = fixture_new_card (fixture->store, fixture->column, "Raise NPS");
  QdId now = fixture_new_card (fixture->store, fixture->column, "Raise NPS");
  QdId other = fixture_new_board (fixture->store, "Sales");
  g_autofree char *line = NULL;
  QdId twin;

  assert_no_card (fixture, "raise nps", QD_ERROR_INVALID);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, old, TRUE, NULL));
  assert_card (fixture, "raise nps", now);
  assert_card (fixture, "nps", now);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, now, TRUE, NULL));
  assert_no_card (fixture, "nps", QD_ERROR_INVALID);
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CARD, now, FALSE, NULL));

  /* Where each of several stands. */
  twin = fixture_new_card (fixture->store, fixture_column (fixture->store, other, 0),
                           "Raise NPS");
  g_assert_cmpint (qd_search_find_card (fixture->store, "nps", &error), ==, QD_ID_NONE);
  line = g_strdup_printf ("\n  %" G_GINT64_FORMAT "  Raise NPS (Sales, 2026 Q4)", twin);
  g_assert_nonnull (strstr (error->message, line));
  g_assert_nonnull (strstr (error->message, "  Raise NPS (Growth, 2026 Q4)"));
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/search/words", test_words);
  add_test ("/search/hostile-words", test_hostile_words);
  add_test ("/search/texts", test_texts);
  add_test ("/search/limit", test_limit);
  add_test ("/search/limit/archived", test_limit_archived);
  add_test ("/search/corrected", test_corrected);
  g_test_add_func ("/search/excerpt", test_excerpt);
  add_test ("/search/repeated", test_repeated);
  add_test ("/search/archived", test_archived);
  add_test ("/search/archive", test_archive);
  add_test ("/search/find-card", test_find_card);
  add_test ("/search/find-card/nothing", test_find_nothing);
  add_test ("/search/find-card/archived", test_find_archived);

  return g_test_run ();
}
