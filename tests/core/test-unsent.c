/* What was written of a check-in and not sent, on disk. */

#include "config.h"

#include <glib/gstdio.h>

#include "qd-clock.h"
#include "scratch.h"
#include "store/qd-unsent.h"

/* The folder for the state of programs, which GLib asks for only once. */
static Scratch *home;

static char *
build_path (QdId        card,
            const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("quarterdeck/unsent/%" G_GINT64_FORMAT "%s", card,
                                           suffix);

  return scratch_name (home, name);
}

static void
put (QdId        card,
     const char *text)
{
  g_autofree char *path = build_path (card, ".ini");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
keep_note (QdId        card,
           const char *note)
{
  g_autoptr (QdUnsent) unsent = qd_unsent_new ();
  g_autoptr (GError) error = NULL;

  unsent->note = g_strdup (note);
  g_assert_true (qd_unsent_keep (card, unsent, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (QdUnsent) unsent = qd_unsent_new ();
  g_autoptr (QdUnsent) read = NULL;
  g_autoptr (GError) error = NULL;
  const char *hostile = " [Check-in]\nNote=\\n;\t“Größer” \\s 🙂\r\n\n ";

  unsent->written -= 86400000;
  unsent->value = g_strdup ("1.5 mil");
  unsent->answer = 1;
  unsent->note = g_strdup (hostile);
  unsent->blocker = g_strdup ("#;=");
  unsent->confidence = 0;
  g_assert_true (qd_unsent_keep (7, unsent, &error));
  g_assert_no_error (error);

  g_assert_true (qd_unsent_is_there (7));
  read = qd_unsent_read (7);
  g_assert_nonnull (read);
  g_assert_cmpint (read->written, ==, unsent->written);
  g_assert_cmpstr (read->value, ==, "1.5 mil");
  g_assert_cmpint (read->answer, ==, 1);
  g_assert_cmpstr (read->note, ==, hostile);
  g_assert_cmpstr (read->blocker, ==, "#;=");
  g_assert_cmpint (read->confidence, ==, 0);
}

static void
test_one_of_each (void)
{
  g_autoptr (QdUnsent) first = NULL;
  g_autoptr (QdUnsent) second = NULL;
  g_autofree char *fresh = build_path (8, ".ini.new");

  keep_note (8, "Old");
  keep_note (9, "Another");
  keep_note (8, "New");
  first = qd_unsent_read (8);
  second = qd_unsent_read (9);
  g_assert_cmpstr (first->note, ==, "New");
  g_assert_null (first->value);
  g_assert_null (first->blocker);
  g_assert_cmpint (first->answer, ==, QD_UNSENT_NO_ANSWER);
  g_assert_cmpint (first->confidence, ==, QD_CONFIDENCE_NONE);
  g_assert_cmpstr (second->note, ==, "Another");
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));

  qd_unsent_forget (8);
  qd_unsent_forget (8);
  g_assert_null (qd_unsent_read (8));
  g_assert_false (qd_unsent_is_there (8));
  g_assert_true (qd_unsent_is_there (9));
}

static void
test_empty (void)
{
  g_autoptr (QdUnsent) unsent = qd_unsent_new ();

  g_assert_true (qd_unsent_is_empty (unsent));
  unsent->note = g_strdup ("");
  g_assert_true (qd_unsent_is_empty (unsent));
  unsent->confidence = 0;
  g_assert_false (qd_unsent_is_empty (unsent));
  unsent->confidence = QD_CONFIDENCE_NONE;
  unsent->answer = 0;
  g_assert_false (qd_unsent_is_empty (unsent));
}

/* Only the person may read what they did not send. */
static void
test_private (void)
{
  g_autofree char *path = build_path (10, ".ini");
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  keep_note (10, "Mine");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
}

/* What somebody else wrote there, or a disk broke, is nothing, or what can be read of it. */
static void
test_damaged (void)
{
  const char *nothing[] = {
    "", "Note=No group\n", "[Check-in]\n", "[Check-in]\nNote=\n", "[Check-in]\nNote=\xff\xfe\n",
    "[Check-in]\nConfidence=11\n", "[Check-in]\nConfidence=-4\nAnswer=2\n",
    "[Check-in]\nConfidence=99999999999999999999\n", "\x7f" "ELF", "[Check-in\nNote=x\n",
  };
  g_autoptr (QdUnsent) partly = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (QdUnsent) unsent = NULL;

      put (11, nothing[i]);
      unsent = qd_unsent_read (11);
      g_assert_null (unsent);
    }

  put (11, "[Check-in]\nWritten=soon\nConfidence=12\nBlocker=Summer\n");
  partly = qd_unsent_read (11);
  g_assert_nonnull (partly);
  g_assert_cmpstr (partly->blocker, ==, "Summer");
  g_assert_cmpint (partly->confidence, ==, QD_CONFIDENCE_NONE);
  g_assert_cmpint (qd_day_of_instant (partly->written), ==, qd_clock_today ());

  put (11, "[Check-in]\nWritten=9223372036854775807\nBlocker=Summer\n");
  g_clear_pointer (&partly, qd_unsent_free);
  partly = qd_unsent_read (11);
  g_assert_cmpint (qd_day_of_instant (partly->written), ==, qd_clock_today ());
}

/* Where nothing can be kept, what was there before is, and the reason is told. */
static void
test_failure (void)
{
  g_autoptr (QdUnsent) unsent = qd_unsent_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *fresh = build_path (12, ".ini.new");
  g_autoptr (QdUnsent) read = NULL;

  keep_note (12, "Old");
  g_assert_cmpint (g_mkdir (fresh, 0700), ==, 0);
  unsent->note = g_strdup ("New");
  g_assert_false (qd_unsent_keep (12, unsent, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_FILE_ERROR);

  read = qd_unsent_read (12);
  g_assert_cmpstr (read->note, ==, "Old");
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  home = scratch_new ();
  g_setenv ("XDG_STATE_HOME", home->folder, TRUE);

  g_test_add_func ("/unsent/round-trip", test_round_trip);
  g_test_add_func ("/unsent/one-of-each", test_one_of_each);
  g_test_add_func ("/unsent/empty", test_empty);
  g_test_add_func ("/unsent/private", test_private);
  g_test_add_func ("/unsent/damaged", test_damaged);
  g_test_add_func ("/unsent/failure", test_failure);
  result = g_test_run ();
  scratch_free (home);

  return result;
}
