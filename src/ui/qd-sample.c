/* The sample workspace: a file of its own, filled when it is first looked at.
 *
 * Its cycle lies around the day it is filled on, so that the quarter is half
 * gone, as the spread of its cards tells.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/qd-import.h"
#include "exchange/qd-outline.h"
#include "qd-sample-past.h"
#include "qd-sample.h"

#define RESOURCE "/org/quarterdeck/Quarterdeck/sample.md"

/* How many days of the cycle lie before and after today. */
#define HALF_CYCLE 45

static gint64
read_clock (gpointer now)
{
  return *(const gint64 *) now;
}

/* The last values are told today, and not on the first day as the outline would. Returns
 * (transfer full) (element-type utf8 double): those that there are, by title. */
static GHashTable *
take_values (QdOutline *outline)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < outline->teams->len; i++)
    {
      const QdOutlineTeam *team = outline->teams->pdata[i];

      for (guint j = 0; j < team->objectives->len; j++)
        {
          const QdOutlineObjective *objective = team->objectives->pdata[j];

          for (guint k = 0; k < objective->key_results->len; k++)
            {
              QdOutlineKeyResult *key_result = objective->key_results->pdata[k];

              if (isnan (key_result->current))
                continue;
              g_hash_table_insert (values, g_strdup (key_result->title),
                                   g_memdup2 (&key_result->current, sizeof (double)));
              key_result->current = NAN;
            }
        }
    }

  return values;
}

/* Everything on the day on which it would have been done. */
static gboolean
write_past (QdStore    *store,
            QdOutline  *outline,
            QdDay       today,
            GError    **error)
{
  g_autoptr (GHashTable) values = take_values (outline);
  gint64 now = qd_day_get_start (outline->first_day) + QD_SAMPLE_WORKING_TIME;
  gboolean written;

  qd_store_set_clock (store, read_clock, &now);
  written = qd_import_outline (store, outline, "sample.md", NULL, error) &&
            qd_sample_past_write (store, values, today, &now, error);
  qd_store_set_clock (store, qd_clock_now, NULL);

  return written;
}

static gboolean
fill (QdStore  *store,
      GError  **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QdOutline) outline = NULL;
  const QdDay today = qd_clock_today ();
  const char *text;
  gsize length;

  bytes = g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;

  text = g_bytes_get_data (bytes, &length);
  outline = qd_outline_parse (text, length, _("Sample"), today, error);
  if (outline == NULL)
    return FALSE;

  g_free (outline->cycle);
  outline->cycle = g_strdup (_("Sample quarter"));
  outline->first_day = today - HALF_CYCLE;
  outline->last_day = today + HALF_CYCLE;

  return write_past (store, outline, today, error);
}

/**
 * qd_sample_dup_path:
 *
 * Returns: (transfer full): path of the sample file
 */
char *
qd_sample_dup_path (void)
{
  g_autofree char *own = qd_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);

  return g_build_filename (folder, "sample.db", NULL);
}

/**
 * qd_sample_open:
 * @error: return location
 *
 * Opens the sample, and fills it where nothing is in it.
 *
 * Returns: (transfer full) (nullable): its store
 */
QdStore *
qd_sample_open (GError **error)
{
  g_autofree char *path = qd_sample_dup_path ();
  g_autoptr (QdStore) store = NULL;
  QdWorkspace *workspace;
  QdOrderedList *cycles;

  store = qd_store_open (path, QD_OPEN_DEFAULT, error);
  if (store == NULL)
    return NULL;

  /* A cycle remains even where the person archived every board. */
  workspace = qd_store_get_workspace (store);
  cycles = qd_workspace_get_cycles (workspace);
  if (qd_ordered_list_get_length (cycles) == 0 &&
      !qd_store_get_read_only (store) &&
      !fill (store, error))
    return NULL;

  return g_steal_pointer (&store);
}
