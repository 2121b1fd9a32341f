/* What a person wrote of a check-in and did not send, kept on this machine until they do.
 *
 * One small file for each key result, in the folder for the state of programs: it is
 * nobody else's yet, so it is not in the workspace, which may be shared. It is there for
 * when the program is killed, and says nothing that was not in a field of the interface.
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "qd-clock.h"
#include "qd-unsent.h"

#define GROUP "Check-in"
#define FOLDER_MODE 0700
#define FILE_MODE 0600

static char *
build_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "quarterdeck", "unsent", NULL);
}

static char *
build_path (QdId card)
{
  g_autofree char *folder = build_folder ();
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT ".ini", card);

  return g_build_filename (folder, name, NULL);
}

static void
put_text (GKeyFile   *file,
          const char *key,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (file, GROUP, key, text);
}

static char *
take_text (GKeyFile   *file,
           const char *key)
{
  char *text = g_key_file_get_string (file, GROUP, key, NULL);

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* Returns: the number there, or @none where it is not one from 0 to @most. */
static int
take_number (GKeyFile   *file,
             const char *key,
             int         most,
             int         none)
{
  g_autoptr (GError) error = NULL;
  const int number = g_key_file_get_integer (file, GROUP, key, &error);

  return error == NULL && number >= 0 && number <= most ? number : none;
}

/* Leaves @written alone where the time there is none, or is later. */
static void
take_time (GKeyFile *file,
           gint64   *written)
{
  const gint64 time = g_key_file_get_int64 (file, GROUP, "Written", NULL);

  if (time > 0 && time < *written)
    *written = time;
}

/**
 * qd_unsent_new:
 *
 * Returns: (transfer full): nothing, written now
 */
QdUnsent *
qd_unsent_new (void)
{
  QdUnsent *self = g_new0 (QdUnsent, 1);

  self->written = qd_clock_now (NULL);
  self->answer = QD_UNSENT_NO_ANSWER;
  self->confidence = QD_CONFIDENCE_NONE;

  return self;
}

/**
 * qd_unsent_free:
 * @self: (transfer full): what was written
 */
void
qd_unsent_free (QdUnsent *self)
{
  g_free (self->value);
  g_free (self->note);
  g_free (self->blocker);
  g_free (self);
}

/**
 * qd_unsent_is_empty:
 *
 * Returns: whether there is nothing in it to be kept
 */
gboolean
qd_unsent_is_empty (const QdUnsent *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return (self->value == NULL || *self->value == '\0') &&
         (self->note == NULL || *self->note == '\0') &&
         (self->blocker == NULL || *self->blocker == '\0') &&
         self->answer == QD_UNSENT_NO_ANSWER && self->confidence == QD_CONFIDENCE_NONE;
}

/**
 * qd_unsent_read:
 * @card: a key result
 *
 * Returns: (transfer full) (nullable): what was written about @card and not sent, or %NULL
 *   where that is nothing, or cannot be read
 */
QdUnsent *
qd_unsent_read (QdId card)
{
  g_autofree char *path = build_path (card);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (QdUnsent) unsent = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  unsent = qd_unsent_new ();
  take_time (file, &unsent->written);
  unsent->value = take_text (file, "Value");
  unsent->answer = take_number (file, "Answer", 1, QD_UNSENT_NO_ANSWER);
  unsent->note = take_text (file, "Note");
  unsent->blocker = take_text (file, "Blocker");
  unsent->confidence = take_number (file, "Confidence", QD_CONFIDENCE_MAX,
                                    QD_CONFIDENCE_NONE);

  return qd_unsent_is_empty (unsent) ? NULL : g_steal_pointer (&unsent);
}

/**
 * qd_unsent_is_there:
 * @card: a key result
 *
 * Returns: whether something is kept about @card; reads nothing
 */
gboolean
qd_unsent_is_there (QdId card)
{
  g_autofree char *path = build_path (card);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
fail (int      code,
      GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                       g_strerror (code));

  return FALSE;
}

/**
 * qd_unsent_keep:
 * @card: a key result
 * @unsent: what was written about it
 * @error: return location for a #GFileError
 *
 * Keeps it in place of what was kept before. Whoever kills the program finds the old or
 * the new words; nobody waits for the disk.
 *
 * Returns: whether it is kept; else what was there before is
 */
gboolean
qd_unsent_keep (QdId             card,
                const QdUnsent  *unsent,
                GError         **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = build_folder ();
  g_autofree char *path = build_path (card);
  g_autofree char *fresh = g_strconcat (path, ".new", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (unsent != NULL, FALSE);

  g_key_file_set_int64 (file, GROUP, "Written", unsent->written);
  put_text (file, "Value", unsent->value);
  if (unsent->answer != QD_UNSENT_NO_ANSWER)
    g_key_file_set_integer (file, GROUP, "Answer", unsent->answer);
  put_text (file, "Note", unsent->note);
  put_text (file, "Blocker", unsent->blocker);
  if (unsent->confidence != QD_CONFIDENCE_NONE)
    g_key_file_set_integer (file, GROUP, "Confidence", unsent->confidence);
  text = g_key_file_to_data (file, &length, NULL);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    return fail (errno, error);
  if (!g_file_set_contents_full (fresh, text, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                 FILE_MODE, error))
    return FALSE;

  return g_rename (fresh, path) == 0 || fail (errno, error);
}

/**
 * qd_unsent_forget:
 * @card: a key result
 *
 * What was written about it was sent, or is not wanted any more.
 */
void
qd_unsent_forget (QdId card)
{
  g_autofree char *path = build_path (card);

  g_unlink (path);
}
